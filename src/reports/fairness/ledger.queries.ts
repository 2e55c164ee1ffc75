import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { beginsIn } from '../../calendars/begins-in.js';
import { rangeOf } from '../../calendars/span.js';
import { creditsIn, IS_EVENING, MINUTES, termTeam, type TermTeamRow } from '../../calendars/turn-facts.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { addDays } from '../../shared/time/iso-date.js';
import { swedishDay } from '../../shared/time/swedish-time.js';
import type { GivenShare, LedgerFacts } from './ledger.rules.js';

/** What everybody of a district has been given in a term, and who was there. */
@Injectable()
export class LedgerQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All from one moment: the three questions see the same rows. */
  facts(districtId: string, term: Term): Promise<Omit<LedgerFacts, 'today' | 'oneMore'>> {
    const span = rangeOf({
      from: swedishDay(term.startsOn).at(0),
      until: swedishDay(addDays(term.endsOn, 1)).at(0),
    });
    return this.dataSource.transaction('REPEATABLE READ', async manager => {
      const [row] = await manager.query<[{ team: TermTeamRow; eveningPercent: number }]>(
        `SELECT ${termTeam('$1::uuid', '$2::tstzrange')} AS team, r.evening_load_percent AS "eveningPercent"
           FROM district_rules r WHERE r.district_id = $1`,
        [districtId, span],
      );
      const names = await manager.query<{ id: string; name: string }[]>(
        'SELECT id, name FROM assistant WHERE district_id = $1',
        [districtId],
      );
      const given = await manager.query<GivenShare[]>(
        `SELECT o.assistant_id AS "assistantId", o.booking_id AS "bookingId", (${MINUTES})::int AS minutes,
                ${IS_EVENING} AS "isEvening", b.status = 'held' AS "isHeld", o.created_at AS "givenAt"
           FROM assistant a JOIN occupied_time o ON ${beginsIn('o.', 'a.id', '$2')} JOIN booking b ON b.id = o.booking_id
          WHERE a.district_id = $1`,
        [districtId, span],
      );
      const { eveningPercent } = row;
      const { team } = row;
      const nameOf = new Map(names.map(one => [one.id, one.name]));
      return {
        people: team.people.map(person => ({ ...person, name: nameOf.get(person.id)! })),
        given,
        credits: creditsIn(team, eveningPercent, term),
        eveningPercent,
      };
    });
  }
}
