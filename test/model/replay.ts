// What a crowd has left behind, replayed in the order of the commits: every step has to be one that the reference allows.
import { swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { Left } from './commit-log.js';
import * as effects from './effects.js';
import { add, comingOfSchool, SHARE_OF_SCHOOL, type Wanted } from './expected.js';
import {
  idsOf,
  NEEDED,
  startOf,
  type Going,
  type Reference,
  type Staffed,
  type Visit,
  type When,
} from './reference.js';

type Fault = string | undefined;
type Wish = Wanted & { reference: string };

const NOBODY: Staffed = { goes: [], published: undefined, needed: NEEDED };

export class Replay {
  constructor(
    private readonly town: Reference,
    private readonly wishes: ReadonlyMap<string, Wish>,
  ) {}

  /** The first step that the reference does not allow, or undefined. */
  faultOf(log: Left[]): Fault {
    for (const [index, left] of log.entries()) {
      const fault = this.apply(left);
      const what = `commit ${String(index)} of ${String(log.length)}, ${left.did ?? left.kind} ${left.id}`;
      if (fault) return `${what}: ${fault}`;
    }
    return undefined;
  }

  private apply(left: Left): Fault {
    const { town } = this;
    const { id } = left;
    if (left.kind === 'absence')
      town.away.push({
        id,
        person: left.person!,
        kind: left.isDuty ? 'duty' : 'other',
        from: left.from.getTime(),
        until: left.until.getTime(),
      });
    if (left.kind === 'elsewhere') town.elsewhere.set(id, left.busy!);
    const gone = town.away.findIndex(one => one.id === id);
    if (left.kind === 'absenceGone') town.away.splice(gone, 1);
    return left.kind === 'booking' ? this.applyToVisit(left) : undefined;
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
        else Object.assign(visit, { status: 'cancelled', cancelledBy: 'school', goes: [] });
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
    const visit = add(this.town, { ...wish, ...timeOf(left) }, { id: left.id, reference, status, ...NOBODY });
    visit.goes = this.newcomers(left, visit);
    const coming = comingOfSchool(this.town, visit.school, visit.date);
    return fault ?? (coming > SHARE_OF_SCHOOL ? `the school has ${String(coming)} coming visits` : undefined);
  }

  private move(left: Left, visit: Visit): Fault {
    const fault = this.faultOfTime(left, visit);
    if (fault) return fault;
    const goes = left.people!.map(person => ({ person, since: this.town.now, tight: false }));
    if (left.actor === 'district')
      effects.moved(this.town, visit, timeOf(left), { ...NOBODY, goes }, left.account!);
    else {
      Object.assign(visit, timeOf(left), { goes });
      visit.changes++;
      this.town.letGo(visit.id);
    }
    return undefined;
  }

  private restaff(left: Left, visit: Visit): Fault {
    const newcomers = this.newcomers(left, visit);
    const ids = newcomers.map(one => one.person);
    const fault = this.faultOfPeople(ids, visit, visit.id);
    if (fault) return fault;
    const stay = visit.goes.filter(one => left.people!.includes(one.person));
    const count = stay.length + newcomers.length;
    if (count === 0 || count > NEEDED) return `${String(count)} people go`;
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

  private newcomers(left: Left, visit: Visit): Going[] {
    const here = idsOf(visit);
    return left
      .people!.filter(person => !here.includes(person))
      .map(person => ({ person, since: this.town.now, tight: false }));
  }

  private faultOfTime(left: Left, { lecture, school }: Pick<Visit, 'lecture' | 'school'>): Fault {
    const visit = { ...timeOf(left), lecture, school };
    if (!this.town.isBookableDay(visit.date) || !this.town.isBookableHour(visit.minute, lecture))
      return 'a time that is not offered';
    if (left.people!.length !== NEEDED) return `${String(left.people!.length)} people go`;
    return this.faultOfPeople(left.people!, visit, left.id);
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
    const is = [left.status, left.from.getTime(), left.people!.join()].join(' ');
    const should = [visit.status, startOf(visit), idsOf(visit).join()].join(' ');
    return is === should ? undefined : `${is}, not ${should}`;
  }
}

const timeOf = ({ from }: Left) => ({ date: swedishDateOf(from), minute: swedishMinuteOf(from) });
