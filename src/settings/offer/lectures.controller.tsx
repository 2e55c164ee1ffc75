import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
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
import { PeopleToChoose } from '../people-to-choose.js';
import { editorOf } from '../sheets.service.js';
import { LECTURE, LectureEdits } from './lecture-edits.js';
import { LectureQueries } from './lecture.queries.js';
import { EMPTY_LECTURE, readLecture, sheetOfLecture, type LectureSheet } from './lecture-sheet.js';
import { LectureEditPage, leadsOf, lectureLabels } from './lecture.view.js';
import { lectureEditTexts } from './lecture-texts.js';
import { LecturesPage } from './lectures.view.js';

/** What a district offers: list, order, each lecture, new ones. */
@Controller('utbud')
@ForStaff('coordinator')
export class LecturesController {
  constructor(
    private readonly lectures: LectureQueries,
    private readonly edits: LectureEdits,
    private readonly districts: DistrictsQueries,
    private readonly changeLog: ChangeLog,
    private readonly people: PeopleToChoose,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    const lectures = await this.lectures.all(editorOf(me).districtId, this.clock.now());
    return page({
      title: lectureEditTexts[language].title,
      menu: staffMenu(language, 'lectures', me),
      body: <LecturesPage lectures={lectures} />,
    });
  }

  @Post('ordning')
  async reorder(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    const [up, down] = [textOf(posted, 'upp'), textOf(posted, 'ner')];
    if (up || down) await this.edits.move(editorOf(me), up || down, up ? -1 : 1, this.clock.now());
    return seeOther('/utbud');
  }

  @Get('ny')
  create(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    return this.form(me, language, undefined, freshly(EMPTY_LECTURE));
  }

  @Post('ny')
  async add(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const { sheet, read } = await this.read(me, posted, undefined);
    if ('faults' in read) {
      const { fields } = lectureEditTexts[language];
      return this.form(me, language, undefined, withFaults(sheet, '', read.faults, fields, language));
    }
    const id = await this.edits.add(editorOf(me), read, this.clock.now());
    return seeOther(`/utbud/${id}?klart=ny`);
  }

  @Get(':lectureId')
  async show(
    @Me() me: SignedIn,
    @Param('lectureId') id: string,
    @Query() query: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const lecture = await this.lectures.one(editorOf(me).districtId, id, this.clock.now());
    if (!lecture) throw new NotFoundException();
    const t = lectureEditTexts[language];
    const said: Record<string, string> = {
      ny: t.added,
      kopia: t.copied,
      dold: t.nowHidden(lecture.coming),
      sparad: sheetTexts[language].saved,
    };
    const done = said[textOf(query, 'klart')];
    return this.form(me, language, id, freshly(sheetOfLecture(lecture)), done);
  }

  @Post(':lectureId')
  async change(
    @Me() me: SignedIn,
    @Param('lectureId') id: string,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const { sheet, read } = await this.read(me, posted, id);
    const { fields } = lectureEditTexts[language];
    const seen = textOf(posted, 'sedd');
    if ('faults' in read)
      return this.form(me, language, id, withFaults(sheet, seen, read.faults, fields, language));
    const outcome = await this.edits.change(editorOf(me), id, seen, read, this.clock.now());
    if (isRefusal(outcome)) {
      if (outcome.refused === 'gone') throw new NotFoundException();
      const coded = lectureLabels(
        language,
        await this.lectures.grades(),
        await this.people.of(editorOf(me).districtId, this.clock.now()),
      );
      return this.form(me, language, id, outrun(sheet, outcome.details.current, fields, language, coded));
    }
    const isNowHidden = outcome.before.isPublished === 'yes' && !read.isPublished;
    return seeOther(`/utbud/${id}?klart=${isNowHidden ? 'dold' : 'sparad'}`);
  }

  @Post(':lectureId/kopia')
  async copy(@Me() me: SignedIn, @Param('lectureId') id: string): Promise<Answer> {
    const { copySuffix } = lectureEditTexts.sv;
    const copy = await this.edits.copy(editorOf(me), id, copySuffix, this.clock.now());
    if (copy === undefined) throw new NotFoundException();
    return seeOther(`/utbud/${copy}?klart=kopia`);
  }

  /** `id`: of a lecture that there is. */
  private async read(me: SignedIn, posted: Posted, id: string | undefined) {
    const sheet = sheetFrom(posted, EMPTY_LECTURE);
    const { districtId } = editorOf(me);
    const now = this.clock.now();
    const { rules } = await this.districts.plan(districtId);
    const lecture = id === undefined ? undefined : await this.lectures.one(districtId, id, now);
    const leads = lecture ? leadsOf(lecture, await this.people.of(districtId, now)).map(one => one.id) : [];
    const grades = (await this.lectures.grades()).map(grade => grade.code);
    return { sheet, read: readLecture(sheet, { rules, grades, leads }) };
  }

  private async form(
    me: SignedIn,
    language: Language,
    id: string | undefined,
    filled: Filled<LectureSheet>,
    done?: string,
  ): Promise<Answer> {
    const { districtId } = editorOf(me);
    const lecture = id === undefined ? undefined : await this.lectures.one(districtId, id, this.clock.now());
    if (id !== undefined && !lecture) throw new NotFoundException();
    const { slug } = await this.districts.byId(districtId);
    const t = lectureEditTexts[language];
    return sheetPage({
      me,
      language,
      place: 'lectures',
      title: lecture ? `${t.title}: ${lecture.texts[language].title}` : t.newTitle,
      filled,
      body: (
        <LectureEditPage
          lecture={lecture}
          slug={slug}
          filled={filled}
          grades={await this.lectures.grades()}
          people={await this.people.of(districtId, this.clock.now())}
          changes={lecture ? await this.changeLog.of(LECTURE, lecture.id) : []}
          done={done}
        />
      ),
    });
  }
}
