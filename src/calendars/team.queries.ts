import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { prepared } from '../platform/database/prepared.js';
import { rangeOf, widened, type Span } from './span.js';
import type { TeamMember } from './team-member.js';
import { memberOf, ofTeam, TEAM, type TeamRow } from './team-rows.js';
import { askedInTurn, inTurn, type TurnRow } from './turn-facts.js';

/** Whose own time does not count as taken: the visitor's hold, or the booking that is to be moved. */
export interface OwnTime {
  draftId?: string;
  bookingId?: string;
}

/** Where people are chosen: the term in which their load counts, where the visit is in one, and the school, where it is known. */
export interface TurnAsked {
  term: Span | undefined;
  schoolId: string | undefined;
}

@Injectable()
export class TeamQueries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Everybody qualified for a lecture, with their hours, what takes their time within the span, and, where it is asked
   * for, what decides whose turn it is: what they have been given in the term, and who is asked first at the school.
   */
  async qualifiedFor(
    lectureId: string,
    span: Span,
    now: Date,
    own: OwnTime = {},
    turn?: TurnAsked,
  ): Promise<TeamMember[]> {
    const values = [
      lectureId,
      rangeOf(span),
      now,
      own.draftId ?? NOBODYS,
      own.bookingId ?? NOBODYS,
      rangeOf(widened(span)),
    ];
    if (!turn) {
      const rows = await prepared<TeamRow>(this.dataSource, 'team', OF_TEAM, values);
      return rows.map(memberOf);
    }
    const rows = await prepared<TeamRow & TurnRow>(this.dataSource, 'team in turn', OF_TEAM_IN_TURN, [
      ...values,
      turn.term ? rangeOf(turn.term) : null,
      turn.schoolId ?? null,
    ]);
    const turnOf = inTurn(rows, turn.term);
    return rows.map(row => ({ ...memberOf(row), ...turnOf(row) }));
  }
}

const OF_TEAM = ofTeam();
const OF_TEAM_IN_TURN = ofTeam(askedInTurn({ term: '$7', schoolId: '$8', bookingId: TEAM.ownBooking }));

/** An id that no row has. */
export const NOBODYS = '00000000-0000-0000-0000-000000000000';
