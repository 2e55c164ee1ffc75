import {
  BadRequestException,
  Controller,
  Get,
  Header,
  NotFoundException,
  Param,
  Query,
} from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import { daysBetween, isIsoDate } from '../../shared/time/iso-date.js';
import { isoWithOffset } from '../../shared/time/swedish-time.js';
import { isUUID } from '../../shared/text/uuid.js';
import { clippedToBookable, type Slot } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { VisitGrounds } from '../visit-ground.js';

const MOST_DAYS = 400;

export const slotForSystems = (slot: Slot) => ({
  start: isoWithOffset(slot.start),
  end: isoWithOffset(slot.end),
});

/** What other systems may read: districts, lectures, schools and free times. */
@Controller('api/v1')
@OpenTo('anyone')
export class ReadApiController {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly schools: SchoolsQueries,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly clock: Clock,
  ) {}

  @Get('districts')
  async allDistricts() {
    const districts = await this.districts.all();
    return {
      districts: districts.map(({ slug, name, officeNameSv, phone, email }) => ({
        slug,
        name,
        officeName: officeNameSv,
        phone,
        email,
      })),
    };
  }

  @Get('districts/:slug/lectures')
  async lecturesOf(@Param('slug') slug: string) {
    const district = await this.district(slug);
    const { rules } = await this.districts.plan(district.id);
    const lectures = await this.lectures.published(district.id);
    return {
      lectures: lectures.map(lecture => ({
        id: lecture.id,
        slug: lecture.slug,
        title: lecture.texts.sv.title,
        titleEnglish: lecture.texts.en.title,
        summary: lecture.texts.sv.summary,
        minutes: lecture.minutes,
        sessionCount: lecture.sessionCount,
        peopleNeeded: lecture.peopleNeeded ?? rules.peopleNeeded,
        grades: lecture.grades,
        audience: lecture.audience,
        groupSmallest: lecture.groupSmallest ?? rules.groupSmallest,
        groupLargest: lecture.groupLargest ?? rules.groupLargest,
      })),
    };
  }

  @Get('districts/:slug/schools')
  async schoolsOf(@Param('slug') slug: string, @Query() query: Posted) {
    const district = await this.district(slug);
    const schools = await this.schools.search(district.id, textOf(query, 'q').slice(0, 100));
    return {
      schools: schools.map(({ id, schoolUnitCode, displayName, grades, organizerType }) => ({
        id,
        schoolUnitCode,
        name: displayName,
        grades,
        organizerType,
      })),
    };
  }

  @Get('lectures/:id/slots')
  @Header('cache-control', 'no-store')
  async slotsOf(@Param('id') id: string, @Query() query: Posted) {
    const from = textOf(query, 'from');
    const to = textOf(query, 'to');
    const schoolId = textOf(query, 'school') || undefined;
    if (!isIsoDate(from) || !isIsoDate(to))
      throw new BadRequestException('from and to have to be dates, YYYY-MM-DD');
    if (to < from) throw new BadRequestException('to has to be on or after from');
    if (daysBetween(from, to) >= MOST_DAYS)
      throw new BadRequestException(`at most ${String(MOST_DAYS)} days at once`);
    if (schoolId && !isUUID(schoolId))
      throw new NotFoundException('no such school in the district of the lecture');

    const ground = await this.grounds.load(id, { id: schoolId });
    if (!ground) throw new NotFoundException('no such lecture, or no such school in its district');
    const now = this.clock.now();
    const clipped = clippedToBookable(ground.plan, now, from, to);
    if (!clipped) return { slots: [] };
    const days = await this.slots.days(
      ground,
      clipped.from,
      clipped.to,
      await this.grounds.limits(ground, now),
      now,
    );
    return { slots: days.flatMap(day => day.slots).map(slotForSystems) };
  }

  private async district(slug: string) {
    const district = await this.districts.bySlug(slug);
    if (!district) throw new NotFoundException('no such district');
    return district;
  }
}
