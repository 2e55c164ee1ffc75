import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { PublishedTimeStore } from '../../calendars/published-time.store.js';
import type { Span } from '../../calendars/span.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { logChange } from '../../platform/history/change-log.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import type { PublishingWish } from './publishing-form.js';
import { PublishingQueries, type ListedLecture } from './publishing.queries.js';
import {
  judged,
  timesCopied,
  timesOfDay,
  timesOfTerm,
  type JudgedTime,
  type Publishable,
  type PublishingFacts,
  type WantedTime,
} from './publishing.rules.js';

/** What a coordinator chooses among. */
export interface PublishingGround {
  lectures: ListedLecture[];
  /** Those who work here today or later; and with them all who ever did, to be named. */
  people: Publishable[];
  everybody: Publishable[];
  /** Terms that have not ended, in order. */
  coming: Term[];
  /** Terms in which times were published, the latest first. */
  withTimes: Term[];
}

export interface PublishingPlan {
  times: JudgedTime[];
  /** Of a copy: how many have no such day in the other term. */
  dropped: number;
}

type Facts = Omit<PublishingFacts, 'taken' | 'published'>;

const spanOf = (from: IsoDate, to: IsoDate): Span => ({
  from: swedishDay(from).at(0),
  until: swedishDay(addDays(to, 1)).at(0),
});

/** Publishes times and withdraws them. What is shown before is what is done: both are planned alike. */
@Injectable()
export class Publishing {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queries: PublishingQueries,
    private readonly districts: DistrictsQueries,
    private readonly store: PublishedTimeStore,
  ) {}

  async ground(me: SignedIn, now: Date): Promise<PublishingGround> {
    const districtId = me.districtId!;
    const [{ terms }, lectures, people, dates] = await Promise.all([
      this.districts.plan(districtId),
      this.queries.lectures(districtId),
      this.queries.people(districtId),
      this.queries.dates(districtId),
    ]);
    const today = swedishDateOf(now);
    const inOrder = [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
    return {
      lectures,
      everybody: people,
      people: people.filter(one => one.employedUntil === null || one.employedUntil >= today),
      coming: inOrder.filter(term => term.endsOn >= today),
      withTimes: inOrder
        .filter(term => dates.some(date => term.startsOn <= date && date <= term.endsOn))
        .reverse(),
    };
  }

  async plan(me: SignedIn, wish: PublishingWish, now: Date): Promise<PublishingPlan> {
    const { manager } = this.dataSource;
    const facts = await this.facts(manager, me.districtId!, now);
    const { times, dropped } = await this.wanted(manager, me.districtId!, wish, facts);
    return { times: await this.judge(manager, me.districtId!, times, facts), dropped };
  }

  /** Of what is wanted the times with these keys; answers how many were published, the first of their days, and how many could not be. */
  async publish(
    me: SignedIn,
    wish: PublishingWish,
    keys: readonly string[],
    now: Date,
  ): Promise<{ published: number; lost: number; first?: IsoDate | undefined }> {
    const districtId = me.districtId!;
    return inTransaction(this.dataSource, async manager => {
      const facts = await this.facts(manager, districtId, now);
      const { times } = await this.wanted(manager, districtId, wish, facts);
      const chosen = times.filter(time => keys.includes(time.key));
      await this.store.lock(manager, districtId, [...new Set(chosen.flatMap(time => time.people))]);
      const all = await this.judge(manager, districtId, chosen, facts);
      const possible = all.filter(time => !time.trouble);
      if (possible.length === 0) return { published: 0, lost: all.length };
      await this.store.publish(manager, districtId, possible, now);
      await this.log(manager, me, 'published', possible, now);
      return { published: possible.length, lost: all.length - possible.length, first: possible[0]?.date };
    });
  }

  /** Answers how many there were. */
  async withdraw(me: SignedIn, ids: readonly string[], now: Date): Promise<number> {
    return inTransaction(this.dataSource, async manager => {
      const gone = await this.store.withdraw(manager, me.districtId!, ids);
      if (gone.length > 0) await this.log(manager, me, 'withdrawn', gone, now);
      return gone.length;
    });
  }

  private async facts(manager: EntityManager, districtId: string, now: Date): Promise<Facts> {
    const { terms, breaks, rules } = await this.districts.plan(districtId, manager);
    return {
      now,
      calendar: { terms, breaks, schoolClosedDays: [] },
      marginBefore: rules.marginBeforeMinutes,
      marginAfter: rules.marginAfterMinutes,
      lectures: await this.queries.lectures(districtId, manager),
      people: await this.queries.people(districtId, manager),
    };
  }

  private async wanted(
    manager: EntityManager,
    districtId: string,
    wish: PublishingWish,
    facts: Facts,
  ): Promise<{ times: WantedTime[]; dropped: number }> {
    if (wish.kind === 'ny') return { times: timesOfDay(wish.date, wish.minutes, wish), dropped: 0 };
    if (wish.kind === 'termin') {
      const days = { ...wish, today: swedishDateOf(facts.now) };
      return { times: timesOfTerm(facts.calendar, wish.term, days, wish), dropped: 0 };
    }
    const span = spanOf(wish.from.startsOn, wish.from.endsOn);
    return timesCopied(await this.queries.published(districtId, span, manager), wish, facts);
  }

  private async judge(
    manager: EntityManager,
    districtId: string,
    times: readonly WantedTime[],
    facts: Facts,
  ): Promise<JudgedTime[]> {
    const dates = times.map(time => time.date).sort();
    if (dates.length === 0) return [];
    // Margins and lectures reach a day further at most.
    const span = spanOf(addDays(dates[0]!, -1), addDays(dates.at(-1)!, 1));
    const people = [...new Set(times.flatMap(time => time.people))];
    const published = await this.queries.published(districtId, span, manager);
    const taken = await this.queries.taken(people, span, facts.now, manager);
    return judged(times, { ...facts, published, taken });
  }

  private log(
    manager: EntityManager,
    me: SignedIn,
    act: 'published' | 'withdrawn',
    times: readonly { startsAt: Date }[],
    now: Date,
  ): Promise<void> {
    const after = { times: times.map(time => time.startsAt.toISOString()) };
    const subject = { subject: 'publishedTimes', subjectId: me.districtId! };
    return logChange(manager, { districtId: me.districtId, by: me, ...subject, act, after }, now);
  }
}
