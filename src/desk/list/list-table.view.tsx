import type { VNode } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import { Icon } from '../../platform/web/parts/icon.js';
import type { Language } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { initials } from '../../shared/text/initials.js';
import { BookingStatus } from '../booking-status.view.js';
import { shortDate, visitTime } from '../words.js';
import { ChooseCell } from './bulk-bar.view.js';
import type { ListedBooking } from './booking-list.queries.js';
import { addressOf } from './list-address.rules.js';
import { listTexts } from './list-texts.js';
import { isSortColumn, type Column, type ListWish } from './list-wish.js';

/** One line for each booking. Wider than a phone, it scrolls within its own frame, which the keyboard reaches. */
export function ListTable({ wish, rows }: { wish: ListWish; rows: ListedBooking[] }) {
  const { language } = usePage();
  const t = listTexts[language];
  return (
    <WideTable label={t.table} kind={{ 'data-list': '' }}>
      <thead>
        <tr>
          <th scope="col" class="choose">
            <span class="ds-sr-only">{t.chosen.column}</span>
          </th>
          {wish.columns.map(column => (
            <HeadCell column={column} wish={wish} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            <ChooseCell row={row} />
            {wish.columns.map(column => CELLS[column](row, language))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

const AT_THE_RIGHT: Column[] = ['pupils'];

function HeadCell({ column, wish }: { column: Column; wish: ListWish }) {
  const link = useLink();
  const t = listTexts[usePage().language];
  const name = column === 'week' ? <WeekName /> : t.column[column];
  const align = AT_THE_RIGHT.includes(column) ? 'r' : undefined;
  if (!isSortColumn(column)) {
    return (
      <th scope="col" title={column === 'mail' ? t.mailMeans : undefined}>
        {name}
      </th>
    );
  }
  const isHere = wish.order.by === column;
  const isDescending = isHere && !wish.order.isDescending;
  return (
    <th
      scope="col"
      class={align}
      aria-sort={isHere ? (wish.order.isDescending ? 'descending' : 'ascending') : undefined}
    >
      <a href={link(addressOf({ ...wish, order: { by: column, isDescending }, page: 1 }))}>
        {name}
        {isHere && <Icon name="sortUp" />}
      </a>
    </th>
  );
}

function WeekName() {
  const t = listTexts[usePage().language];
  return (
    <>
      <span aria-hidden="true">{t.column.week}</span>
      <span class="ds-sr-only">{t.week}</span>
    </>
  );
}

const CELLS: Record<Column, (row: ListedBooking, language: Language) => VNode> = {
  time: (row, language) => {
    const { day, hours } = visitTime(language, row);
    return (
      <td class="nb">
        {day} <span class="fb-muted">{hours}</span>
      </td>
    );
  },
  week: row => <td>{isoWeekOf(swedishDateOf(row.startsAt)).number}</td>,
  school: row => <SchoolCell row={row} />,
  organizer: (row, language) => (
    <td class="fb-muted">{row.organizer ? listTexts[language].organizer[row.organizer] : '–'}</td>
  ),
  className: row => <td>{row.className}</td>,
  pupils: row => <td class="r">{row.pupils}</td>,
  lecture: row => <td>{row.title}</td>,
  staffing: row => (
    <td>
      <Staffing row={row} />
    </td>
  ),
  state: row => (
    <td>
      <BookingStatus booking={row} />
    </td>
  ),
  mail: row => (
    <td>
      <Mail word={row.mail} />
    </td>
  ),
  contact: row => (
    <td>
      {row.contactName}{' '}
      {row.contactPhone && (
        <a class="nb" href={`tel:${row.contactPhone}`}>
          {phoneForReading(row.contactPhone)}
        </a>
      )}
    </td>
  ),
  bookedOn: (row, language) => (
    <td class="nb">
      {shortDate(language, swedishDateOf(row.bookedAt))} {swedishDateOf(row.bookedAt).slice(0, 4)}
    </td>
  ),
  reference: row => <td class="nb num">{row.reference}</td>,
};

function SchoolCell({ row }: { row: ListedBooking }) {
  const link = useLink();
  return (
    <th scope="row">
      <a href={link(`/bokningar/${row.reference}`)}>{row.schoolName}</a>
    </th>
  );
}

/** Initials for the eye, names for whoever hears the page. */
function Staffing({ row }: { row: ListedBooking }) {
  const t = listTexts[usePage().language];
  if (row.staff.length === 0 && row.missing === 0) return <span class="fb-muted">–</span>;
  return (
    <span class="fb-avs">
      {row.staff.map(({ name, isAway }) => (
        <span class="fb-av" data-away={isAway ? '' : undefined} title={isAway ? t.away(name) : name}>
          <span aria-hidden="true">{initials(name)}</span>
          <span class="ds-sr-only">{isAway ? t.away(name) : name}, </span>
        </span>
      ))}
      {row.missing > 0 && (
        <span class="fb-av" data-empty>
          <span aria-hidden="true">+{row.missing}</span>
          <span class="ds-sr-only">{t.missing(row.missing)}</span>
        </span>
      )}
    </span>
  );
}

function Mail({ word }: { word: ListedBooking['mail'] }) {
  const t = listTexts[usePage().language];
  if (word === 'failed' || word === 'retry') {
    return (
      <span class="fb-status" data-s={word === 'failed' ? 'bad' : 'wait'}>
        {t.mail[word]}
      </span>
    );
  }
  return <span class="fb-muted nb">{word ? t.mail[word] : t.noMail}</span>;
}
