import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clockwork } from '../../platform/clockwork/clockwork.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { occasionAt, type ReminderOccasion } from './hours-reminder.rules.js';
import { MissingHoursQueries, type ComingTerm, type WithoutHours } from './missing-hours.queries.js';

/** How long before a term the desk is told, where nobody is reminded by the clock. */
const WEEKS_WITHOUT_MAILS = 3;

export const HOURS_REMINDER = 'hours.reminder';

export interface MissingHours {
  term: ComingTerm;
  people: WithoutHours[];
  /** Of the rules of the district. */
  weeksBefore: number | null;
}

/** Reminds people who have entered no hours for the term to come: by the clock, and when a coordinator says so. */
@Injectable()
export class HoursReminders implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queries: MissingHoursQueries,
    private readonly districts: DistrictsQueries,
    private readonly clockwork: Clockwork,
    private readonly bell: MailBell,
  ) {}

  onModuleInit(): void {
    this.clockwork.every(1800, 'remind of hours for the coming term', now => this.remindByTheClock(now));
  }

  /** Undefined where no term lies ahead. */
  async missing(me: SignedIn, now: Date): Promise<MissingHours | undefined> {
    const districtId = me.districtId!;
    const term = await this.queries.comingTerm(districtId, now);
    if (!term) return undefined;
    const { rules } = await this.districts.plan(districtId);
    const people = await this.queries.people(districtId, term);
    return { term, people, weeksBefore: rules.hoursReminderWeeks };
  }

  /** The same from the day of the first reminder on, as long as somebody lacks hours. */
  async pressing(me: SignedIn, now: Date): Promise<MissingHours | undefined> {
    const missing = await this.missing(me, now);
    if (!missing || missing.people.length === 0) return undefined;
    const from = addDays(missing.term.startsOn, -7 * (missing.weeksBefore ?? WEEKS_WITHOUT_MAILS));
    return from <= swedishDateOf(now) ? missing : undefined;
  }

  /** Whoever lacks hours and has not been reminded today. */
  async remindNow(me: SignedIn, now: Date): Promise<void> {
    const term = await this.queries.comingTerm(me.districtId!, now);
    if (term) await this.remind(me.districtId!, term, 'byHand', now);
  }

  private async remindByTheClock(now: Date): Promise<void> {
    for (const { id } of await this.districts.all()) {
      const term = await this.queries.comingTerm(id, now);
      const { rules } = await this.districts.plan(id);
      const occasion = term && occasionAt(term.startsOn, rules.hoursReminderWeeks, now);
      if (occasion) await this.remind(id, term, occasion, now);
    }
  }

  private async remind(
    districtId: string,
    term: ComingTerm,
    occasion: ReminderOccasion,
    now: Date,
  ): Promise<void> {
    await inTransaction(this.dataSource, async manager => {
      const reminded = await this.queries.remind(manager, districtId, term, occasion, now);
      const mails = reminded.map(({ id, email }) => ({
        districtId,
        subjectId: id,
        subjectVersion: 1,
        kind: HOURS_REMINDER,
        recipient: email,
        dueAt: now,
      }));
      await oweMails(manager, mails, now);
    });
    this.bell.ringSoon();
  }
}
