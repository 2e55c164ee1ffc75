// Many clients at once: each does random acts, and the database writes down, in the order of its commits, what each
// transaction has left behind. Replayed in that order, every step has to be one that the reference allows, and the end
// the same.
import { randomFrom, type Random } from '../../src/demo/random.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import { instantAt, swedishDateOf, swedishMinuteOf } from '../../src/shared/time/swedish-time.js';
import type { DataSource } from 'typeorm';
import type { Wanted } from './expected.js';
import type { Product } from './product.js';
import { startOf, type Reference, type Visit } from './reference.js';
import type { Cast } from './walk.js';

/** What a transaction has left behind: a booking as it then stood, or an absence that came or went. */
interface Left {
  kind: 'booking' | 'absence' | 'absenceGone';
  id: string;
  person: string | null;
  status: Visit['status'] | null;
  from: Date;
  until: Date;
  people: string[] | null;
}

const COMMIT_LOG = `
  CREATE TABLE commit_log (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, left_behind jsonb);
  CREATE FUNCTION log_commit_of_absence() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Held until the commit has been done: the numbers are in the order of the commits.
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', CASE TG_OP WHEN 'DELETE' THEN 'absenceGone' ELSE 'absence' END, 'id', one.id,
             'person', one.assistant_id, 'from', lower(one.period), 'until', upper(one.period))
      FROM (SELECT (CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END).*) AS one;
    RETURN NULL;
  END $$;
  CREATE FUNCTION log_commit_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(4711);
    INSERT INTO commit_log (left_behind)
    SELECT jsonb_build_object('kind', 'booking', 'id', b.id, 'status', b.status, 'from', b.starts_at, 'until', b.ends_at,
             'people', (SELECT coalesce(jsonb_agg(o.assistant_id ORDER BY o.assistant_id), '[]') FROM occupied_time o WHERE o.booking_id = b.id))
      FROM booking b WHERE b.id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR UPDATE ON booking DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_booking();
  CREATE CONSTRAINT TRIGGER logged AFTER INSERT OR DELETE ON absence DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_commit_of_absence()`;

export class Crowd {
  private readonly wishes = new Map<string, Wanted & { reference: string }>();
  readonly answers: Record<string, number> = {};

  constructor(
    private readonly seed: string,
    private readonly town: Reference,
    private readonly product: Product,
    private readonly db: DataSource,
    private readonly cast: Cast,
  ) {}

  async rush(clients: number, acts: number): Promise<void> {
    await this.db.query(COMMIT_LOG);
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const random = randomFrom(`${this.seed} ${String(client)}`);
        for (let act = 0; act < acts; act++) await this.act(random, `${String(client)} ${String(act)}`);
      }),
    );
  }

  /** The first step that the reference does not allow, or undefined. */
  async replay(): Promise<string | undefined> {
    const log = await this.db.query<{ left: Left }[]>(
      'SELECT left_behind AS left FROM commit_log ORDER BY n',
    );
    for (const [index, { left }] of log.entries()) {
      const fault = this.apply({ ...left, from: new Date(left.from), until: new Date(left.until) });
      if (fault) return `commit ${String(index)} of ${String(log.length)}, ${left.id}: ${fault}`;
    }
    return undefined;
  }

  private apply(left: Left): string | undefined {
    const { town } = this;
    if (left.kind === 'absence') {
      const [from, until] = [left.from.getTime(), left.until.getTime()];
      town.away.push({ id: left.id, person: left.person!, from, until });
      return undefined;
    }
    if (left.kind === 'absenceGone') {
      town.away.splice(
        town.away.findIndex(one => one.id === left.id),
        1,
      );
      return undefined;
    }
    const at = { date: swedishDateOf(left.from), minute: swedishMinuteOf(left.from) };
    const known = town.visits.find(visit => visit.id === left.id);
    const wish = this.wishes.get(left.id);
    if (!wish) return 'a booking that nobody was told of';
    const isNewTime = !known || startOf(known) !== left.from.getTime();
    if (isNewTime) {
      const fault = this.faultOfTime(left, { ...at, lecture: wish.lecture });
      if (fault) return fault;
    } else if (left.status !== 'cancelled' && [...known.people].sort().join() !== left.people!.join()) {
      return 'other people without a new time';
    }
    if (known && !town.isComing(known)) return `${known.status} became ${String(left.status)}`;
    const now = { ...at, status: left.status!, people: left.people! };
    if (known) Object.assign(known, now);
    else {
      town.visits.push({
        ...wish,
        id: left.id,
        ...now,
        cancelledBy: null,
        takenAt: town.now,
        createdAt: town.now,
        confirmBefore: left.status === 'preliminary' ? Infinity : null,
      });
    }
    const term = town.termOf(at.date);
    const ofSchool = town.visits.filter(
      visit => visit.school === wish.school && town.isComing(visit) && town.termOf(visit.date) === term,
    );
    return ofSchool.length > 6 ? `the school has ${String(ofSchool.length)} coming visits` : undefined;
  }

  private faultOfTime(left: Left, visit: Pick<Visit, 'date' | 'minute' | 'lecture'>): string | undefined {
    const { town } = this;
    if (!town.isBookableDay(visit.date) || !town.isBookableHour(visit.minute, visit.lecture))
      return 'a time that is not offered';
    const free = town.free(visit, left.id).map(person => person.id);
    if (left.people!.length !== 2) return `${String(left.people!.length)} people go`;
    const busy = left.people!.filter(id => !free.includes(id));
    return busy.length > 0 ? `${busy.join()} is not free` : undefined;
  }

  private async act(random: Random, key: string): Promise<void> {
    const count = (word: string) => (this.answers[word] = (this.answers[word] ?? 0) + 1);
    const time = () => ({
      date: addDays(this.town.workingDaysFrom(this.town.today, 10), random.between(0, 5)),
      minute: random.pick([510, 540, 600, 630, 780, 840]),
    });
    const known = [...this.wishes.keys()];
    const does = random.between(0, 9);
    if (does < 5 || known.length === 0) {
      const lecture = random.pick(this.cast.lectures);
      const email = `${key.replace(' ', '.')}@${random.pick(['edu.stockholm.se', 'gmail.example'])}`;
      const wanted = { lecture, school: random.pick(this.cast.schools), email, ...time() };
      const made = await this.product.book(wanted, lecture.grade, key);
      if (made.id) this.wishes.set(made.id, { ...wanted, reference: made.reference });
      count(`book: ${made.word}`);
    } else if (does < 9) {
      const visit = { id: random.pick(known) } as Visit;
      if (does === 5) count(`cancel: ${await this.product.cancel(visit)}`);
      else if (does === 6) count(`confirm: ${await this.product.confirm(visit)}`);
      else count(`move: ${await this.product.move(visit, time())}`);
    } else {
      const { date, minute } = time();
      const person = random.pick(this.cast.people).id;
      const from = instantAt(date, minute);
      const { id } = await this.product.goAway(person, from, new Date(from.getTime() + 3_600_000));
      if (random.between(0, 1) === 1) await this.product.comeBack(person, id);
      count('absence: entered');
    }
  }
}
