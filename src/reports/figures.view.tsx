import { usePage } from '../platform/web/page-context.js';
import { WideTable } from '../platform/web/parts/desk-parts.js';
import type { Language } from '../shared/language.js';
import { capitalised } from '../shared/time/format.js';
import { LOSSES } from './report-question.js';
import { reportTexts } from './report-texts.js';
import { reachedInAll, SIDES, type Report, type Side } from './report.rules.js';
import { grouped } from '../shared/text/numbers.js';
import { hoursInWords, inWords, type Shown } from './report-table.js';
import { sharedOut } from './rounding.rules.js';

/** The key figures of the period. */
export function KeyFigures({ report, total }: { report: Report; total: Shown }) {
  const { language } = usePage();
  const t = reportTexts[language];
  const f = t.figures;
  const count = (value: number) => grouped(language, value);
  const hours = (tenths: number | null) => hoursInWords(language, tenths!);
  const { municipal, independent, other } = report.sides;
  const side = (key: 'visits' | 'pupils') =>
    f.sides(count(municipal[key]), count(independent[key]), count(other[key]));
  const of = (one: { reached: number; schools: number }) =>
    f.reachedOf(count(one.reached), count(one.schools));
  const reached = reachedInAll(report);
  const figures: [label: string, value: string, more: string][] = [
    [f.available, hours(total.available), f.offered(hours(total.offered))],
    [
      f.utilisation,
      inWords(language, 'percent', total.utilisation),
      f.booked(hours(total.booked), hours(total.preliminary)),
    ],
    [f.visits, count(total.visits!), side('visits')],
    [f.pupils, count(total.pupils!), side('pupils')],
    [f.reached, of(reached), f.reachedSides(of(municipal), of(independent))],
    [f.lost, count(total.lost!), lossesInWords(report, language)],
  ];
  return (
    <dl class="fb-figs" data-report="">
      {figures.map(([label, value, more]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd>{more}</dd>
        </div>
      ))}
    </dl>
  );
}

function lossesInWords(report: Report, language: Language): string {
  const t = reportTexts[language];
  const told = LOSSES.filter(loss => report.losses[loss] > 0).map(
    loss => `${grouped(language, report.losses[loss])} ${t.losses[loss]}`,
  );
  return told.length > 0 ? capitalised(told.join(', ')) : t.figures.noneLost;
}

/** Municipal and independent schools side by side. */
export function Comparison({ report, total }: { report: Report; total: Shown }) {
  const { language } = usePage();
  const t = reportTexts[language];
  const count = (value: number) => grouped(language, value);
  const shown = SIDES.filter(side => side !== 'other' || hasAnything(report, side));
  const hours = sharedOut(
    SIDES.map(side => report.sides[side].booked),
    total.booked!,
  );
  const all = reachedInAll(report);
  return (
    <section class="keep mt-9">
      <h2 class="fb-h2">{t.compareHeading}</h2>
      <WideTable label={t.compareHeading} kind={{ 'data-figures': '' }}>
        <caption class="ds-sr-only">{t.compareHeading}</caption>
        <thead>
          <tr>
            <th scope="col">{t.organizer}</th>
            <th scope="col" class="r">
              {t.compareColumns.reached}
            </th>
            <th scope="col" class="r">
              {t.compareColumns.schools}
            </th>
            <th scope="col" class="r">
              {t.columns.visits}
            </th>
            <th scope="col" class="r">
              {t.columns.pupils}
            </th>
            <th scope="col" class="r">
              {t.compareColumns.hours}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(side => {
            const figures = report.sides[side];
            return (
              <tr>
                <th scope="row">{t.sides[side]}</th>
                <td class="r">{count(figures.reached)}</td>
                <td class="r">{count(figures.schools)}</td>
                <td class="r">{count(figures.visits)}</td>
                <td class="r">{count(figures.pupils)}</td>
                <td class="r">{hoursInWords(language, hours[SIDES.indexOf(side)]!)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.allSchools}</th>
            <td class="r">{count(all.reached)}</td>
            <td class="r">{count(all.schools)}</td>
            <td class="r">{count(total.visits!)}</td>
            <td class="r">{count(total.pupils!)}</td>
            <td class="r">{hoursInWords(language, total.booked!)}</td>
          </tr>
        </tfoot>
      </WideTable>
    </section>
  );
}

const hasAnything = (report: Report, side: Side) =>
  Object.values(report.sides[side]).some(value => value > 0);
