import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { logChange } from '../platform/history/change-log.js';
import type { SignedIn } from './roles.js';

/** Whether schools see the name of a fältassistent: its owner says so (protected identities exist among staff too). */
@Injectable()
export class OwnNames {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Undefined for those who go on no visits. */
  async isPublic(me: SignedIn): Promise<boolean | undefined> {
    const [row] = await this.dataSource.query<[{ isPublic: boolean } | undefined]>(
      'SELECT name_is_public AS "isPublic" FROM assistant WHERE id = $1',
      [me.assistantId],
    );
    return row?.isPublic;
  }

  async show(me: SignedIn, nameIsPublic: boolean, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const [, changed] = await manager.query<[unknown, number]>(
        'UPDATE assistant SET name_is_public = $2 WHERE id = $1 AND name_is_public <> $2',
        [me.assistantId, nameIsPublic],
      );
      if (changed === 0) return;
      await logChange(
        manager,
        {
          districtId: me.districtId,
          by: me,
          subject: 'assistant',
          subjectId: me.assistantId!,
          act: 'changed',
          before: { nameIsPublic: !nameIsPublic },
          after: { nameIsPublic },
        },
        now,
      );
    });
  }
}
