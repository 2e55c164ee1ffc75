import { Injectable } from '@nestjs/common';
import { addDays, type IsoDate } from '../shared/time/iso-date.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import {
  clippedToBookable,
  nearestTo,
  offeredDays,
  type OfferFacts,
  type Slot,
} from '../slots/offer.rules.js';
import { SlotsService } from '../slots/slots.service.js';
import type { OfferLimits } from '../slots/slots.service.js';
import type { VisitGround } from './visit-ground.js';

const HOW_MANY = 3;
const DAYS_AROUND = 21;
/** During a rush many lose the same time at once: they may be shown one picture of what is left. */
const SNAPSHOT_MS = 2000;
const SNAPSHOTS_AT_MOST = 200;

/** The free times nearest to one that is gone. */
@Injectable()
export class Alternatives {
  private readonly snapshots = new Map<string, { takenAt: number; facts: Promise<OfferFacts> }>();

  constructor(private readonly slots: SlotsService) {}

  /** `notOn`: a day of which no time is wanted. */
  async near(
    ground: VisitGround,
    wanted: Date,
    limits: OfferLimits,
    now: Date,
    notOn?: IsoDate,
  ): Promise<Slot[]> {
    const date = swedishDateOf(wanted);
    const around = { from: addDays(date, -DAYS_AROUND), to: addDays(date, DAYS_AROUND) };
    const facts = await this.snapshot(ground, around, limits, now);
    const clipped = clippedToBookable(facts.plan, now, around.from, around.to);
    if (!clipped) return [];
    const days = offeredDays(facts, clipped.from, clipped.to).filter(day => day.date !== notOn);
    return nearestTo(wanted.getTime(), days, HOW_MANY);
  }

  private async snapshot(
    ground: VisitGround,
    around: { from: string; to: string },
    limits: OfferLimits,
    now: Date,
  ): Promise<OfferFacts> {
    const load = () => this.slots.facts(ground, around.from, around.to, limits, now);
    if (limits.own?.bookingId ?? limits.own?.draftId) return load();
    const key = [ground.lecture.id, ground.school?.id, around.from].join(' ');
    const known = this.snapshots.get(key);
    if (known && Math.abs(now.getTime() - known.takenAt) < SNAPSHOT_MS) return known.facts;
    if (this.snapshots.size >= SNAPSHOTS_AT_MOST) this.snapshots.clear();
    const facts = load();
    this.snapshots.set(key, { takenAt: now.getTime(), facts });
    facts.catch(() => this.snapshots.delete(key));
    return facts;
  }
}
