import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done, WideTable } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import type { Period } from '../period.rules.js';
import { inWords } from '../report-table.js';
import { periodName } from '../report-texts.js';
import { closedInWords, closingTexts } from './closing-texts.js';
import { differences, kindOfFigure, type Difference } from './closing.rules.js';
import type { ClosablePeriod } from './closings.js';

/** What is known of the closing of the period that is shown. */
export interface ClosingState extends ClosablePeriod {
  /** Visits that nobody has followed up yet. */
  untold: number;
  mayClose: boolean;
  /** What has just been done, if anything. */
  outcome: 'done' | 'stale' | undefined;
}

/** When a period was closed and by whom, what has changed since, and the press that closes it. */
export function ClosingSection({ state, period }: { state: ClosingState; period: Period }) {
  const { language } = usePage();
  const t = closingTexts[language];
  const { closings, now, mayClose, outcome } = state;
  const [last, ...earlier] = closings;
  if (!last && !mayClose) return null;
  const compared = last && differences(last.figures, now);
  return (
    <section class="keep mt-9" id="faststall">
      <h2 class="fb-h2">{last ? t.headingClosed : t.heading(periodName(language, period))}</h2>
      <Done text={outcome && t[outcome]} />
      {last ? (
        <p class="mt-3">
          {closedInWords(last, language)} {compared!.isChanged ? t.differs : t.same}
        </p>
      ) : (
        <p class="mt-3">{t.notYet}</p>
      )}
      {compared?.isChanged && (
        <DifferenceTable rows={compared.rows} caption={t.caption(periodName(language, period))} />
      )}
      {mayClose && (!compared || compared.isChanged) && (
        <Press state={state} period={period} label={last ? t.closeAgain : t.close} />
      )}
      {earlier.length > 0 && (
        <ul class="fb-small fb-muted mt-3">
          {earlier.map(one => (
            <li>{closedInWords(one, language)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Press({ state, period, label }: { state: ClosingState; period: Period; label: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = closingTexts[language];
  return (
    <PostForm action={link('/rapporter/faststall')} class="mt-4 no-print">
      {state.untold > 0 && (
        <p class="fb-note mb-4">
          {t.untold(state.untold)} <a href={link('/bokningar?lage=ej-uppfoljd')}>{t.followUp}</a>
        </p>
      )}
      <input type="hidden" name="period" value={period.key} />
      <input type="hidden" name="sedd" value={JSON.stringify(state.now)} />
      <button class="ds-button" data-variant="secondary">
        {label}
      </button>
    </PostForm>
  );
}

function DifferenceTable({ rows, caption }: { rows: Difference[]; caption: string }) {
  const { language } = usePage();
  const t = closingTexts[language];
  return (
    <WideTable label={caption} class="mt-4" kind={{ 'data-figures': '' }}>
      <caption class="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          {Object.values(t.columns).map((column, index) => (
            <th scope="col" class={index > 0 ? 'r' : undefined}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, closed, now, change }) => (
          <tr>
            <th scope="row">{t.figures[figure]}</th>
            <td class="r">{inWords(language, kindOfFigure(figure), closed)}</td>
            <td class="r">{inWords(language, kindOfFigure(figure), now)}</td>
            <td class="r">{changeInWords(language, figure, change)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** "+3", "−1,5", "0"; a share has none. */
function changeInWords(language: Language, figure: Difference['figure'], change: number | null): string {
  if (change === null) return '–';
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return sign + inWords(language, kindOfFigure(figure), Math.abs(change));
}
