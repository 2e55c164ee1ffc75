import type { Language } from '../shared/language.js';
import type { Dates } from './period.rules.js';
import type { ReportRequest } from './report-request.js';
import { partDates, partName, reportTexts } from './report-texts.js';
import { UNLISTED } from './report.rules.js';
import type { NamedReport } from './reports.service.js';

export interface RowLabel {
  text: string;
  /** Where the row is a week or a month. */
  dates?: Dates;
  /** The dates of a week in words. */
  more?: string;
}

/** What each row is called, in the order of the rows. */
export function rowLabels(named: NamedReport, { grouping }: ReportRequest, language: Language): RowLabel[] {
  return named.table.rows.map(({ key }) => {
    if (grouping !== 'week' && grouping !== 'month')
      return { text: key === UNLISTED ? reportTexts[language].unlisted : (named.names.get(key) ?? '') };
    const dates = named.dates[Number(key)]!;
    const text = partName(language, grouping, dates, named.dates);
    return grouping === 'week' ? { text, dates, more: partDates(language, dates) } : { text, dates };
  });
}
