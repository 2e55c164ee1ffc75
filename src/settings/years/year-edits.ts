import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { proposeYear } from '../../districts/school-year-proposal.js';
import { SchoolBreak, SchoolYear, TermRow } from '../../districts/school-year.entity.js';
import { logChange, type Values } from '../../platform/history/change-log.js';
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { ClosedDays } from '../../shared/school-year/school-calendar.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Faults } from '../sheet-reader.js';
import { Sheets, type EditOutcome, type Editor } from '../sheets.service.js';
import { YearQueries, type EditedYear } from './year.queries.js';
import { readYear, sheetOfYear, type BreakSheet, type Terms, type YearSheet } from './year-sheet.js';

type YearWritten = undefined | Refusal<'faulty', { faults: Faults<YearSheet> }>;

/** Subject of the history, which tells of the year's breaks as well. */
export const YEAR = 'schoolYear';

@Injectable()
export class YearEdits {
  constructor(
    private readonly sheets: Sheets,
    private readonly years: YearQueries,
  ) {}

  /** Proposes the year after the last one; answers its id. */
  async add(editor: Editor, now: Date): Promise<string | undefined> {
    const [newest] = await this.years.all(editor.districtId);
    const startYear = newest ? Number(newest.label.slice(0, 4)) + 1 : Number(swedishDateOf(now).slice(0, 4));
    return this.sheets.inTurn(editor, async manager => {
      const id = await proposeYear(manager, editor.districtId, startYear);
      if (id !== undefined) await this.log(manager, editor, id, 'created', {}, now);
      return id;
    });
  }

  change(
    editor: Editor,
    year: EditedYear,
    edit: { seen: string; terms: Terms; confirmed: boolean },
    now: Date,
  ): Promise<EditOutcome<YearSheet, YearWritten>> {
    const { districtId } = editor;
    const after = sheetOfYear(edit.terms, edit.confirmed);
    return this.sheets.save<YearSheet, YearWritten>(
      editor,
      {
        subject: YEAR,
        subjectId: year.id,
        seen: edit.seen,
        after,
        load: async manager => {
          const current = await this.years.one(districtId, year.id, manager);
          return current && sheetOfYear(current.terms, current.confirmed);
        },
        write: async manager => {
          // Another year may have been saved since this one was read.
          const otherTerms = await this.years.otherTerms(districtId, year.id, manager);
          const again = readYear(after, { label: year.label, otherTerms });
          if ('faults' in again) return refuse('faulty', again);
          // Both anew, as terms that change places must not lie over each other in between.
          await manager.delete(TermRow, { schoolYearId: year.id });
          await manager.insert(
            TermRow,
            (['autumn', 'spring'] as const).map(season => ({
              season,
              districtId,
              schoolYearId: year.id,
              startsOn: edit.terms[season].startsOn,
              endsOn: edit.terms[season].endsOn,
              releasedAt: edit.terms[season].releasedAt,
            })),
          );
          await manager.update(SchoolYear, { id: year.id }, { confirmed: edit.confirmed });
          return undefined;
        },
      },
      now,
    );
  }

  addBreak(editor: Editor, yearId: string, lov: ClosedDays, now: Date): Promise<void> {
    return this.sheets.inTurn(editor, async manager => {
      await manager.insert(SchoolBreak, { districtId: editor.districtId, ...rowOf(lov) });
      await this.log(manager, editor, yearId, 'created', { after: inHistory(rowOf(lov)) }, now);
    });
  }

  changeBreak(
    editor: Editor,
    yearId: string,
    edit: { id: string; seen: string; lov: ClosedDays },
    now: Date,
  ): Promise<EditOutcome<BreakSheet>> {
    return this.sheets.save(
      editor,
      {
        subject: YEAR,
        subjectId: yearId,
        seen: edit.seen,
        after: rowOf(edit.lov),
        inHistory,
        load: async manager => {
          const row = await manager.findOneBy(SchoolBreak, { id: edit.id, districtId: editor.districtId });
          return row ? sheetOfBreak(row) : undefined;
        },
        write: manager => manager.update(SchoolBreak, { id: edit.id }, rowOf(edit.lov)),
      },
      now,
    );
  }

  /** What is gone already stays gone. */
  removeBreak(editor: Editor, yearId: string, id: string, now: Date): Promise<void> {
    return this.sheets.inTurn(editor, async manager => {
      const row = await manager.findOneBy(SchoolBreak, { id, districtId: editor.districtId });
      if (!row) return;
      await manager.delete(SchoolBreak, { id });
      await this.log(manager, editor, yearId, 'removed', { before: inHistory(sheetOfBreak(row)) }, now);
    });
  }

  private log(
    manager: EntityManager,
    { districtId, accountId, name }: Editor,
    subjectId: string,
    act: string,
    values: { before?: Values; after?: Values },
    now: Date,
  ): Promise<void> {
    const by = { accountId, name };
    return logChange(manager, { districtId, by, subject: YEAR, subjectId, act, ...values }, now);
  }
}

const rowOf = ({ name, startsOn, endsOn }: ClosedDays): BreakSheet => ({
  nameSv: name.sv,
  nameEn: name.en,
  startsOn,
  endsOn,
});

export const sheetOfBreak = ({ nameSv, nameEn, startsOn, endsOn }: SchoolBreak): BreakSheet => ({
  nameSv,
  nameEn,
  startsOn,
  endsOn,
});

/** One field in the history of the year: a change then tells which break it was. */
const inHistory = ({ nameSv, nameEn, startsOn, endsOn }: BreakSheet): Values => ({
  break: `${nameSv} (${nameEn}) ${startsOn === endsOn ? startsOn : `${startsOn}–${endsOn}`}`,
});
