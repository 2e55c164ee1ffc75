import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { VisitTime } from '../../calendars/occupied-time.store.js';
import { rangeOfTime } from '../../calendars/span.js';
import type { TakenVisit } from '../../calendars/team-member.js';
import { overlaps } from '../../calendars/overlaps.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import type { AbsenceTime } from '../absence/recurrence.rules.js';
import { Colleagues } from '../acts/colleagues.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import type { Given } from './given.rules.js';
import { OfferedTimes, type KeptTime } from './offered-times.js';
import { planSubstitutes, proposalFor, type Proposal, type Substitution } from './sick-plan.rules.js';

/** What is proposed for the visits of somebody who is ill. */
export interface SickPlan {
  visits: PlannedVisit[];
  /** What the substitutes are given by it, who do not have it yet. */
  given: Given;
}

/** A visit that somebody who is ill cannot hold, with what can be done about it. */
export interface PlannedVisit extends Omit<Substitution, 'bookingId'> {
  view: BookingView;
  kept: KeptTime[];
  proposal: Proposal;
}

export interface PersonOfTeam {
  id: string;
  name: string;
}

/** What the machine proposes for the visits of somebody of the reader's own district who is ill. */
@Injectable()
export class SickPlans {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly views: BookingViewQueries,
    private readonly colleagues: Colleagues,
    private readonly offered: OfferedTimes,
  ) {}

  /** Undefined where the reader's district has nobody such. */
  async person(me: SignedIn, assistantId: string): Promise<PersonOfTeam | undefined> {
    if (!isUUID(assistantId)) return undefined;
    const [person] = await this.dataSource.query<PersonOfTeam[]>(
      'SELECT id, name FROM assistant WHERE id = $1 AND district_id = $2',
      [assistantId, me.districtId],
    );
    return person;
  }

  /** Those who can fall ill: whoever is employed on a day, by name. */
  team(me: SignedIn, today: string): Promise<PersonOfTeam[]> {
    return this.dataSource.query(
      `SELECT id, name FROM assistant
        WHERE district_id = $1 AND daterange(employed_from, employed_until, '[]') @> $2::date
        ORDER BY name COLLATE "sv-SE-x-icu", id`,
      [me.districtId, today],
    );
  }

  /** The coming visits in that time over which the person is away, in order, each with a proposal. */
  async of(person: PersonOfTeam, time: AbsenceTime, now: Date): Promise<SickPlan> {
    const found = [];
    for (const bookingId of await this.hit(person, time, now)) {
      const view = (await this.views.byId(bookingId))!;
      const team = await this.colleagues.of(view, now);
      const staffing = team && { facts: team.facts, takes: takenBy(bookingId, team.time) };
      found.push({ view, facts: { bookingId, peopleNeeded: view.peopleNeeded, staffing } });
    }
    const { planned, given } = planSubstitutes(
      found.map(one => one.facts),
      person.id,
    );
    const visits: PlannedVisit[] = [];
    for (const [index, { view }] of found.entries())
      visits.push(await this.withTimes(view, planned[index]!, given, now));
    return { visits, given };
  }

  private async withTimes(
    view: BookingView,
    substitution: Substitution,
    given: Given,
    now: Date,
  ): Promise<PlannedVisit> {
    const { stay, lacking, substitutes } = substitution;
    const kept = await this.offered.kept(view.id, now);
    const needsTime = substitutes.length === 0 && kept.length === 0;
    const free = needsTime && (await this.offered.any(view, given, now));
    const proposal = proposalFor(substitution, { kept: kept.length > 0, free });
    return { view, stay, lacking, substitutes, kept, proposal };
  }

  private async hit(person: PersonOfTeam, time: AbsenceTime, now: Date): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT b.id FROM occupied_time o JOIN booking b ON b.id = o.booking_id
        WHERE o.assistant_id = $1 AND o.lecture && $2 AND b.starts_at > $3 AND b.status IN ('preliminary', 'confirmed')
          AND EXISTS (SELECT 1 FROM absence f WHERE f.assistant_id = $1 AND ${overlaps('f.period', 'o.lecture')})
        ORDER BY b.starts_at, b.id`,
      [person.id, rangeOfTime(time), now],
    );
    return rows.map(row => row.id);
  }
}

/** A school that is not in the list is a place of its own. */
const takenBy = (bookingId: string, { place, lecture, occupied, withBreak }: VisitTime): TakenVisit => ({
  place: place ?? bookingId,
  lecture,
  occupied,
  breakUntil: withBreak.until,
});
