// Extra hours of fältassistenter: entered, and taken back.
import { addDays } from '../../src/shared/time/iso-date.js';
import type { Outcome, Stage, Step } from './choices.js';
import { expectedOfExtra, removeExtra, type ExtraTime } from './expected-of-district.js';

export class StepsOfHours {
  constructor(private readonly stage: Stage) {}

  all(): Step[] {
    return [() => this.enter(), () => this.remove()];
  }

  private async enter(): Promise<Outcome> {
    const { town, product, random } = this.stage;
    const from = random.between(14, 40) * 30;
    const extra = { ...this.someDay(), from, until: from + random.between(2, 7) * 30 };
    const reference = expectedOfExtra(town, extra);
    const { word, id } = await product.district.enterExtra(extra);
    if (word === 'done') town.extra.push({ ...extra, id });
    return { what: 'extra hours', product: word, reference };
  }

  /** One that has extra hours already, one that is near or has just been, or any. */
  private someDay(): Pick<ExtraTime, 'person' | 'date'> {
    const { town, cast, random, choices } = this.stage;
    const person = random.pick(cast.people).id;
    const near = { person, date: addDays(town.today, random.between(-2, 14)) };
    const again = town.extra.length > 0 ? random.pick(town.extra) : near;
    const { person: who, date } = random.pick([again, near, { person, date: choices.date() }]);
    return { person: who, date };
  }

  private async remove(): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    if (town.extra.length === 0) return undefined;
    const been = town.extra.filter(one => one.date < town.today);
    // Most stay until they have been.
    if (been.length === 0 && random.between(0, 2) > 0) return undefined;
    const some = been.length > 0 && random.between(0, 1) === 0 ? been : town.extra;
    const { id, person } = random.pick(some);
    const word = await product.district.removeExtra(person, id);
    return { what: 'extra hours removed', product: word, reference: removeExtra(town, id) };
  }
}
