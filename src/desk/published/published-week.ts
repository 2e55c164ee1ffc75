import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { rangeOf } from '../../calendars/span.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import type { LectureTexts } from '../../lectures/lecture-texts.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { addDays, type IsoDate } from '../../shared/time/iso-date.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import { swedishDateOf, swedishDay } from '../../shared/time/swedish-time.js';
import { offeredDays, publishedGround, type DayReason, type OfferFacts } from '../../slots/offer.rules.js';
import { takersOf, type NotStaffed } from '../../slots/published.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import type { SignedIn } from '../../staff/roles.js';

/** Why a free time is offered to nobody at this moment. */
export type NotOffered =
  { kind: 'noLecture' } | { kind: 'day'; reason: DayReason } | ({ kind: 'staff' } & NotStaffed);

export interface ListedTime {
  id: string;
  startsAt: Date;
  lectureId: string | null;
  /** Null: every lecture that takes published times. */
  lectureTexts: LectureTexts | null;
  people: { id: string; name: string }[];
  state: 'free' | 'held' | 'booked' | 'past';
  /** Of the booking. */
  reference: string | null;
  schoolName: string | null;
  notOffered?: NotOffered;
}

/** The published times of a week, and whether schools are offered them: by the same rules that offer them. */
@Injectable()
export class PublishedWeeks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly slots: SlotsService,
  ) {}

  /** `monday`: of the week. */
  async of(me: SignedIn, monday: IsoDate, now: Date): Promise<ListedTime[]> {
    const times = await this.rows(me.districtId!, monday, now);
    const free = times.filter(time => time.state === 'free');
    if (free.length === 0) return times;
    const facts = await this.facts(me.districtId!, free, monday, now);
    return times.map(time => (time.state === 'free' ? withStanding(time, facts) : time));
  }

  /** The Monday of the week of the next published time; undefined where none is to come. */
  async nextWeek(me: SignedIn, now: Date): Promise<IsoDate | undefined> {
    const [row] = await this.dataSource.query<[{ next: Date | null }]>(
      'SELECT min(starts_at) AS next FROM published_time WHERE district_id = $1 AND starts_at > $2',
      [me.districtId, now],
    );
    return row.next ? mondayOf(swedishDateOf(row.next)) : undefined;
  }

  private rows(districtId: string, monday: IsoDate, now: Date): Promise<ListedTime[]> {
    const week = { from: swedishDay(monday).at(0), until: swedishDay(addDays(monday, 7)).at(0) };
    return this.dataSource.query(
      `SELECT p.id, p.starts_at AS "startsAt", p.lecture_id AS "lectureId", l.texts AS "lectureTexts", b.reference,
              coalesce(s.display_name, b.unlisted_school_name) AS "schoolName",
              (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) ORDER BY a.name COLLATE "sv-SE-x-icu"), '[]')
                 FROM published_time_person k JOIN assistant a ON a.id = k.assistant_id WHERE k.published_time_id = p.id) AS people,
              CASE WHEN b.id IS NOT NULL THEN 'booked' WHEN p.starts_at <= $3 THEN 'past'
                   WHEN EXISTS (SELECT 1 FROM occupied_time o WHERE o.published_time_id = p.id
                                   AND (o.hold_until IS NULL OR o.hold_until > $3)) THEN 'held'
                   ELSE 'free' END AS state
         FROM published_time p
         LEFT JOIN lecture l ON l.id = p.lecture_id
         LEFT JOIN booking b ON b.published_time_id = p.id
         LEFT JOIN school s ON s.id = b.school_id
        WHERE p.district_id = $1 AND p.starts_at <@ $2::tstzrange ORDER BY p.starts_at, p.id`,
      [districtId, rangeOf(week), now],
    );
  }

  /** Of each lecture that takes published times and has some of these, what decides about the week. */
  private async facts(
    districtId: string,
    times: readonly ListedTime[],
    monday: IsoDate,
    now: Date,
  ): Promise<Map<Lecture['id'], OfferFacts>> {
    const [plan, lectures] = await Promise.all([
      this.districts.plan(districtId),
      this.lectures.published(districtId),
    ]);
    const isAsked = ({ id, timesFrom }: Lecture) =>
      timesFrom !== 'computed' && times.some(time => (time.lectureId ?? id) === id);
    const facts = new Map<Lecture['id'], OfferFacts>();
    for (const lecture of lectures.filter(isAsked)) {
      const ground = { lecture, plan, schoolClosedDays: [] };
      facts.set(lecture.id, await this.slots.facts(ground, monday, addDays(monday, 6), {}, now));
    }
    return facts;
  }
}

/** A time of every lecture is offered where one of them can have it. */
function withStanding(time: ListedTime, facts: ReadonlyMap<string, OfferFacts>): ListedTime {
  const asked = [...facts].filter(([id]) => (time.lectureId ?? id) === id);
  const reasons = asked.map(([, ofLecture]) => standingOf(time, ofLecture));
  if (asked.length === 0) return { ...time, notOffered: { kind: 'noLecture' } };
  return reasons.includes(undefined) ? time : { ...time, notOffered: reasons[0]! };
}

function standingOf(time: ListedTime, facts: OfferFacts): NotOffered | undefined {
  const date = swedishDateOf(time.startsAt);
  const { reason } = offeredDays(facts, date, date)[0]!;
  if (reason && reason.kind !== 'nobodyFree') return { kind: 'day', reason };
  const published = facts.published?.find(one => one.id === time.id);
  if (!published) return undefined;
  const takers = takersOf(published, publishedGround(facts));
  return 'named' in takers ? undefined : { kind: 'staff', ...takers };
}
