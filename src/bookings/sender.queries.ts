import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { addressHash } from '../platform/secrets.js';
import { domainOf } from '../shared/text/email.js';

/** Addresses whose owners have shown that they are theirs, kept as hashes. */
@Injectable()
export class SenderQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async isProven(districtId: string, email: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM proven_address WHERE district_id = $1 AND email_hash = $2',
      [districtId, addressHash(email)],
    );
    return rows.length > 0;
  }

  /** At a domain of the district's schools, or shown to be somebody's before. */
  async isBelieved(districtId: string, email: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM school_email_domain WHERE district_id = $1 AND domain = $2 AND holder = 'staff'`,
      [districtId, domainOf(email)],
    );
    return rows.length > 0 || this.isProven(districtId, email);
  }

  /** Whoever acts through a mailed link has shown that the address is theirs. */
  async markProven(districtId: string, email: string, now: Date): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO proven_address (district_id, email_hash, proven_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [districtId, addressHash(email), now],
    );
  }
}
