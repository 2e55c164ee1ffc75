import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../platform/secrets.js';
import { SchoolsQueries } from '../schools/schools.queries.js';
import type { Sender } from './booking.rules.js';

const hashOf = (email: string) => sha256(email.toLowerCase());

/** What we know of an address: whose domain it is at, and whether its owner has answered us before. */
@Injectable()
export class SenderQueries {
  constructor(private readonly schools: SchoolsQueries) {}

  async of(manager: EntityManager, districtId: string, email: string): Promise<Sender> {
    const proven: unknown[] = await manager.query(
      'SELECT 1 FROM proven_address WHERE district_id = $1 AND email_hash = $2',
      [districtId, hashOf(email)],
    );
    return {
      isStaffAddress: await this.schools.isStaffAddress(districtId, email, manager),
      isProven: proven.length > 0,
    };
  }

  /** Whoever acts through a mailed link has shown that the address is theirs. */
  async markProven(manager: EntityManager, districtId: string, email: string, now: Date): Promise<void> {
    await manager.query(
      'INSERT INTO proven_address (district_id, email_hash, proven_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [districtId, hashOf(email), now],
    );
  }
}
