import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateSpan, fullDate } from '../../shared/time/format.js';
import { labelsOf, type Filled } from '../filled.js';
import { History } from '../history.view.js';
import { Hidden, Line, Pair, SheetErrors, SheetForm } from '../sheet-form.js';
import type { EditedYear } from './year.queries.js';
import { redDaysWithin, type Terms, type YearSheet } from './year-sheet.js';
import { yearTexts } from './year-texts.js';

const termsOf = (year: EditedYear) => Object.values(year.terms as Terms);

export function YearsPage({ years, done }: { years: EditedYear[]; done: string | undefined }) {
  const { language } = usePage();
  const link = useLink();
  const t = yearTexts[language];
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to="/installningar" />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <ul class="fb-actions fb-sheet fb-years">
        {years.map(year => (
          <li>
            <a href={link(`/installningar/lasar/${year.id}`)}>{t.yearTitle(year.label)}</a>
            <YearState year={year} />
            <p class="fb-muted">
              {termsOf(year)
                .map(term => dateSpan(language, term.startsOn, term.endsOn))
                .join(', ')}
              . {capitalised(t.breakCount(year.breaks.length))}.
            </p>
          </li>
        ))}
      </ul>
      <PostForm action={link('/installningar/lasar')}>
        <div class="fb-buttons">
          <button class="ds-button" data-variant="secondary">
            {t.addYear}
          </button>
        </div>
      </PostForm>
    </div>
  );
}

function YearState({ year }: { year: EditedYear }) {
  const t = yearTexts[usePage().language];
  return (
    <span class="fb-status" data-s={year.confirmed ? 'ok' : 'wait'}>
      {year.confirmed ? t.confirmed : t.proposed}
    </span>
  );
}

interface YearPageProps {
  year: EditedYear;
  filled: Filled<YearSheet>;
  /** Visits on days that the form would close; asked about before it is saved. */
  hit: number;
  changes: LoggedChange[];
  done: string | undefined;
}

export function YearPage({ year, filled, hit, changes, done }: YearPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = yearTexts[language];
  const path = `/installningar/lasar/${year.id}`;
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to="/installningar/lasar" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.yearTitle(year.label)}
      </h1>
      <p class="mt-2">
        <YearState year={year} />
      </p>
      <Done text={done} class="mt-4" />
      {!year.confirmed && <p class="fb-note mt-4">{t.proposedNote}</p>}
      <div class="fb-group">
        <h2>{t.terms}</h2>
      </div>
      <SheetForm
        action={link(path)}
        filled={filled}
        words={t.yearFields}
        warning={hit > 0 ? t.hit(hit) : undefined}
        moreButtons={
          !year.confirmed && (
            <button class="ds-button" data-variant="secondary" name="steg" value="faststall">
              {t.confirm}
            </button>
          )
        }
      >
        <Hidden name="confirmed" />
        <Pair>
          <Line name="autumnStarts" type="date" width="10" />
          <Line name="autumnEnds" type="date" width="10" />
          <Line name="autumnReleasedOn" type="date" width="10" isOptional />
          <Line name="autumnReleasedAt" width="10" isOptional />
          <Line name="springStarts" type="date" width="10" />
          <Line name="springEnds" type="date" width="10" />
          <Line name="springReleasedOn" type="date" width="10" isOptional />
          <Line name="springReleasedAt" width="10" isOptional />
        </Pair>
      </SheetForm>
      <Breaks year={year} path={path} />
      <RedDays year={year} />
      <History changes={changes} labels={{ ...labelsOf(t.yearFields), ...t.coded, break: t.break }} />
    </div>
  );
}

function Breaks({ year, path }: { year: EditedYear; path: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = yearTexts[language];
  return (
    <section class="fb-sheet">
      <div class="fb-group">
        <h2>{t.breaks}</h2>
      </div>
      {year.breaks.length === 0 && <p class="fb-muted mt-3">{t.noBreaks}</p>}
      <Facts
        facts={year.breaks.map(one => {
          const name = language === 'sv' ? one.nameSv : one.nameEn;
          return {
            label: name,
            value: dateSpan(language, one.startsOn, one.endsOn),
            change: { to: `${path}/lov/${one.id}`, what: name },
          };
        })}
      />
      <p class="fb-buttons">
        <a class="ds-button" data-variant="secondary" href={link(`${path}/lov/ny`)}>
          {t.addBreak}
        </a>
      </p>
    </section>
  );
}

function RedDays({ year }: { year: EditedYear }) {
  const { language } = usePage();
  const t = yearTexts[language];
  return (
    <section class="fb-sheet">
      <div class="fb-group">
        <h2>{t.redDays}</h2>
      </div>
      <p class="fb-muted mt-3">{t.redDaysLead}</p>
      <Facts
        facts={redDaysWithin(termsOf(year)).map(day => ({
          label: day.name[language],
          value: capitalised(fullDate(language, day.date)),
        }))}
      />
    </section>
  );
}
