// The steps of a coordinator who publishes times, with people or without, and withdraws them.
import { addDays } from '../../src/shared/time/iso-date.js';
import type { Outcome, Stage, Step } from './choices.js';
import { expectedOfPublishing, timeOf, withdraw, type WishToPublish } from './published.js';

export class StepsOfPublishing {
  constructor(private readonly stage: Stage) {}

  all(): Step[] {
    return [() => this.publish(), () => this.publish(), () => this.withdraw()];
  }

  private async publish(): Promise<Outcome> {
    const { town, product, cast } = this.stage;
    const wish = this.someWish();
    const reference = expectedOfPublishing(town, wish, cast.lectures);
    const { word, id } = await product.publishing.publish(wish);
    if (word === 'done') town.published.push({ ...wish, id, ...timeOf(wish, cast.lectures) });
    return { what: 'publish', product: word, reference };
  }

  /** Often off the grid, or in the evening; at times as one that there is already, or too close to it. */
  private someWish(): WishToPublish {
    const { town, cast, random, choices } = this.stage;
    const about = random.pick([null, ...cast.lectures.map(one => one.id)]);
    const able = cast.people.filter(one => about === null || one.lectures.includes(about));
    const people = able.filter(() => random.between(0, 3) === 0).map(one => one.id);
    const again =
      town.published.length > 0 && random.between(0, 5) === 0 ? random.pick(town.published) : undefined;
    if (again) {
      const { date, minute } = again;
      return { date, minute: minute + random.pick([0, 0, 30]), about: again.about, people: again.people };
    }
    const date = random.between(0, 9) === 0 ? addDays(town.today, random.between(-2, 3)) : choices.date();
    return { date, minute: random.pick([497, 540, 600, 785, 840, 1020, 1080, 1110]), about, people };
  }

  private async withdraw(): Promise<Outcome | undefined> {
    const { town, product, random, choices } = this.stage;
    const ofVisit = choices.comingVisit()?.published;
    const open = town.published.length > 0 ? random.pick(town.published).id : undefined;
    const id = ofVisit ?? (random.between(0, 2) === 0 ? open : undefined);
    if (!id) return undefined;
    const isBooked = town.visits.some(visit => visit.published === id);
    const word = await product.publishing.withdraw(id);
    withdraw(town, id);
    const counted = isBooked ? 'booked' : 'open';
    return { what: 'withdraw', product: word, reference: 'done', counted };
  }
}
