// A walk of random steps: the product does each of them, and the reference says what had to come of it.
import { randomFrom, type Random } from '../../src/demo/random.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import type { TestClock } from '../setup/test-clock.js';
import { Choices, type Cast, type Step } from './choices.js';
import type { Product } from './product.js';
import { idsOf, startOf, type Reference, type Visit } from './reference.js';
import { StepsOfDistrict } from './steps-of-district.js';
import { StepsOfHandingOver } from './steps-of-handing-over.js';
import { StepsOfHours } from './steps-of-hours.js';
import { StepsOfIllness } from './steps-of-illness.js';
import { StepsOfOutside } from './steps-of-outside.js';
import { StepsOfPublishing } from './steps-of-publishing.js';
import { StepsOfSchools } from './steps-of-schools.js';

/** A visit as it is compared with the database. */
export const shown = (visit: Visit) => ({
  id: visit.id,
  status: visit.status,
  startsAt: new Date(startOf(visit)),
  published: visit.published ?? null,
  people: idsOf(visit),
});

/** What stands in the way beside the visits, in the words of the product. */
function besidesOf({ away, kept, elsewhere, now }: Reference): string[] {
  const busy = [...elsewhere].flatMap(([person, times]) => times.map(time => ({ person, time })));
  return [
    ...away.map(one => ({ ...one, what: 'away', time: one })),
    ...busy
      .filter(({ time }) => time.until > now)
      .map(({ person, time: { from, until } }) => ({
        what: 'elsewhere',
        person,
        time: { from: Math.max(from, now), until },
      })),
    ...kept
      .filter(one => one.until > now)
      .map(one => ({ ...one, what: `${one.kind} ${one.visit}`, time: one.around })),
  ]
    .map(({ what, person, time }) => `${what} ${person} ${String(time.from)} ${String(time.until)}`)
    .sort();
}

export class Walk {
  readonly counts: Record<string, number> = {};
  private readonly random: Random;
  private readonly choices: Choices;
  private readonly steps: Step[];
  private readonly meetings: Step[];
  private step = 0;

  constructor(
    seed: string,
    private readonly town: Reference,
    private readonly product: Product,
    clock: TestClock,
    private readonly cast: Cast,
  ) {
    const random = randomFrom(seed);
    const stage = { town, product, clock, cast, random, choices: new Choices(random, town, cast) };
    const schools = new StepsOfSchools(stage);
    this.random = random;
    const district = new StepsOfDistrict(stage, schools);
    this.choices = stage.choices;
    this.steps = [
      ...schools.all(),
      ...district.all(),
      ...new StepsOfHours(stage).all(),
      ...new StepsOfIllness(stage, district).all(),
      ...new StepsOfHandingOver(stage, district).all(),
      ...new StepsOfOutside(stage).all(),
      ...new StepsOfPublishing(stage).all(),
    ];
    this.meetings = [...schools.meetings(), ...district.meetings()];
    town.now = clock.now().getTime();
  }

  /** One step; answers what differs, or undefined. */
  async next(): Promise<string | undefined> {
    this.step++;
    const isMeeting = this.choices.undoable() !== undefined && this.random.between(0, 1) === 0;
    const outcome = await this.random.pick(isMeeting ? this.meetings : this.steps)();
    if (!outcome) return undefined;
    const { what, product, reference, counted, touched, also = [] } = outcome;
    const onPublished = [touched ?? []].flat().some(visit => visit.published);
    const more = onPublished ? [...also, `on a published time: ${what}`] : also;
    for (const word of [`${what}: ${counted ?? reference}`, ...more])
      this.counts[word] = (this.counts[word] ?? 0) + 1;
    if (product !== reference) return `step ${String(this.step)}, ${what}: ${product}, not ${reference}`;
    return touched ? this.compare([touched].flat()) : undefined;
  }

  /** Where the database and the reference differ about these visits, or about any. */
  async compare(visits?: Visit[]): Promise<string | undefined> {
    const rows = await this.product.rows(visits?.map(visit => visit.id));
    const visitsShown = (visits ?? this.town.visits).map(shown).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [index, visit] of visitsShown.entries()) {
      const [is, should] = [JSON.stringify(rows[index]), JSON.stringify(visit)];
      if (is !== should) return `step ${String(this.step)}: the database says ${is}, the reference ${should}`;
    }
    return rows.length === visitsShown.length ? undefined : `${String(rows.length)} bookings`;
  }

  /** Where they differ about what is kept, or about who is away. */
  async compareBesides(): Promise<string | undefined> {
    return this.differenceOf(await this.product.besides(), besidesOf(this.town));
  }

  /** Where they differ about what has become of wishes to hand a visit over. */
  async compareWishes(): Promise<string | undefined> {
    const wishes = this.town.wishes.map(one => `${one.id} ${one.outcome ?? 'open'}`).sort();
    return this.differenceOf(await this.product.handingOver.wishes(), wishes);
  }

  /** Where they differ about what is published. */
  async comparePublished(): Promise<string | undefined> {
    const published = this.town.published
      .map(one => [one.id, startOf(one), ...one.people.toSorted()].join(' '))
      .sort();
    return this.differenceOf(await this.product.publishing.all(), published);
  }

  private differenceOf(is: string[], should: string[]): string | undefined {
    const differs = [...is, ...should].find(one => is.includes(one) !== should.includes(one));
    if (differs === undefined) return undefined;
    return `step ${String(this.step)}: ${is.includes(differs) ? 'the product' : 'the reference'} alone has ${differs}`;
  }

  /** Where they differ about what is offered in the four weeks from today on. */
  async compareOffers(): Promise<string | undefined> {
    const { town, product, cast } = this;
    const until = addDays(town.today, 27);
    for (const lecture of cast.lectures) {
      const is = await product.offered(lecture.id, cast.schools[0]!, town.today, until);
      const should: number[] = [];
      for (let date = town.today; date <= until; date = addDays(date, 1))
        should.push(...town.offeredOn(date, lecture, cast.schools[0]!));
      const differs = [...is, ...should].find(start => is.includes(start) !== should.includes(start));
      if (differs !== undefined) {
        const who = is.includes(differs) ? 'the product alone' : 'the reference alone';
        return `step ${String(this.step)}: ${who} offers ${new Date(differs).toISOString()}`;
      }
    }
    return undefined;
  }
}
