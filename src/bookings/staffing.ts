import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ChosenAssistant } from '../calendars/occupied-time.store.js';
import type { TeamMember } from '../calendars/team-member.js';
import { swedishDateOf, type EpochMs } from '../shared/time/swedish-time.js';
import { publishedAt, shapeOf, type OfferFacts } from '../slots/offer.rules.js';
import { freeAt } from '../slots/slot.engine.js';
import { asNamed, inFairOrder, visitLoad } from '../slots/staffing.rules.js';

/** Chooses who takes a visit: those who are named on its published time, those who already hold it for this visitor, then the fair order. */
@Injectable()
export class Staffing {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * `facts` are those of the week and the term of the start. Undefined where there are not enough people. `keep`: draft
   * or booking whose people are kept if they are free.
   */
  async choose(facts: OfferFacts, startsAt: Date, keep?: string): Promise<ChosenAssistant[] | undefined> {
    const start = startsAt.getTime();
    const published = publishedAt(facts, start);
    const named = asNamed(published?.takers.named ?? []);
    const others = published?.takers.others ?? this.free(facts, start);
    const lacking = Math.max(0, facts.visit.peopleNeeded - named.length);
    if (others.length < lacking) return undefined;
    const kept = keep ? await this.holders(keep) : new Set<string>();
    const found = inFairOrder(others, visitLoad(start, facts.visit.minutes, facts))
      .sort((a, b) => Number(kept.has(b.assistantId)) - Number(kept.has(a.assistantId)))
      .slice(0, lacking);
    return [...named, ...found];
  }

  private free(facts: OfferFacts, start: EpochMs): TeamMember[] {
    return freeAt(start, swedishDateOf(start), facts.team, shapeOf(facts.visit, facts.plan));
  }

  private async holders(occupantId: string): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT assistant_id AS id FROM occupied_time WHERE draft_id = $1 OR booking_id = $1',
      [occupantId],
    );
    return new Set(rows.map(row => row.id));
  }
}
