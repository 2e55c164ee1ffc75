import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { ClosedDays } from '../../shared/school-year/school-calendar.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { freshly, outrun, withFaults, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { editorOf } from '../sheets.service.js';
import { BreakPage } from './break.view.js';
import { sheetOfBreak, YearEdits } from './year-edits.js';
import { YearQueries, type EditedYear } from './year.queries.js';
import { EMPTY_BREAK, readBreak, type BreakSheet } from './year-sheet.js';
import { yearTexts } from './year-texts.js';

const NEW = 'ny';

/** Lov and lovdagar of a school year, one at a time. */
@Controller('installningar/lasar/:yearId/lov')
@ForStaff('coordinator')
export class BreaksController {
  constructor(
    private readonly years: YearQueries,
    private readonly edits: YearEdits,
    private readonly clock: Clock,
  ) {}

  @Get(':breakId')
  async show(
    @Me() me: SignedIn,
    @Param('yearId') yearId: string,
    @Param('breakId') id: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const year = await this.find(me, yearId, id);
    const row = year.breaks.find(one => one.id === id);
    return this.form(me, language, year, id, freshly(row ? sheetOfBreak(row) : EMPTY_BREAK), 0);
  }

  @Post(':breakId')
  async save(
    @Me() me: SignedIn,
    @Param('yearId') yearId: string,
    @Param('breakId') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const year = await this.find(me, yearId, id);
    const sheet = sheetFrom(posted, EMPTY_BREAK);
    const seen = textOf(posted, 'sedd');
    const { breakFields } = yearTexts[language];
    const others = year.breaks.filter(one => one.id !== id);
    const lov = readBreak(sheet, { label: year.label, others });
    if ('faults' in lov)
      return this.form(me, language, year, id, withFaults(sheet, seen, lov.faults, breakFields, language), 0);
    const hit = textOf(posted, 'steg') === 'anda' ? 0 : await this.hit(me, year, id, lov);
    if (hit > 0) return this.form(me, language, year, id, { ...freshly(sheet), seen }, hit);
    const stale = await this.write(me, yearId, id, seen, lov);
    if (!stale) return seeOther(`/installningar/lasar/${yearId}?klart=lov`);
    return this.form(me, language, year, id, outrun(sheet, stale, breakFields, language), 0);
  }

  @Post(':breakId/ta-bort')
  async remove(
    @Me() me: SignedIn,
    @Param('yearId') yearId: string,
    @Param('breakId') id: string,
  ): Promise<Answer> {
    await this.find(me, yearId, id);
    await this.edits.removeBreak(editorOf(me), yearId, id, this.clock.now());
    return seeOther(`/installningar/lasar/${yearId}?klart=borttaget`);
  }

  /** Answers what stands there now, where somebody else was quicker. */
  private async write(
    me: SignedIn,
    yearId: string,
    id: string,
    seen: string,
    lov: ClosedDays,
  ): Promise<BreakSheet | undefined> {
    const now = this.clock.now();
    if (id === NEW) {
      await this.edits.addBreak(editorOf(me), yearId, lov, now);
      return undefined;
    }
    const outcome = await this.edits.changeBreak(editorOf(me), yearId, { id, seen, lov }, now);
    if (!isRefusal(outcome)) return undefined;
    if (outcome.refused === 'gone') throw new NotFoundException();
    return outcome.details.current;
  }

  private async hit(me: SignedIn, year: EditedYear, id: string, lov: ClosedDays): Promise<number> {
    const { districtId } = editorOf(me);
    const { terms, breaks } = await this.years.calendar(districtId);
    const old = year.breaks.find(one => one.id === id);
    const others = breaks.filter(one => one.startsOn !== old?.startsOn || one.endsOn !== old.endsOn);
    return this.years.hit(districtId, { terms, breaks: [...others, lov] }, this.clock.now());
  }

  private async find(me: SignedIn, yearId: string, id: string): Promise<EditedYear> {
    const year = await this.years.one(editorOf(me).districtId, yearId);
    if (!year || (id !== NEW && !year.breaks.some(one => one.id === id))) throw new NotFoundException();
    return year;
  }

  private form(
    me: SignedIn,
    language: Language,
    year: EditedYear,
    id: string,
    filled: Filled<BreakSheet>,
    hit: number,
  ): Answer {
    const t = yearTexts[language];
    const row = year.breaks.find(one => one.id === id);
    const title = row ? t.editBreak(language === 'sv' ? row.nameSv : row.nameEn) : t.newBreak;
    return sheetPage({
      me,
      language,
      place: 'settings',
      title: `${title}, ${year.label}`,
      filled,
      body: <BreakPage year={year} title={title} id={id} filled={filled} hit={hit} />,
    });
  }
}
