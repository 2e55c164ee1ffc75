import { Injectable } from '@nestjs/common';
import type { VisitTime } from '../../calendars/occupied-time.store.js';
import { hasTeamEnoughAt, shapeOf, type OfferFacts } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import { visitLoad } from '../../slots/staffing.rules.js';
import type { BookingView } from '../booking-view.queries.js';
import { VisitGrounds } from '../visit-ground.js';
import { ColleaguesQueries, type VisitToStaff } from './colleagues.queries.js';
import { rankColleagues, type ColleaguesFacts, type RankedColleague } from './colleagues.rules.js';

export interface VisitsColleagues {
  ranked: RankedColleague[];
  /** By which they are ranked. */
  facts: ColleaguesFacts;
  /** What the visit takes of whoever goes. */
  time: VisitTime;
}

/** The team as it stands for one visit. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly queries: ColleaguesQueries,
  ) {}

  /** Undefined where the lecture is none of the district's any longer. */
  async of(view: BookingView, now: Date): Promise<VisitsColleagues | undefined> {
    const ground = await this.grounds.load(view.lectureId, { id: view.schoolId }, true);
    if (!ground) return undefined;
    const facts = await this.slots.weekOf(ground, view.startsAt, { own: { bookingId: view.id } }, now);
    return this.rank({ ...view, bookingId: view.id }, facts, now);
  }

  /** `facts`: those of the week of the visit, its own time not counted. */
  async rank(visit: VisitToStaff, facts: OfferFacts, now: Date): Promise<VisitsColleagues> {
    const { startsAt, endsAt, publishedTimeId } = visit;
    const lecture = { from: startsAt.getTime(), until: endsAt.getTime() };
    const minutes = (lecture.until - lecture.from) / 60_000;
    const shape = { ...shapeOf(facts.visit, facts.plan), minutes };
    const occupied = {
      from: lecture.from - shape.marginBefore * 60_000,
      until: lecture.until + shape.marginAfter * 60_000,
    };
    const time = {
      lecture,
      occupied,
      withBreak: {
        from: lecture.from,
        until: lecture.until + facts.plan.rules.breakAtSameSchoolMinutes * 60_000,
      },
      place: facts.visit.at?.place ?? null,
      publishedTimeId,
    };
    const load = visitLoad(lecture.from, minutes, facts);
    const colleagues = await this.queries.of(visit, time, now);
    const named = facts.published?.find(one => one.id === publishedTimeId)?.people ?? [];
    // What is kept for the time of the visit itself is no visit beside it.
    const team = facts.team.map(member => ({
      ...member,
      visits: member.visits.filter(({ keptFor }) => !keptFor || keptFor !== publishedTimeId),
    }));
    const hasTeamEnough = hasTeamEnoughAt(facts, lecture.from);
    const ranking = { startsAt, shape, colleagues, team, hasTeamEnough, named, load };
    return { time, ranked: rankColleagues(ranking), facts: ranking };
  }
}
