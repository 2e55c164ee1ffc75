import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { WeeklyHours } from '../calendars/weekly-hours.entity.js';
import { rangeOfTime } from '../calendars/span.js';
import { TeamQueries } from '../calendars/team.queries.js';
import { District } from '../districts/district.entity.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import { SchoolYear } from '../districts/school-year.entity.js';
import { LectureQualification } from '../lectures/lecture.entity.js';
import { LecturesQueries } from '../lectures/lectures.queries.js';
import { Onboarding } from '../onboarding/onboarding.js';
import { SchoolClosedDays } from '../schools/school.entity.js';
import { SchoolsQueries } from '../schools/schools.queries.js';
import { addWorkingDays, termOf } from '../shared/school-year/school-calendar.js';
import { addDays } from '../shared/time/iso-date.js';
import { mondayOf } from '../shared/time/iso-week.js';
import { instantAt, swedishDateOf } from '../shared/time/swedish-time.js';
import { Assistant } from '../staff/assistant.entity.js';
import { CAST, emailName, type CastMember } from './cast.js';
import { DemoHistory } from './demo-history.js';
import { DemoPublished } from './demo-published.js';
import { demoVisits } from './demo-year.js';
import { randomFrom } from './random.js';

const WEEKS_BACK = 30;

/** Builds the demonstration: real schools, an invented team, a believable half year around today. */
@Injectable()
export class Demo {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly onboarding: Onboarding,
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly schools: SchoolsQueries,
    private readonly team: TeamQueries,
    private readonly history: DemoHistory,
    private readonly published: DemoPublished,
  ) {}

  async hasBookings(): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM booking LIMIT 1');
    return rows.length > 0;
  }

  async build(now: Date): Promise<void> {
    for (const slug of Object.keys(CAST)) {
      await this.onboarding.load(`data/districts/${slug}.json`, now);
      const district = (await this.districts.bySlug(slug))!;
      const known = await this.dataSource.manager.existsBy(Assistant, { districtId: district.id });
      if (known) continue;
      await this.dataSource.manager.update(SchoolYear, { districtId: district.id }, { confirmed: true });
      await this.dataSource.transaction(manager => this.hire(manager, district, CAST[slug]!, now));
      await this.fillYear(district, now);
    }
  }

  /** Everybody may hold every lecture, but for the newest colleague, who is still learning some of them. */
  private async hire(
    manager: EntityManager,
    district: District,
    cast: CastMember[],
    now: Date,
  ): Promise<void> {
    const today = swedishDateOf(now);
    const since = addDays(today, -WEEKS_BACK * 7);
    const lectures = await this.lectures.published(district.id);
    const { terms, breaks } = await this.districts.plan(district.id, manager);
    const thisTerm = termOf({ terms, breaks, schoolClosedDays: [] }, today);
    for (const [index, member] of cast.entries()) {
      const { identifiers } = await manager.insert(Assistant, {
        districtId: district.id,
        name: member.name,
        email: `${emailName(member.name)}@${district.slug}.example`,
        workingShare: member.workingShare,
        nameIsPublic: member.nameIsPublic,
        employedFrom: since,
      });
      const assistantId = identifiers[0]!.id as string;
      await manager.insert(
        WeeklyHours,
        member.hours.map(([weekday, startsAt, endsAt]) => ({
          assistantId,
          weekday,
          startsAt,
          endsAt,
          validFrom: since,
          validUntil: member.lacksComingTerm ? thisTerm?.endsOn : undefined,
          everyWeeks: member.offEveryOther?.includes(weekday) ? 2 : 1,
        })),
      );
      const isLearning = index === cast.length - 1;
      await manager.insert(
        LectureQualification,
        lectures
          .filter(lecture => !isLearning || lecture.audience !== 'schoolLeaders')
          .map(lecture => ({ lectureId: lecture.id, assistantId, districtId: district.id })),
      );
      await this.addAbsence(manager, assistantId, index, today);
    }
    const closedOn = addWorkingDays(today, 16);
    const [first] = await this.schools.search(district.id, 'Rålambshovsskolan');
    const school = first ?? (await this.schools.search(district.id))[0]!;
    await manager.insert(SchoolClosedDays, {
      schoolId: school.id,
      startsOn: closedOn,
      endsOn: closedOn,
      nameSv: 'Studiedag',
      nameEn: 'Staff day',
    });
  }

  /**
   * A day of training each, a week of holiday, every sixth Wednesday's SSPF meeting, and for two of the team a field shift
   * every other Friday night.
   */
  private async addAbsence(
    manager: EntityManager,
    assistantId: string,
    index: number,
    today: string,
  ): Promise<void> {
    const monday = mondayOf(today);
    const add = (kind: string, from: Date, until: Date) =>
      manager.query('INSERT INTO absence (assistant_id, kind, period) VALUES ($1, $2, $3)', [
        assistantId,
        kind,
        rangeOfTime({ from, until }),
      ]);
    const training = addDays(monday, 21 + index * 8);
    await add('training', instantAt(training, 0), instantAt(addDays(training, 1), 0));
    const holiday = addDays(monday, 28 + index * 14);
    await add('holiday', instantAt(holiday, 0), instantAt(addDays(holiday, 5), 0));
    for (let week = -12; week <= 24; week += 6) {
      const wednesday = addDays(monday, week * 7 + 2);
      if (index < 2) await add('otherDuty', instantAt(wednesday, 13 * 60), instantAt(wednesday, 15 * 60));
    }
    for (let week = -12; week <= 24; week += 2) {
      const friday = addDays(monday, week * 7 + 4);
      if (index < 2) await add('fielding', instantAt(friday, 18 * 60), instantAt(addDays(friday, 1), 60));
    }
  }

  private async fillYear(district: District, now: Date): Promise<void> {
    const today = swedishDateOf(now);
    const lectures = await this.lectures.published(district.id);
    const span = {
      from: instantAt(addDays(today, -200), 0).getTime(),
      until: instantAt(addDays(today, 200), 0).getTime(),
    };
    const plan = await this.districts.plan(district.id);
    const visits = demoVisits({
      plan,
      lectures,
      schools: await this.schools.search(district.id),
      team: await this.team.qualifiedFor(lectures[0]!.id, span, now),
      now,
      random: randomFrom(`${today} ${district.slug}`),
    });
    await this.history.write(district, visits, now);
    await this.published.publish(district.id, plan, now);
  }
}
