import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rangeOf, type Span } from './span.js';

/** A time that is to be published. */
export interface TimeToPublish {
  /** Null: for every lecture on offer whose times may be published ones. */
  lectureId: string | null;
  startsAt: Date;
  /** Ids of those who go, whoever books it. */
  people: string[];
  /** What is kept of their time: the lecture, and the same with its margins. */
  lecture: Span;
  occupied: Span;
}

/** The one way in which times are published and withdrawn. */
@Injectable()
export class PublishedTimeStore {
  /**
   * Those who publish in one district wait for each other, and whoever takes time of these people waits for them, as for
   * an absence (bookings/locks.ts): what is read of their time after it stays so until the end of the transaction.
   */
  async lock(manager: EntityManager, districtId: string, people: readonly string[]): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `publishing ${districtId}`,
    ]);
    await manager.query(
      'SELECT 1 FROM assistant WHERE id = ANY($1) AND district_id = $2 ORDER BY id FOR NO KEY UPDATE',
      [people, districtId],
    );
  }

  /** Under the lock; the constraints have the last word. */
  async publish(
    manager: EntityManager,
    districtId: string,
    times: readonly TimeToPublish[],
    now: Date,
  ): Promise<void> {
    const rows = times.flatMap((time, number) =>
      time.people.map(id => ({
        number,
        id,
        lecture: rangeOf(time.lecture),
        occupied: rangeOf(time.occupied),
      })),
    );
    await manager.query(
      `WITH wanted AS (
         SELECT uuidv7() AS id, lecture_id, starts_at, number - 1 AS number
           FROM unnest($2::uuid[], $3::timestamptz[]) WITH ORDINALITY AS wanted(lecture_id, starts_at, number)),
       made AS (
         INSERT INTO published_time (id, district_id, lecture_id, starts_at, created_at)
         SELECT id, $1, lecture_id, starts_at, $4 FROM wanted)
       INSERT INTO published_time_person (published_time_id, assistant_id, district_id, lecture, occupied)
       SELECT wanted.id, person.id, $1, person.lecture, person.occupied
         FROM jsonb_to_recordset($5) AS person(number int, id uuid, lecture tstzrange, occupied tstzrange)
         JOIN wanted USING (number)`,
      [
        districtId,
        times.map(time => time.lectureId),
        times.map(time => time.startsAt),
        now,
        JSON.stringify(rows),
      ],
    );
  }

  /**
   * Booked ones too: the booking stays, and the time is not there again when it is cancelled. An act that could put a
   * booking back on it can be undone no longer. Answers those that there were.
   */
  async withdraw(
    manager: EntityManager,
    districtId: string,
    ids: readonly string[],
  ): Promise<{ id: string; startsAt: Date }[]> {
    await manager.query(
      'SELECT 1 FROM published_time WHERE district_id = $1 AND id::text = ANY($2) ORDER BY id FOR UPDATE',
      [districtId, ids],
    );
    await manager.query(
      `DELETE FROM undoable_act WHERE district_id = $1 AND before->'booking'->>'published_time_id' = ANY($2)`,
      [districtId, ids],
    );
    const [rows] = await manager.query<[{ id: string; startsAt: Date }[], number]>(
      `DELETE FROM published_time WHERE district_id = $1 AND id::text = ANY($2) RETURNING id, starts_at AS "startsAt"`,
      [districtId, ids],
    );
    return rows;
  }
}
