import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { sha256 } from '../platform/secrets.js';

/** Addresses whose owners have shown that they are theirs, kept as hashes. */
@Injectable()
export class SenderQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async isProven(districtId: string, email: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM proven_address WHERE district_id = $1 AND email_hash = $2',
      [districtId, sha256(email.toLowerCase())],
    );
    return rows.length > 0;
  }

  /** Whoever acts through a mailed link has shown that the address is theirs. */
  async markProven(districtId: string, email: string, now: Date): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO proven_address (district_id, email_hash, proven_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [districtId, sha256(email.toLowerCase()), now],
    );
  }
}
