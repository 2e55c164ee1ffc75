import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Leaving, type LeftVisit } from '../../bookings/leaving/leaving.js';
import { redirectInvitations } from '../../bookings/mails/redirect-mails.js';
import { LectureQualification } from '../../lectures/lecture.entity.js';
import { constraintOf } from '../../platform/database/constraint-of.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { Assistant } from '../../staff/assistant.entity.js';
import type { SignedIn } from '../../staff/roles.js';
import { TeamQueries, type Member, type TaughtLecture } from './team.queries.js';
import type { PlannedMember } from './team.rules.js';

export interface MemberSave {
  id: string;
  /** Of the page that was filled in. */
  stamp: string;
  plan: PlannedMember;
  /** Numbers of the visits that the coordinator has been shown and lets go. */
  seen: string[];
}

export type SaveRefusal =
  | Refusal<'missing' | 'emailTaken'>
  | Refusal<'stale', { now: Member }>
  | Refusal<'hitsVisits', { visits: LeftVisit[] }>;

/** What a coordinator changes of the team, each with its history in the same transaction. */
@Injectable()
export class TeamEdits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly team: TeamQueries,
    private readonly leaving: Leaving,
    private readonly bell: MailBell,
  ) {}

  /** Answers the id of the new fältassistent. */
  async hire(me: SignedIn, plan: PlannedMember, now: Date): Promise<string | Refusal<'emailTaken'>> {
    const lectures = await this.team.lectures(me);
    return refusingTakenEmail(() =>
      inTransaction(this.dataSource, async manager => {
        const { lectureIds, ...row } = plan;
        const { identifiers } = await manager.insert(Assistant, { ...row, districtId: me.districtId! });
        const id = identifiers[0]!.id as string;
        await qualify(manager, me, id, lectureIds);
        await this.log(manager, me, id, {}, readable(plan, lectures), 'created', now);
        return id;
      }),
    );
  }

  /** How many visits were let go. */
  async save(me: SignedIn, save: MemberSave, now: Date): Promise<{ released: number } | SaveRefusal> {
    if (!isUUID(save.id)) return refuse('missing');
    const lectures = await this.team.lectures(me);
    const outcome = await refusingTakenEmail(() =>
      inTransaction(this.dataSource, manager => this.write(manager, me, save, lectures, now)),
    );
    this.bell.ringSoon();
    return outcome;
  }

  /**
   * Locks the person's row as whoever enters an absence does: a booking that is being made with this person has either
   * been seen here or sees the employment that is written here.
   */
  private async write(
    manager: EntityManager,
    me: SignedIn,
    { id, stamp, plan, seen }: MemberSave,
    lectures: TaughtLecture[],
    now: Date,
  ): Promise<{ released: number } | SaveRefusal> {
    const today = swedishDateOf(now);
    await manager.query('SELECT 1 FROM assistant WHERE id = $1 AND district_id = $2 FOR NO KEY UPDATE', [
      id,
      me.districtId,
    ]);
    const before = await this.team.member(me, id, today, manager);
    if (!before) return refuse('missing');
    if (before.stamp !== stamp) return refuse('stale', { now: before });
    const employment = { from: plan.employedFrom, until: plan.employedUntil };
    const visits = await this.leaving.visitsOutside(id, employment, now, manager);
    if (visits.some(visit => !seen.includes(visit.reference))) return refuse('hitsVisits', { visits });

    const { lectureIds, ...row } = plan;
    await manager.update(Assistant, { id, districtId: me.districtId! }, row);
    await manager.delete(LectureQualification, { assistantId: id });
    await qualify(manager, me, id, lectureIds);
    await this.leaving.release(manager, { assistantId: id, email: before.email }, visits, now);
    if (plan.email !== before.email)
      await redirectInvitations(manager, me.districtId!, { from: before.email, to: plan.email });
    await keepAccountTrue(manager, id, plan);
    if (before.account && plan.employedUntil && plan.employedUntil <= today)
      await manager.query(
        `UPDATE account SET disabled_at = $2 WHERE id = $1 AND role = 'assistant' AND disabled_at IS NULL`,
        [before.account.id, now],
      );
    await this.log(manager, me, id, readable(before, lectures), readable(plan, lectures), 'changed', now);
    return { released: visits.length };
  }

  private log(
    manager: EntityManager,
    me: SignedIn,
    subjectId: string,
    before: Values,
    after: Values,
    act: string,
    now: Date,
  ): Promise<void> {
    const change = { districtId: me.districtId, by: me, subject: 'assistant', subjectId, act, before, after };
    return logChange(manager, change, now);
  }
}

async function qualify(
  manager: EntityManager,
  me: SignedIn,
  assistantId: string,
  lectureIds: string[],
): Promise<void> {
  const districtId = me.districtId!;
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
const readable = (member: PlannedMember, lectures: TaughtLecture[]): Values => ({
  name: member.name,
  email: member.email,
  workingShare: `${String(Math.round(member.workingShare * 100))} %`,
  employedFrom: member.employedFrom,
  employedUntil: member.employedUntil,
  nameIsPublic: member.nameIsPublic,
  lectures: lectures.filter(one => member.lectureIds.includes(one.id)).map(one => one.title.sv),
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
