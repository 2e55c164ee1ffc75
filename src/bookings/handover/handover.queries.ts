import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { SignedIn } from '../../staff/roles.js';
import type { HandoverOutcome, StandingFacts } from './handover.rules.js';

/** A wish with the names and addresses of both. */
export interface Wish extends StandingFacts {
  id: string;
  bookingId: string;
  districtId: string;
  giverName: string;
  giverEmail: string;
  receiverName: string;
  receiverEmail: string;
  words: string;
}

export interface NewWish {
  bookingId: string;
  districtId: string;
  giverId: string;
  receiverId: string;
  words: string;
  startsAt: Date;
  /** Taken at once, where nobody has to consent. */
  outcome: 'taken' | null;
}

const WISH = `SELECT h.id, h.booking_id AS "bookingId", h.district_id AS "districtId", h.giver_id AS "giverId",
                     h.receiver_id AS "receiverId", h.words, h.starts_at AS "startsAt", h.outcome, g.name AS "giverName",
                     g.email AS "giverEmail", r.name AS "receiverName", r.email AS "receiverEmail"
                FROM handover h JOIN assistant g ON g.id = h.giver_id JOIN assistant r ON r.id = h.receiver_id`;

/** Rows of `handover`. Whoever is neither of the two finds nothing. */
@Injectable()
export class HandoverQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<Wish | undefined> {
    const [wish] = await this.dataSource.query<Wish[]>(`${WISH} WHERE h.id = $1`, [id]);
    return wish;
  }

  /** A wish to the reader, or by the reader. The id is as it was sent. */
  async mine(me: SignedIn, as: 'giver' | 'receiver', id: string): Promise<Wish | undefined> {
    const [wish] = await this.dataSource.query<Wish[]>(
      `${WISH} WHERE h.id::text = $1 AND h.district_id = $2 AND h.${as}_id = $3`,
      [id, me.districtId, me.assistantId],
    );
    return wish;
  }

  /** Wishes to the reader that nobody has settled, of visits to come, the nearest first; some of them may have lapsed. */
  toMe(me: SignedIn, now: Date): Promise<Wish[]> {
    return this.dataSource.query(
      `${WISH} WHERE h.district_id = $1 AND h.receiver_id = $2 AND h.settled_at IS NULL AND h.starts_at > $3 ORDER BY h.starts_at, h.id`,
      [me.districtId, me.assistantId, now],
    );
  }

  /** Wishes of all districts that nobody has settled, of visits of which nothing can be undone just now. */
  unsettled(now: Date): Promise<Wish[]> {
    return this.dataSource.query(
      `${WISH} WHERE h.settled_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM undoable_act u WHERE u.booking_id = h.booking_id AND u.until > $1) ORDER BY h.id`,
      [now],
    );
  }

  /** Who of these people can sign in. */
  async withOpenAccount(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM account WHERE assistant_id = ANY($1) AND disabled_at IS NULL',
      [ids],
    );
    return new Set(rows.map(row => row.id));
  }

  /** The last wish of the reader about a visit. */
  async lastOf(me: SignedIn, bookingId: string): Promise<Wish | undefined> {
    const [wish] = await this.dataSource.query<Wish[]>(
      `${WISH} WHERE h.district_id = $1 AND h.giver_id = $2 AND h.booking_id = $3 ORDER BY h.id DESC LIMIT 1`,
      [me.districtId, me.assistantId, bookingId],
    );
    return wish;
  }

  /** The id of the new wish; undefined where another one of the same person about the same visit is open. */
  async add(manager: EntityManager, wish: NewWish, now: Date): Promise<string | undefined> {
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO handover (booking_id, district_id, giver_id, receiver_id, words, starts_at, asked_at, outcome, settled_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text, CASE WHEN $8::text IS NOT NULL THEN $7::timestamptz END)
       ON CONFLICT (booking_id, giver_id) WHERE settled_at IS NULL DO NOTHING RETURNING id`,
      [
        wish.bookingId,
        wish.districtId,
        wish.giverId,
        wish.receiverId,
        wish.words,
        wish.startsAt,
        now,
        wish.outcome,
      ],
    );
    return row?.id;
  }

  /** False where it has been settled before. */
  async settle(manager: EntityManager, id: string, outcome: HandoverOutcome, now: Date): Promise<boolean> {
    const [, count] = await manager.query<[unknown[], number]>(
      'UPDATE handover SET outcome = $2, settled_at = $3 WHERE id = $1 AND settled_at IS NULL',
      [id, outcome, now],
    );
    return count === 1;
  }
}
