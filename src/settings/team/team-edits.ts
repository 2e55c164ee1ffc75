import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Leaving, type LeftVisit } from '../../bookings/leaving/leaving.js';
import { redirectInvitations } from '../../bookings/mails/redirect-mails.js';
import { LectureQualification } from '../../lectures/lecture.entity.js';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { Assistant } from '../../staff/assistant.entity.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { TeamQueries, type TaughtLecture } from './team.queries.js';
import { sheetOfMember, type MemberSheet, type PlannedMember } from './team.rules.js';

/** Subject of the history. */
export const ASSISTANT = 'assistant';

export interface MemberSave {
  id: string;
  /** The fingerprint of the sheet that was shown. */
  seen: string;
  plan: PlannedMember;
  /** Numbers of the visits that the coordinator has been shown and lets go. */
  visitsSeen: string[];
}

/** How many visits were let go. */
type Written = { released: number } | Refusal<'hitsVisits', { visits: LeftVisit[] }>;

/** What a coordinator changes of the team, each with its history in the same transaction. */
@Injectable()
export class TeamEdits {
  constructor(
    private readonly sheets: Sheets,
    private readonly team: TeamQueries,
    private readonly leaving: Leaving,
    private readonly bell: MailBell,
  ) {}

  /** Answers the id of the new fältassistent. */
  async hire(editor: Editor, plan: PlannedMember, now: Date): Promise<string | Refusal<'emailTaken'>> {
    const lectures = await this.team.lectures(editor);
    return refusingTakenEmail(() =>
      this.sheets.inTurn(editor, async manager => {
        const { lectureIds, ...row } = plan;
        const { districtId } = editor;
        const { identifiers } = await manager.insert(Assistant, { ...row, districtId });
        const id = identifiers[0]!.id as string;
        await qualify(manager, editor, id, lectureIds);
        const after = readable(sheetOfMember(plan), lectures);
        const change = { districtId, by: editor, subject: ASSISTANT, subjectId: id, act: 'created', after };
        await logChange(manager, change, now);
        return id;
      }),
    );
  }

  /**
   * Locks the person's row as whoever enters an absence does: a booking that is being made with this person has either
   * been seen here or sees the employment that is written here.
   */
  async save(
    editor: Editor,
    save: MemberSave,
    now: Date,
  ): Promise<EditOutcome<MemberSheet, Written> | Refusal<'emailTaken'>> {
    if (!isUUID(save.id)) return refuse('gone');
    const lectures = await this.team.lectures(editor);
    const edit = {
      subject: ASSISTANT,
      subjectId: save.id,
      seen: save.seen,
      after: sheetOfMember(save.plan),
      inHistory: (sheet: MemberSheet) => readable(sheet, lectures),
      load: async (manager: EntityManager) => {
        await manager.query('SELECT 1 FROM assistant WHERE id = $1 AND district_id = $2 FOR NO KEY UPDATE', [
          save.id,
          editor.districtId,
        ]);
        const member = await this.team.member(editor, save.id, swedishDateOf(now), manager);
        return member && sheetOfMember(member);
      },
      write: (manager: EntityManager, before: MemberSheet) => this.write(manager, editor, save, before, now),
    };
    const outcome = await refusingTakenEmail(() => this.sheets.save(editor, edit, now));
    this.bell.ringSoon();
    return outcome;
  }

  private async write(
    manager: EntityManager,
    editor: Editor,
    { id, plan, visitsSeen }: MemberSave,
    before: MemberSheet,
    now: Date,
  ): Promise<Written> {
    const { districtId } = editor;
    const employment = { from: plan.employedFrom, until: plan.employedUntil };
    const visits = await this.leaving.visitsOutside(id, employment, now, manager);
    if (visits.some(visit => !visitsSeen.includes(visit.reference))) return refuse('hitsVisits', { visits });

    const { lectureIds, ...row } = plan;
    const nameIsPublic = plan.nameIsPublic && before.nameIsPublic === 'yes';
    await manager.update(Assistant, { id, districtId }, { ...row, nameIsPublic });
    await manager.delete(LectureQualification, { assistantId: id });
    await qualify(manager, editor, id, lectureIds);
    await this.leaving.release(manager, { assistantId: id, email: before.email }, visits, now);
    if (plan.email !== before.email)
      await redirectInvitations(manager, districtId, { from: before.email, to: plan.email });
    await keepAccountTrue(manager, id, plan);
    if (plan.employedUntil && plan.employedUntil <= swedishDateOf(now))
      await manager.query(
        `UPDATE account SET disabled_at = $2
          WHERE assistant_id = $1 AND role = 'assistant' AND disabled_at IS NULL`,
        [id, now],
      );
    return { released: visits.length };
  }
}

async function qualify(
  manager: EntityManager,
  { districtId }: Editor,
  assistantId: string,
  lectureIds: string[],
): Promise<void> {
  if (lectureIds.length === 0) return;
  await manager.insert(
    LectureQualification,
    lectureIds.map(lectureId => ({ lectureId, assistantId, districtId })),
  );
}

/** The account bears the same name and address; links that were mailed to another address end. */
async function keepAccountTrue(
  manager: EntityManager,
  assistantId: string,
  plan: PlannedMember,
): Promise<void> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE account SET name = $2, email = $3 WHERE assistant_id = $1 AND (name, email) <> ($2, $3) RETURNING id`,
    [assistantId, plan.name, plan.email],
  );
  await manager.query('DELETE FROM account_link WHERE account_id = ANY($1)', [rows.map(row => row.id)]);
}

/** As it is read in the history. */
const readable = (sheet: MemberSheet, lectures: TaughtLecture[]): Values => ({
  ...sheet,
  workingShare: `${sheet.workingShare} %`,
  nameIsPublic: sheet.nameIsPublic === 'yes',
  lectures: lectures.filter(one => sheet.lectures.includes(one.id)).map(one => one.title.sv),
});

/** Two addresses are kept apart by the database: those of a team, and those of all accounts. */
async function refusingTakenEmail<Result>(
  work: () => Promise<Result>,
): Promise<Result | Refusal<'emailTaken'>> {
  try {
    return await work();
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'assistant_email_once_in_district' || constraint === 'account_email_is_unique')
      return refuse('emailTaken');
    throw error;
  }
}
