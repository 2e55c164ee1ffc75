import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/transaction.js';
import { logChange, type Values } from '../platform/history/change-log.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import type { SignedIn } from '../staff/roles.js';
import { differingFields, fingerprintOf, type Sheet } from './sheet.js';

/** Only coordinators edit, and each belongs to a district. */
export interface Editor extends Pick<SignedIn, 'accountId' | 'name' | 'email'> {
  districtId: string;
}

export const editorOf = (me: SignedIn): Editor => {
  if (me.districtId === null) throw new Error('Somebody of no district cannot edit one.');
  return { ...me, districtId: me.districtId };
};

/** What somebody wants a row to be, and what they saw of it before. */
export interface Edit<S extends Sheet, Written> {
  subject: string;
  subjectId: string;
  /** The fingerprint of the sheet that was shown. */
  seen: string;
  after: S;
  /** The row as it is now; undefined where there is none that belongs to the editor's district. */
  load: (manager: EntityManager) => Promise<S | undefined>;
  /** Writes, or answers a refusal, having written nothing, where only the row as it is now says that it may not. */
  write: (manager: EntityManager, current: S) => Promise<Written>;
  /** How the history tells it, where that is not the sheet itself. */
  inHistory?: (sheet: S) => Values;
}

interface Refused {
  refused: string;
}

/** `written`: what the edit's own `write` answered, which may be a refusal as well. */
export type EditOutcome<S extends Sheet, Written = unknown> =
  | { saved: true; before: S; written: Exclude<Written, Refused> }
  | Refusal<'gone'>
  | Refusal<'stale', { current: S }>
  | Extract<Written, Refused>;

/** Takes edits in, one after the other within a district, each with its entry in the history. */
@Injectable()
export class Sheets {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Refuses an edit of something that somebody else has changed since it was shown, unless both wrote the same. */
  save<S extends Sheet, Written>(
    editor: Editor,
    edit: Edit<S, Written>,
    now: Date,
  ): Promise<EditOutcome<S, Written>> {
    return this.inTurn<EditOutcome<S, Written>>(editor, async manager => {
      const current = await edit.load(manager);
      if (!current) return refuse('gone');
      const inHistory = edit.inHistory ?? (sheet => sheet);
      const hasChanged = fingerprintOf(current) !== edit.seen;
      if (hasChanged && differingFields(edit.after, current).length > 0) return refuse('stale', { current });
      const written = await edit.write(manager, current);
      if (isRefusal(written)) return written;
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
      return { saved: true, before: current, written: written as Exclude<Written, Refused> };
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
