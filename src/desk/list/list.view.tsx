import { useLink, usePage } from '../../platform/web/page-context.js';
import { PageHead } from '../../platform/web/parts/desk-parts.js';
import { CheckboxKeys, TextField } from '../../platform/web/parts/form.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { ROWS_PER_PAGE, type ListPage } from './booking-list.queries.js';
import { Choosing } from './bulk-bar.view.js';
import { addressOf, fieldsOf, isFiltered } from './list-address.rules.js';
import { NewBooking } from '../new-booking.view.js';
import { Filters, OtherFields, type Choices } from './list-filters.view.js';
import { ListTable } from './list-table.view.js';
import { listTexts } from './list-texts.js';
import { isInView, VIEWS, wishOfView, type View } from './list-views.js';
import { COLUMNS, PLAIN_WISH, type Column, type ListWish } from './list-wish.js';

export interface ListViewProps {
  wish: ListWish;
  list: ListPage;
  choices: Choices;
  today: IsoDate;
}

export function ListView({ wish, list, choices, today }: ListViewProps) {
  const { language } = usePage();
  const link = useLink();
  const t = listTexts[language];
  return (
    <div class="fb-wrap" data-wide>
      <PageHead title={t.title}>
        <NewBooking />
      </PageHead>
      <Views wish={wish} />
      <Filters wish={wish} choices={choices} today={today} />
      <More wish={wish} />
      <Count wish={wish} list={list} />
      {list.rows.length > 0 ? (
        <Choosing>
          <ListTable wish={wish} rows={list.rows} />
        </Choosing>
      ) : (
        <p class="fb-lead mt-6">
          {t.none}{' '}
          {wish.search && wish.period.kind !== 'all' && (
            <a href={link(addressOf({ ...PLAIN_WISH, search: wish.search, period: { kind: 'all' } }))}>
              {t.everywhere}
            </a>
          )}
        </p>
      )}
      <Pages wish={wish} matching={list.matching} />
    </div>
  );
}

function Views({ wish }: { wish: ListWish }) {
  const link = useLink();
  const t = listTexts[usePage().language];
  return (
    <nav class="fb-views" aria-label={t.views}>
      {(Object.keys(VIEWS) as View[]).map(view => (
        <a
          href={link(addressOf(wishOfView(view, wish)))}
          aria-current={isInView(wish, view) ? 'page' : undefined}
        >
          {t.view[view]}
        </a>
      ))}
    </nav>
  );
}

/** What is chosen less often: dates of one's own, and which columns there are. Each is a form of its own. */
function More({ wish }: { wish: ListWish }) {
  const link = useLink();
  const t = listTexts[usePage().language];
  const { fran = '', till = '' } = fieldsOf(wish);
  return (
    <details class="fb-moreof mt-3">
      <summary>{t.more}</summary>
      <form action={link('/bokningar')}>
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{t.dates.legend}</legend>
          <div class="fb-row">
            <TextField id="fran" label={t.dates.from} value={fran} type="date" width="10" />
            <TextField id="till" label={t.dates.until} value={till} type="date" width="10" />
            <button class="ds-button" data-variant="secondary">
              {t.dates.show}
            </button>
          </div>
        </fieldset>
        <OtherFields wish={wish} without={['period', 'fran', 'till', 'sida']} />
      </form>
      <form action={link('/bokningar')}>
        <CheckboxKeys
          name="kolumner"
          legend={t.columnChoice.legend}
          choices={(Object.keys(COLUMNS) as Column[])
            .filter(column => column !== 'school')
            .map(column => ({
              value: COLUMNS[column],
              label: column === 'week' ? t.week : t.column[column],
            }))}
          chosen={wish.columns.map(column => COLUMNS[column])}
          size="sm"
        />
        <OtherFields wish={wish} without={['kolumner', 'sida']} />
        <button class="ds-button" data-variant="secondary">
          {t.columnChoice.show}
        </button>
      </form>
    </details>
  );
}

function Count({ wish, list }: { wish: ListWish; list: ListPage }) {
  const link = useLink();
  const t = listTexts[usePage().language];
  const { number, of } = t.count(list.matching, list.inPeriod);
  return (
    <div class="fb-small fb-split mt-4 mb-2">
      <p role="status">
        <strong>{number}</strong>
        {of}
      </p>
      {isFiltered(wish) && (
        <a href={link(addressOf({ ...PLAIN_WISH, columns: wish.columns, order: wish.order }))}>{t.clear}</a>
      )}
    </div>
  );
}

function Pages({ wish, matching }: { wish: ListWish; matching: number }) {
  const link = useLink();
  const t = listTexts[usePage().language];
  const pages = Math.ceil(matching / ROWS_PER_PAGE);
  if (pages <= 1) return null;
  const to = (page: number) => link(addressOf({ ...wish, page }));
  return (
    <nav class="fb-pages fb-small mt-4" aria-label={t.pages}>
      {wish.page > 1 && (
        <a href={to(wish.page - 1)} rel="prev">
          {t.previous}
        </a>
      )}
      <span>{t.pageOf(wish.page, pages)}</span>
      {wish.page < pages && (
        <a href={to(wish.page + 1)} rel="next">
          {t.next}
        </a>
      )}
    </nav>
  );
}
