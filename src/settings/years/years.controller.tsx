import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { freshly, outrun, withFaults, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { sheetTexts } from '../sheet-texts.js';
import { editorOf } from '../sheets.service.js';
import { YEAR, YearEdits } from './year-edits.js';
import { YearQueries, type EditedYear } from './year.queries.js';
import { EMPTY_YEAR, readYear, sheetOfYear, type Terms, type YearSheet } from './year-sheet.js';
import { yearTexts } from './year-texts.js';
import { YearPage, YearsPage } from './years.view.js';

/** The school years of a district: their terms, and whether they are confirmed. */
@Controller('installningar/lasar')
@ForStaff('coordinator')
export class YearsController {
  constructor(
    private readonly years: YearQueries,
    private readonly edits: YearEdits,
    private readonly changeLog: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const t = yearTexts[language];
    return page({
      title: t.title,
      menu: staffMenu(language, 'settings', me),
      body: (
        <YearsPage
          years={await this.years.all(editorOf(me).districtId)}
          done={textOf(query, 'klart') === 'fanns' ? t.yearThere : undefined}
        />
      ),
    });
  }

  @Post()
  async add(@Me() me: SignedIn): Promise<Answer> {
    const id = await this.edits.add(editorOf(me), this.clock.now());
    return seeOther(
      id === undefined ? '/installningar/lasar?klart=fanns' : `/installningar/lasar/${id}?klart=ny`,
    );
  }

  @Get(':yearId')
  async show(
    @Me() me: SignedIn,
    @Param('yearId') id: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const year = await this.find(me, id);
    const t = yearTexts[language];
    const said: Record<string, string> = {
      ny: t.yearAdded,
      lov: t.breakSaved,
      borttaget: t.breakRemoved,
      sparad: sheetTexts[language].saved,
    };
    const filled = freshly(sheetOfYear(year.terms, year.confirmed));
    return this.form(me, language, year, filled, 0, said[textOf(query, 'klart')]);
  }

  @Post(':yearId')
  async change(
    @Me() me: SignedIn,
    @Param('yearId') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const year = await this.find(me, id);
    const { districtId } = editorOf(me);
    const step = textOf(posted, 'steg');
    const typed = sheetFrom(posted, EMPTY_YEAR);
    const sheet = step === 'faststall' ? { ...typed, confirmed: 'yes' } : typed;
    const seen = textOf(posted, 'sedd');
    const { yearFields, coded } = yearTexts[language];
    const otherTerms = await this.years.otherTerms(districtId, id);
    const terms = readYear(sheet, { label: year.label, otherTerms });
    if ('faults' in terms)
      return this.form(me, language, year, withFaults(sheet, seen, terms.faults, yearFields, language), 0);
    const now = this.clock.now();
    const hit = step === 'anda' ? 0 : await this.hit(districtId, year, terms, now);
    if (hit > 0) return this.form(me, language, year, { ...freshly(sheet), seen }, hit);
    const edit = { seen, terms, confirmed: sheet.confirmed === 'yes' };
    const outcome = await this.edits.change(editorOf(me), year, edit, now);
    if (!isRefusal(outcome)) return seeOther(`/installningar/lasar/${id}?klart=sparad`);
    if (outcome.refused === 'gone') throw new NotFoundException();
    if (outcome.refused === 'faulty') {
      const { faults } = outcome.details;
      return this.form(me, language, year, withFaults(sheet, seen, faults, yearFields, language), 0);
    }
    const overtaken = outrun(sheet, outcome.details.current, yearFields, language, coded);
    return this.form(me, language, year, overtaken, 0);
  }

  private async hit(districtId: string, year: EditedYear, terms: Terms, now: Date): Promise<number> {
    const { breaks } = await this.years.calendar(districtId);
    const others = await this.years.otherTerms(districtId, year.id);
    const own = (['autumn', 'spring'] as const).map(season => ({ season, ...terms[season] }));
    const all = [...others.map(term => ({ season: 'autumn' as const, ...term })), ...own];
    return this.years.hit(districtId, { terms: all.map(term => ({ id: '', ...term })), breaks }, now);
  }

  private async find(me: SignedIn, id: string): Promise<EditedYear> {
    const year = await this.years.one(editorOf(me).districtId, id);
    if (!year) throw new NotFoundException();
    return year;
  }

  private async form(
    me: SignedIn,
    language: Language,
    year: EditedYear,
    filled: Filled<YearSheet>,
    hit: number,
    done?: string,
  ): Promise<Answer> {
    const changes = await this.changeLog.of(YEAR, year.id);
    return sheetPage({
      me,
      language,
      place: 'settings',
      title: yearTexts[language].yearTitle(year.label),
      filled,
      body: <YearPage year={year} filled={filled} hit={hit} changes={changes} done={done} />,
    });
  }
}
