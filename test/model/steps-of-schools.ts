// The steps of schools, of fältassistenter, and of time.
import { addDays } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { EMAILS, type Outcome, type Stage, type Step } from './choices.js';
import * as expected from './expected.js';
import { lectureOf, startOf, type Span } from './reference.js';

const SECOND = 1000;
const MINUTE = 60_000;

export class StepsOfSchools {
  constructor(private readonly stage: Stage) {}

  /** What is done often stands here several times. */
  all(): Step[] {
    return [
      () => this.book(),
      () => this.book(),
      () => this.book(),
      () => this.book(),
      () => this.book(),
      () => this.book(),
      () => this.move(),
      () => this.cancel(),
      () => this.confirm(),
      () => this.tell(),
      () => this.tell(),
      () => this.goAway(),
      () => this.comeBack(),
      () => this.comeBack(),
      () => this.prove(),
      () => this.pass(),
      () => this.pass(),
    ];
  }

  async book(time = this.stage.choices.time()): Promise<Outcome> {
    const { town, product, cast, random, choices } = this.stage;
    const wanted = {
      lecture: random.pick(cast.lectures),
      school: choices.school(),
      email: random.pick(EMAILS),
      ...time,
    };
    const reference = expected.expectedOfBooking(town, wanted);
    const limit = reference === 'timeTaken' ? town.teamsLimit(wanted) : undefined;
    const { word, ...made } = await product.book(wanted, choices.key());
    const isBooked = word === reference && (word === 'confirmed' || word === 'preliminary');
    const staffed = town.choose(wanted);
    const touched = isBooked ? expected.add(town, wanted, { ...made, status: word, ...staffed }) : undefined;
    const also = limit ? [`the team has enough: ${limit}`] : [];
    return { what: 'book', product: word, reference, touched, also };
  }

  /** What meets an act of a coordinator, while it can still be undone. */
  meetings(): Step[] {
    const { choices } = this.stage;
    const moveBack = () => {
      const visit = choices.undoable();
      return this.move(visit, choices.timeGivenBack(visit));
    };
    return [
      () => this.book(choices.timeGivenBack()),
      moveBack,
      () => this.confirm(choices.undoable()),
      () => this.cancel(choices.undoable()),
    ];
  }

  private async move(
    visit = this.stage.choices.visit(),
    to = this.stage.choices.time(),
  ): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    if (!visit) return undefined;
    const word = await product.move(visit, to);
    return { what: 'move', product: word, reference: expected.move(town, visit, to), touched: visit };
  }

  private async cancel(visit = this.stage.choices.visit()): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    if (!visit) return undefined;
    const word = await product.cancel(visit);
    return { what: 'cancel', product: word, reference: expected.cancel(town, visit), touched: visit };
  }

  private async confirm(visit = this.stage.choices.visit()): Promise<Outcome | undefined> {
    const { town, product } = this.stage;
    if (!visit) return undefined;
    const word = await product.confirm(visit);
    return { what: 'confirm', product: word, reference: expected.confirm(town, visit), touched: visit };
  }

  private async tell(): Promise<Outcome | undefined> {
    const { town, product, random, choices } = this.stage;
    const ended = town.visits.filter(visit => visit.status === 'confirmed' && startOf(visit) <= town.now);
    const visit = ended.length > 0 && random.between(0, 3) > 0 ? ended[0] : choices.visit();
    if (!visit) return undefined;
    const isHeld = random.between(0, 9) > 0;
    const word = await product.tell(visit, isHeld);
    return { what: 'tell', product: word, reference: expected.tell(town, visit, isHeld), touched: visit };
  }

  private async goAway(): Promise<Outcome> {
    const { town, product, cast, random } = this.stage;
    const person = random.pick(cast.people).id;
    const kind = random.between(0, 2) === 0 ? 'duty' : 'other';
    const { from, until } = kind === 'duty' ? this.timeOfDuty() : this.timeOfAbsence();
    const { id, hit } = await product.goAway(person, { kind, from, until });
    const shouldHit = expected.goAway(town, { id, person, kind, from, until });
    const counted = shouldHit.length > 0 ? 'visits are hit' : 'none is hit';
    return { what: 'go away', product: hit.join(), reference: shouldHit.join(), counted };
  }

  /** Days, an hour and a half, or what comes right after a visit: in its margin alone. */
  private timeOfAbsence(): Span {
    const { town, random, choices } = this.stage;
    const visit = choices.comingVisit();
    const date = addDays(town.today, random.between(1, 60));
    const wholeDays = {
      from: instantAt(date, 0).getTime(),
      until: instantAt(addDays(date, random.between(1, 3)), 0).getTime(),
    };
    const morning = instantAt(date, random.between(8, 12) * 60).getTime();
    const after = visit && town.isComing(visit) ? lectureOf(visit).until : morning;
    const short = (from: number) => ({ from, until: from + 90 * MINUTE });
    return random.pick([wholeDays, short(morning), short(after)]);
  }

  /** An evening or a night, at times early in the morning: of which the rest counts. */
  private timeOfDuty(): Span {
    const { town, random, choices } = this.stage;
    const visit = choices.comingVisit();
    const date = visit && town.isComing(visit) ? addDays(visit.date, random.between(-1, 1)) : choices.date();
    const [from, until] = random.pick([
      [1080, 1320],
      [1200, 27 * 60],
      [60, 240],
      [360, 480],
      [960, 1020],
    ] as const);
    const midnight = instantAt(date, 0).getTime();
    return { from: midnight + from * MINUTE, until: midnight + until * MINUTE };
  }

  private async comeBack(): Promise<Outcome | undefined> {
    const { town, product, random } = this.stage;
    if (town.away.length === 0) return undefined;
    const one = random.pick(town.away);
    // What has been stays.
    if (one.until > town.now) town.away.splice(town.away.indexOf(one), 1);
    await product.comeBack(one.person, one.id);
    return { what: 'come back', product: 'done', reference: 'done' };
  }

  private async prove(): Promise<Outcome> {
    const email = this.stage.random.pick(EMAILS.slice(0, 2));
    await this.stage.product.prove(email);
    this.stage.town.proven.add(email);
    return { what: 'prove', product: 'done', reference: 'done' };
  }

  /** Some seconds, in which acts can still be undone and the worker does nothing; or some hours, at times a night. */
  private async pass(): Promise<Outcome> {
    const { town, product, clock, random } = this.stage;
    const areSeconds = random.between(0, 2) === 0;
    clock.pass(
      areSeconds
        ? random.between(1, 35) * SECOND
        : random.between(1, 300) * random.pick([1, 1, 1, 4]) * MINUTE,
    );
    town.now = clock.now().getTime();
    if (!areSeconds) {
      await product.lapse();
      await product.sweep(clock.now());
      expected.lapse(town);
    }
    return { what: areSeconds ? 'seconds pass' : 'time passes', product: 'done', reference: 'done' };
  }
}
