import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { newToken, sha256 } from '../../platform/secrets.js';
import { Draft, type DraftAnswers } from './draft.entity.js';

const HOURS_KEPT = 24;

/** Keeps forms that are being filled in. */
@Injectable()
export class Drafts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The visitor's draft in this district, if there is one that has not run out. */
  find(secret: string | undefined, districtId: string, now: Date): Promise<Draft | null> | null {
    if (!secret) return null;
    return this.dataSource.manager
      .createQueryBuilder(Draft, 'draft')
      .where('draft.secretHash = :hash AND draft.districtId = :districtId AND draft.expiresAt > :now', {
        hash: sha256(secret),
        districtId,
        now,
      })
      .getOne();
  }

  /** Begins a new draft and answers its secret. */
  async begin(
    districtId: string,
    networkKey: string,
    answers: DraftAnswers,
    now: Date,
  ): Promise<{ draft: Draft; secret: string }> {
    const secret = newToken();
    const draft = await this.dataSource.manager.save(
      Draft,
      this.dataSource.manager.create(Draft, {
        secretHash: sha256(secret),
        districtId,
        networkKey,
        answers,
        createdAt: now,
        expiresAt: new Date(now.getTime() + HOURS_KEPT * 3_600_000),
      }),
    );
    return { draft, secret };
  }

  /** Adds answers to those that are there; two tabs that answer different pages do not undo each other. */
  async answer(draft: Draft, answers: DraftAnswers): Promise<void> {
    await this.dataSource.query('UPDATE draft SET answers = answers || $2 WHERE id = $1', [
      draft.id,
      JSON.stringify(answers),
    ]);
    draft.answers = { ...draft.answers, ...answers };
  }

  async forgetTime(draft: Draft): Promise<void> {
    await this.dataSource.query(`UPDATE draft SET answers = answers - 'startsAt' WHERE id = $1`, [draft.id]);
  }

  async removeExpired(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM draft WHERE expires_at <= $1', [now]);
    await this.dataSource.query('DELETE FROM booking_request WHERE created_at <= $1', [
      new Date(now.getTime() - HOURS_KEPT * 3_600_000),
    ]);
  }
}
