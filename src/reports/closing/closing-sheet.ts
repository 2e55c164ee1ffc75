import type { Language } from '../../shared/language.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { closingTexts } from './closing-texts.js';
import { differences, kindOfFigure, type ClosedFigures } from './closing.rules.js';
import type { Closing } from './closings.js';

/** The last closing beside the figures now, as the page shows them. */
export function closingAsSheet(closing: Closing, now: ClosedFigures, language: Language): Sheet {
  const t = closingTexts[language];
  const { rows } = differences(closing.figures, now);
  return {
    name: t.sheet,
    isTable: true,
    hasTotal: false,
    widths: [30, 14, 14, 14],
    rows: [
      Object.values(t.columns),
      ...rows.map(({ figure, closed, now: is, change }): SheetCell[] => [
        t.figures[figure],
        ...[closed, is, change].map((value): SheetCell => {
          const kind = kindOfFigure(figure);
          if (value === null || kind === 'count') return value;
          return kind === 'hours' ? { tenths: value } : { percent: value };
        }),
      ]),
    ],
  };
}
