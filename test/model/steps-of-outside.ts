// The steps of time that is taken in an outside calendar: entered and read, out of reach, taken away.
import { addDays } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { Outcome, Stage, Step } from './choices.js';
import type { Span } from './reference.js';

const MINUTE = 60_000;

export class StepsOfOutside {
  constructor(private readonly stage: Stage) {}

  all(): Step[] {
    return [() => this.enter(), () => this.enter(), () => this.endOrVanish()];
  }

  /** At times there is nothing at the address: what was read from the one before is gone all the same. */
  private async enter(): Promise<Outcome> {
    const { town, product, cast, random } = this.stage;
    const person = random.pick(cast.people).id;
    const isThere = random.between(0, 4) > 0;
    const busy = this.someTimes();
    await product.outside.enter(person, busy, isThere);
    town.elsewhere.set(person, isThere ? busy : []);
    return { what: 'outside calendar', product: 'read', reference: 'read' };
  }

  /** On days apart: an hour and a half at most, often right beside a visit, or in its margin. */
  private someTimes(): Span[] {
    const { random, choices } = this.stage;
    const times = new Map<string, Span>();
    for (let n = random.between(0, 3); n > 0; n--) {
      const visit = random.between(0, 2) > 0 ? choices.comingVisit() : undefined;
      const { date, minute } = visit ?? choices.time();
      const from = instantAt(date, minute + random.pick([-60, -30, 0, 60, 65, 90])).getTime();
      if (from > this.stage.town.now && date < addDays(this.stage.town.today, 300))
        times.set(date, { from, until: from + random.pick([15, 60, 90]) * MINUTE });
    }
    return [...times.values()];
  }

  private async endOrVanish(): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    const those = [...town.elsewhere].filter(([, busy]) => busy.length > 0).map(([person]) => person);
    if (those.length === 0) return undefined;
    const person = random.pick(those);
    if (random.between(0, 1) === 0) {
      await product.outside.vanish(person);
      return { what: 'outside calendar', product: 'out of reach', reference: 'out of reach' };
    }
    await product.outside.remove(person);
    town.elsewhere.delete(person);
    return { what: 'outside calendar', product: 'taken away', reference: 'taken away' };
  }
}
