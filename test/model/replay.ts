// What a crowd has left behind, replayed in the order of the commits: every step has to be one that the reference allows.
import { swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { Left } from './commit-log.js';
import * as effects from './effects.js';
import { add, comingOfSchool, SHARE_OF_SCHOOL, type Wanted } from './expected.js';
import { expectedOfPublishing, isTaken, publishedThen, timeOf as timeToKeep, withdraw } from './published.js';
import {
  aroundOf,
  idsOf,
  lectureOf,
  NEEDED,
  startOf,
  type Lecture,
  type Reference,
  type Staffed,
  type Visit,
  type When,
} from './reference.js';

type Fault = string | undefined;
type Wish = Wanted & { reference: string };

const told = ({ did, kind, account }: Left) => `${did ?? kind} by ${account?.slice(-1) ?? 'nobody'}`;

export class Replay {
  constructor(
    private readonly town: Reference,
    private readonly wishes: ReadonlyMap<string, Wish>,
    private readonly lectures: Lecture[],
  ) {}

  /** The first step that the reference does not allow, or undefined. */
  faultOf(log: Left[]): Fault {
    for (const [index, left] of log.entries()) {
      const fault = this.apply(left);
      const before = log.slice(0, index).filter(one => one.id === left.id);
      const what = `commit ${String(index)} of ${String(log.length)}, ${told(left)} ${left.id}`;
      if (fault) return `${what} after ${before.map(told).join(', ')}: ${fault}`;
    }
    return undefined;
  }

  private apply(left: Left): Fault {
    const { town } = this;
    const { id } = left;
    switch (left.kind) {
      case 'booking':
        return this.applyToVisit(left);
      case 'published':
        return this.publish(left);
      case 'absence':
        town.away.push({ id, person: left.person!, kind: left.isDuty ? 'duty' : 'other', ...spanOf(left) });
        break;
      case 'absenceGone':
        town.away.splice(
          town.away.findIndex(one => one.id === id),
          1,
        );
        break;
      case 'elsewhere':
        town.elsewhere.set(id, left.busy!);
        break;
      case 'offer':
        return this.offer(left);
      case 'offerGone':
        town.kept = town.kept.filter(
          one =>
            one.kind !== 'offer' ||
            one.visit !== left.visit ||
            one.person !== left.person ||
            one.lecture.from !== left.from.getTime(),
        );
        break;
      case 'withdrawn':
        withdraw(town, id);
    }
    return undefined;
  }

  /** Kept for a school that is asked, as a visit would be. */
  private offer(left: Left): Fault {
    const { town } = this;
    const visit = town.visits.find(one => one.id === left.visit);
    if (!visit) return 'a time that is kept for nobody';
    const { school, lecture } = visit;
    const published = left.published ?? undefined;
    const time = { ...timeOf(left), lecture, school, published };
    const fault = this.faultOfPeople([left.person!], time, visit.id);
    if (fault) return fault;
    const taken = {
      person: left.person!,
      school,
      lecture: lectureOf(time),
      around: aroundOf(time),
      tight: false,
    };
    town.keep({ ...taken, kind: 'offer', visit: visit.id, until: left.keptUntil!, published });
    return undefined;
  }

  private publish(left: Left): Fault {
    const { town } = this;
    const wish = { ...timeOf(left), about: left.about, people: left.people! };
    const trouble = expectedOfPublishing(town, wish, this.lectures);
    if (trouble !== 'done') return trouble;
    town.published.push({ ...wish, id: left.id, ...timeToKeep(wish, this.lectures) });
    return undefined;
  }

  private applyToVisit(left: Left): Fault {
    const wish = this.wishes.get(left.id);
    const visit = this.town.visits.find(one => one.id === left.id);
    if (!wish) return 'a booking that nobody was told of';
    if (!visit) return this.book(left, wish);
    // Nothing is done to what is not to be, but that it is called off is undone.
    if (left.did !== 'undone' && !this.town.isComing(visit)) return `it was ${visit.status}`;
    return this.act(left, visit) ?? this.differs(left, visit);
  }

  private act(left: Left, visit: Visit): Fault {
    const { town } = this;
    const by = left.account ?? '';
    const isDistricts = left.actor === 'district';
    switch (left.did) {
      case 'confirmed':
        if (visit.status !== 'preliminary') return `it was ${visit.status}`;
        visit.status = 'confirmed';
        break;
      case 'cancelled':
        if (isDistricts) effects.cancelled(town, visit, by);
        else
          Object.assign(visit, {
            status: 'cancelled',
            cancelledBy: 'school',
            goes: [],
            published: undefined,
          });
        if (!isDistricts) town.letGo(visit.id, 'offer');
        break;
      case 'moved':
        return this.move(left, visit);
      case 'restaffed':
        return this.restaff(left, visit);
      case 'undone':
        return this.undo(left, visit);
      case 'staffAway':
        break;
      default:
        return 'nobody does that here';
    }
    if (!isDistricts || left.did === 'staffAway') visit.changes++;
    return undefined;
  }

  private book(left: Left, wish: Wish): Fault {
    const { reference } = wish;
    const status = left.status as 'confirmed' | 'preliminary';
    const fault = this.faultOfTime(left, wish);
    const made = { id: left.id, reference, status, ...this.staffed(left, []) };
    const visit = add(this.town, { ...wish, ...timeOf(left) }, made);
    const coming = comingOfSchool(this.town, visit.school, visit.date);
    return fault ?? (coming > SHARE_OF_SCHOOL ? `the school has ${String(coming)} coming visits` : undefined);
  }

  private move(left: Left, visit: Visit): Fault {
    const fault = this.faultOfTime(left, visit);
    if (fault) return fault;
    const staffed = this.staffed(left, []);
    if (left.actor === 'district') effects.moved(this.town, visit, timeOf(left), staffed, left.account!);
    else {
      Object.assign(visit, timeOf(left), staffed);
      visit.changes++;
      this.town.letGo(visit.id);
    }
    return undefined;
  }

  private restaff(left: Left, visit: Visit): Fault {
    const newcomers = this.staffed(left, idsOf(visit)).goes;
    const ids = newcomers.map(one => one.person);
    const fault = this.faultOfPeople(ids, visit, visit.id);
    if (fault) return fault;
    const stay = visit.goes.filter(one => left.people!.includes(one.person));
    const count = stay.length + newcomers.length;
    if (count === 0 || count > visit.needed) return `${String(count)} people go`;
    effects.restaffed(this.town, visit, [...stay, ...newcomers], left.account!);
    return undefined;
  }

  /** Restores people and time, as long as nothing else has happened to the visit, and nobody else has them. */
  private undo(left: Left, visit: Visit): Fault {
    const { act } = visit;
    if (!act) return 'there was nothing to undo';
    if (act.by !== left.account) return 'somebody else did it';
    if (act.changes !== visit.changes) return 'something else has happened since';
    if (effects.isLost(this.town, visit)) return 'somebody else has the time';
    effects.undone(this.town, visit);
    return undefined;
  }

  /** Who goes by the commit, but for those who went before. */
  private staffed(left: Left, before: string[]): Staffed {
    const goes = left
      .people!.filter(person => !before.includes(person))
      .map(person => ({ person, since: this.town.now, tight: false }));
    const published = left.published ?? undefined;
    return { goes, published, needed: Math.max(NEEDED, published ? goes.length : 0) };
  }

  private faultOfTime(left: Left, { lecture, school }: Pick<Visit, 'lecture' | 'school'>): Fault {
    const visit = { ...timeOf(left), lecture, school, published: left.published ?? undefined };
    const people = left.people!;
    if (!this.town.isBookableDay(visit.date)) return 'a day that is not offered';
    if (visit.published) {
      const fault = this.faultOfPublished(left, visit);
      if (fault) return fault;
    } else {
      if (!this.town.isBookableHour(visit.minute, lecture)) return 'a time that is not offered';
      if (people.length !== NEEDED) return `${String(people.length)} people go`;
    }
    return this.faultOfPeople(people, visit, left.id);
  }

  /** It is for this moment and lecture, nobody else has it, and all who are named go, with others where they are too few. */
  private faultOfPublished({ id, people }: Left, visit: When): Fault {
    const open = publishedThen(this.town, visit, id).find(one => one.id === visit.published);
    if (!open) return 'a time that is not published';
    if (isTaken(this.town, open, id)) return 'a published time that somebody else has';
    if (open.people.some(one => !people!.includes(one))) return 'somebody who is named does not go';
    const count = Math.max(NEEDED, open.people.length);
    return people!.length === count ? undefined : `${String(people!.length)} people go`;
  }

  private faultOfPeople(people: string[], visit: When, except: string): Fault {
    for (const person of this.town.people.filter(one => people.includes(one.id))) {
      const whyNot = this.town.whyNotFree(person, visit, except);
      if (whyNot) return `${person.id} is not free: ${whyNot}`;
    }
    return undefined;
  }

  /** The visit as the commit left it has to be the one that the act leaves. */
  private differs(left: Left, visit: Visit): Fault {
    const is = [left.status, left.from.getTime(), left.people!.join(), left.published].join(' ');
    const should = [visit.status, startOf(visit), idsOf(visit).join(), visit.published].join(' ');
    return is === should ? undefined : `${is}, not ${should}`;
  }
}

const spanOf = ({ from, until }: Left) => ({ from: from.getTime(), until: until.getTime() });

const timeOf = ({ from }: Left) => ({ date: swedishDateOf(from), minute: swedishMinuteOf(from) });
