import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { UnlistedSchools } from '../../bookings/unlisted/unlisted-schools.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { SchoolListQueries } from './school-list.queries.js';
import { SchoolsPage } from './schools.view.js';
import { schoolTexts } from './school-texts.js';
import { fieldOf, UnlistedPage } from './unlisted.view.js';

/** The district's schools, and the bookings of schools that were not among them. */
@Controller('skolor')
@ForStaff('coordinator')
export class SchoolsController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly unlisted: UnlistedSchools,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const now = this.clock.now();
    const typed = textOf(query, 'sok');
    return page({
      title: schoolTexts[language].title,
      menu: staffMenu(language, 'schools', me),
      body: (
        <SchoolsPage
          schools={await this.schools.list(me, typed, now)}
          typed={typed}
          unlisted={(await this.unlisted.bookings(me, now)).length}
        />
      ),
    });
  }

  @Get('olistade')
  showUnlisted(
    @Me() me: SignedIn,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const done = textOf(query, 'klart') === 'knuten' ? schoolTexts[language].unlisted.tied : undefined;
    return this.unlistedPage(me, language, [], done);
  }

  @Post('olistade')
  async tie(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const t = schoolTexts[language].unlisted;
    const reference = textOf(posted, 'bokning');
    const outcome = await this.unlisted.tie(me, reference, textOf(posted, 'skola'), this.clock.now());
    if (!isRefusal(outcome)) return seeOther('/skolor/olistade?klart=knuten');
    const message = outcome.refused === 'noSchool' ? t.refused : t.missing;
    return this.unlistedPage(me, language, [{ id: fieldOf(reference), message }]);
  }

  private async unlistedPage(
    me: SignedIn,
    language: Language,
    errors: FieldError[],
    done?: string,
  ): Promise<Answer> {
    const now = this.clock.now();
    const { title } = schoolTexts[language].unlisted;
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'schools', me),
      body: (
        <UnlistedPage
          bookings={await this.unlisted.bookings(me, now)}
          schools={await this.schools.list(me, '', now)}
          errors={errors}
          done={done}
        />
      ),
    });
  }
}
