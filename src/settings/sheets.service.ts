import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { logChange, type Values } from '../platform/history/change-log.js';
import { refuse, type Refusal } from '../shared/refusal.js';
import type { SignedIn } from '../staff/roles.js';
import { fingerprintOf, type Sheet } from './sheet.js';

/** Only coordinators edit, and each belongs to a district. */
export interface Editor extends Pick<SignedIn, 'accountId' | 'name' | 'email'> {
  districtId: string;
}

export const editorOf = (me: SignedIn): Editor => {
  if (me.districtId === null) throw new Error('Somebody of no district cannot edit one.');
  return { ...me, districtId: me.districtId };
};

/** What somebody wants a row to be, and what they saw of it before. */
export interface Edit<S extends Sheet> {
  subject: string;
  subjectId: string;
  /** The fingerprint of the sheet that was shown. */
  seen: string;
  after: S;
  /** The row as it is now; undefined where there is none that belongs to the editor's district. */
  load: (manager: EntityManager) => Promise<S | undefined>;
  write: (manager: EntityManager) => Promise<unknown>;
  /** How the history tells it, where that is not the sheet itself. */
  inHistory?: (sheet: S) => Values;
}

export type EditOutcome<S extends Sheet> =
  { saved: true; before: S } | Refusal<'gone'> | Refusal<'stale', { current: S }>;

/** Takes edits in, one after the other within a district, each with its entry in the history. */
@Injectable()
export class Sheets {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Refuses an edit of something that somebody else has changed since it was shown. */
  save<S extends Sheet>(editor: Editor, edit: Edit<S>, now: Date): Promise<EditOutcome<S>> {
    return this.inTurn(editor, async manager => {
      const current = await edit.load(manager);
      if (!current) return refuse('gone');
      const inHistory = edit.inHistory ?? (sheet => sheet);
      if (fingerprintOf(current) !== edit.seen) return refuse('stale', { current });
      await edit.write(manager);
      await logChange(
        manager,
        {
          districtId: editor.districtId,
          by: { accountId: editor.accountId, name: editor.name },
          subject: edit.subject,
          subjectId: edit.subjectId,
          act: 'changed',
          before: inHistory(current),
          after: inHistory(edit.after),
        },
        now,
      );
      return { saved: true, before: current };
    });
  }

  /** One transaction at a time for each district, so that what it has checked is still true when it writes. */
  inTurn<Result>(editor: Editor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return inTransaction(this.dataSource, async manager => {
      await manager.query('SELECT 1 FROM district WHERE id = $1 FOR NO KEY UPDATE', [editor.districtId]);
      return work(manager);
    });
  }
}
