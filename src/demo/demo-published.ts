import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PublishedTimeStore } from '../calendars/published-time.store.js';
import { PublishingQueries } from '../desk/published/publishing.queries.js';
import { judged, timesOfDay } from '../desk/published/publishing.rules.js';
import type { DistrictPlan } from '../districts/district-plan.js';
import { Lecture } from '../lectures/lecture.entity.js';
import { addDays } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { instantAt, swedishDateOf, swedishDay } from '../shared/time/swedish-time.js';

/** Parents meet us on Tuesday evenings, at times that the coordinator has published. */
const MEETING = 'foraldramote';
const AT = 18 * 60;
const WEEKS = { back: 14, ahead: 20 };

/** Publishes the evenings of a half year, each with two of the team in turn, where nothing stands in their way. */
@Injectable()
export class DemoPublished {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queries: PublishingQueries,
    private readonly store: PublishedTimeStore,
  ) {}

  async publish(districtId: string, plan: DistrictPlan, now: Date): Promise<void> {
    const { manager } = this.dataSource;
    const monday = mondayOf(swedishDateOf(now));
    const [from, to] = [addDays(monday, -7 * WEEKS.back), addDays(monday, 7 * WEEKS.ahead)];
    await manager.update(Lecture, { districtId, slug: MEETING }, { timesFrom: 'both' });
    const [lecture] = await this.queries.lectures(districtId);
    const people = await this.queries.people(districtId);
    if (!lecture || people.length < 2) return;
    const pair = (week: number) =>
      [week, week + 1].map(turn => people[(turn + people.length * WEEKS.back) % people.length]!.id);
    const wanted = Array.from({ length: WEEKS.back + WEEKS.ahead }, (_, index) => index - WEEKS.back).flatMap(
      week => timesOfDay(addDays(monday, 7 * week + 1), [AT], { lectureId: lecture.id, people: pair(week) }),
    );
    const span = { from: swedishDay(from).at(0), until: swedishDay(to).at(0) };
    const times = judged(wanted, {
      // What has been was published before it was.
      now: instantAt(from, 0),
      calendar: { terms: plan.terms, breaks: plan.breaks, schoolClosedDays: [] },
      marginBefore: plan.rules.marginBeforeMinutes,
      marginAfter: plan.rules.marginAfterMinutes,
      lectures: [lecture],
      people,
      published: [],
      taken: await this.queries.taken(
        people.map(one => one.id),
        span,
        now,
      ),
    });
    const possible = times.filter(time => !time.trouble);
    await this.store.publish(manager, districtId, possible, now);
  }
}
