import { Controller, Get, Query } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, type Answer } from '../../platform/web/answer.js';
import type { Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { BookingListQueries } from './booking-list.queries.js';
import { readWish } from './list-address.rules.js';
import { listTexts } from './list-texts.js';
import { ListView } from './list.view.js';

/** The district's bookings in one table; which of them, and how, the address says. */
@Controller('bokningar')
@ForStaff('coordinator')
export class BookingListController {
  constructor(
    private readonly queries: BookingListQueries,
    private readonly districts: DistrictsQueries,
    private readonly schools: SchoolsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const today = swedishDateOf(now);
    const [{ terms }, grades, lectures] = await Promise.all([
      this.districts.plan(me.districtId!),
      this.schools.grades(today),
      this.queries.lectures(me, language),
    ]);
    const wish = readWish(query, {
      terms,
      grades: grades.map(grade => grade.code),
      lectures: lectures.map(lecture => lecture.slug),
    });
    const list = await this.queries.list(me, wish, terms, language, now);
    const t = listTexts[language];
    return page({
      title: list.page > 1 ? t.page(list.page) : t.title,
      menu: staffMenu(language, 'bookings', me),
      body: (
        <ListView
          wish={{ ...wish, page: list.page }}
          list={list}
          choices={{
            terms,
            lectures,
            grades: grades.map(({ code, labelSv, labelEn }) => ({
              code,
              label: language === 'sv' ? labelSv : labelEn,
            })),
          }}
          today={today}
        />
      ),
    });
  }
}
