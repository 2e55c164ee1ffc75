import type { DataSource } from 'typeorm';
import { BookingsService } from '../../src/bookings/bookings.service.js';
import { VisitGrounds } from '../../src/bookings/visit-ground.js';
import type { BookingWish } from '../../src/bookings/booking-wish.js';
import { PublishedTimeStore } from '../../src/calendars/published-time.store.js';
import { WeeklyHours } from '../../src/calendars/weekly-hours.entity.js';
import { rangeOf } from '../../src/calendars/span.js';
import { District } from '../../src/districts/district.entity.js';
import { Lecture, LectureQualification } from '../../src/lectures/lecture.entity.js';
import { Onboarding } from '../../src/onboarding/onboarding.js';
import type { School } from '../../src/schools/school.entity.js';
import { SchoolsQueries } from '../../src/schools/schools.queries.js';
import { isRefusal } from '../../src/shared/refusal.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { Assistant } from '../../src/staff/assistant.entity.js';
import type { TestApp } from '../setup/app.js';

export interface Person {
  name?: string;
  email?: string;
  workingShare?: number;
  nameIsPublic?: boolean;
  employedFrom?: string;
  /** Monday to Friday, from and until. */
  hours?: [string, string];
  /** Slugs of the lectures this person may hold; all where nothing is said. */
  lectures?: string[];
}

/** The town that the stories play in: real districts and schools, and a team that each story hires for itself. */
export class World {
  private constructor(
    private readonly app: TestApp,
    readonly district: District,
  ) {}

  static async of(app: TestApp, slug = 'kungsholmen'): Promise<World> {
    await app.app.get(Onboarding).load(`data/districts/${slug}.json`, app.clock.now());
    return new World(app, await app.db.manager.findOneByOrFail(District, { slug }));
  }

  get db(): DataSource {
    return this.app.db;
  }

  lecture(slug = 'cannabis-och-hjarnan'): Promise<Lecture> {
    return this.db.manager.findOneByOrFail(Lecture, { districtId: this.district.id, slug });
  }

  async school(name = 'Rålambshovsskolan'): Promise<School> {
    const [school] = await this.app.app.get(SchoolsQueries).search(this.district.id, name);
    if (!school) throw new Error(`No school ${name}`);
    return school;
  }

  async hire(...people: Person[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, person] of people.entries()) {
      const name = person.name ?? `Person ${String(index + 1)}`;
      const inserted = await this.db.manager.insert(Assistant, {
        districtId: this.district.id,
        name,
        email: person.email ?? `${name.toLowerCase().replaceAll(' ', '.')}@${this.district.slug}.example`,
        workingShare: person.workingShare ?? 1,
        nameIsPublic: person.nameIsPublic ?? false,
        employedFrom: person.employedFrom ?? '2020-01-01',
      });
      const assistantId = inserted.identifiers[0]!.id as string;
      const [startsAt, endsAt] = person.hours ?? ['08:00', '16:00'];
      await this.db.manager.insert(
        WeeklyHours,
        [1, 2, 3, 4, 5].map(weekday => ({ assistantId, weekday, startsAt, endsAt, validFrom: '2020-01-01' })),
      );
      const lectures = await this.db.manager.findBy(Lecture, { districtId: this.district.id });
      await this.db.manager.insert(
        LectureQualification,
        lectures
          .filter(lecture => !person.lectures || person.lectures.includes(lecture.slug))
          .map(lecture => ({ lectureId: lecture.id, assistantId, districtId: this.district.id })),
      );
      ids.push(assistantId);
    }
    return ids;
  }

  async absent(assistantId: string, date: string, fromMinute = 0, untilMinute = 24 * 60): Promise<void> {
    const span = {
      from: instantAt(date, fromMinute).getTime(),
      until: instantAt(date, untilMinute).getTime(),
    };
    await this.db.query(`INSERT INTO absence (assistant_id, kind, period) VALUES ($1, 'holiday', $2)`, [
      assistantId,
      rangeOf(span),
    ]);
  }

  /** Other weekly hours from a Monday on, which can be taken away again, and an extra evening on a date. */
  async comingHours(assistantId: string, monday: string, evening: string): Promise<void> {
    await this.db.query('DELETE FROM weekly_hours WHERE assistant_id = $1 AND valid_from >= $2', [
      assistantId,
      monday,
    ]);
    await this.db.query(
      'UPDATE weekly_hours SET valid_until = $2::date - 1 WHERE assistant_id = $1 AND (valid_until IS NULL OR valid_until >= $2)',
      [assistantId, monday],
    );
    await this.db.manager.insert(WeeklyHours, {
      assistantId,
      weekday: 1,
      startsAt: '09:00',
      endsAt: '15:00',
      validFrom: monday,
    });
    await this.db.query(
      `INSERT INTO extra_hours (assistant_id, on_date, starts_at, ends_at) VALUES ($1, $2, '17:00', '19:00')`,
      [assistantId, evening],
    );
  }

  /** Publishes a time of the lecture, for these people to go to. */
  async publish(date: string, minute: number, people: string[] = [], lecture?: Lecture): Promise<void> {
    const { id, minutes } = lecture ?? (await this.lecture());
    const startsAt = instantAt(date, minute);
    const until = startsAt.getTime() + minutes * 60_000;
    const span = { from: startsAt.getTime(), until };
    const occupied = { from: span.from - 15 * 60_000, until: until + 15 * 60_000 };
    await this.app.app
      .get(PublishedTimeStore)
      .publish(
        this.db.manager,
        this.district.id,
        [{ lectureId: id, startsAt, people, lecture: span, occupied }],
        this.app.clock.now(),
      );
  }

  async timesFrom(timesFrom: Lecture['timesFrom'], lecture?: Lecture): Promise<void> {
    await this.db.manager.update(Lecture, { id: (lecture ?? (await this.lecture())).id }, { timesFrom });
  }

  async rules(changes: Record<string, number | null>): Promise<void> {
    for (const [column, value] of Object.entries(changes)) {
      await this.db.query(`UPDATE district_rules SET ${column} = $1 WHERE district_id = $2`, [
        value,
        this.district.id,
      ]);
    }
  }

  /** A wish that can be granted: class 9B of Rålambshovsskolan, Tuesday 8 December kl. 10. */
  async wish(
    changes: Partial<BookingWish> & { email?: string; date?: string; minute?: number } = {},
  ): Promise<BookingWish> {
    const {
      email = 'karin.ek@edu.stockholm.se',
      date = '2026-12-08',
      minute = 10 * 60,
      school,
      ...rest
    } = changes;
    return {
      lectureId: (await this.lecture()).id,
      school: school ?? { id: (await this.school()).id },
      startsAt: instantAt(date, minute),
      details: { grade: '9', className: '9B', pupils: 27, room: 'sal 214', needs: [], message: '' },
      contact: { name: 'Karin Ek', role: 'mentor', email, phone: '+46701740612', onSite: null },
      language: 'sv',
      ...rest,
    };
  }

  /** Books through the service; the story fails if it is refused. */
  async book(changes: Parameters<World['wish']>[0] = {}, key = `story ${String(Math.random())}`) {
    const outcome = await this.tryToBook(await this.wish(changes), key);
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
    return outcome;
  }

  /** The same, answering the refusal if there is one. */
  async tryToBook(wish: BookingWish, key = `story ${String(Math.random())}`) {
    const school = 'id' in wish.school ? wish.school.id : null;
    const ground = await this.app.app.get(VisitGrounds).load(wish.lectureId, { id: school });
    return this.app.app.get(BookingsService).book(wish, ground!, { key }, this.app.clock.now());
  }
}
