// The address of the list says everything that is shown, so that it can be kept, copied and sent:
// - what is left out is what the list shows at first; what is not understood is left out;
// - the same wish always has the same address.
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import {
  COLUMNS,
  COLUMNS_AT_FIRST,
  isSortColumn,
  ORGANIZERS,
  PLAIN_WISH,
  STAGES,
  STATES,
  type Column,
  type ListWish,
} from './list-wish.js';
import { periodInAddress, readPeriod } from './period.rules.js';
import { readSearch } from './search.rules.js';

/** What there is to choose from in the district. */
export interface ListGround {
  terms: readonly Term[];
  /** Codes of grades. */
  grades: readonly string[];
  /** Slugs. */
  lectures: readonly string[];
}

const MOST_PAGES = 100_000;

/** Reads the fields of the address; whatever makes no sense is as if it were not there. */
export function readWish(query: Posted, ground: ListGround): ListWish {
  const grade = textOf(query, 'arskurs');
  const lecture = textOf(query, 'forelasning');
  const organizer = keyOf(ORGANIZERS, textOf(query, 'huvudman'));
  const state = keyOf(STATES, textOf(query, 'lage'));
  return {
    search: readSearch(textOf(query, 'sok')),
    period: readPeriod(textOf(query, 'period'), textOf(query, 'fran'), textOf(query, 'till'), ground.terms),
    ...(organizer && { organizer }),
    ...((Object.hasOwn(STAGES, grade) || ground.grades.includes(grade)) && { grade }),
    ...(ground.lectures.includes(lecture) && { lecture }),
    ...(state && { state }),
    order: readOrder(textOf(query, 'ordning')),
    columns: readColumns(textsOf(query, 'kolumner')),
    page: readPage(textOf(query, 'sida')),
  };
}

/** The name by which the address calls a thing, back to the name that the code uses. */
const keyOf = <Key extends string>(names: Record<Key, string>, name: string): Key | undefined =>
  (Object.keys(names) as Key[]).find(key => names[key] === name);

function readOrder(text: string): ListWish['order'] {
  const by = keyOf(COLUMNS, text.replace(/^-/, ''));
  return by && isSortColumn(by) ? { by, isDescending: text.startsWith('-') } : PLAIN_WISH.order;
}

/** In the order of the table; the school is always among them, as it names the row. */
function readColumns(texts: string[]): readonly Column[] {
  const named = texts.flatMap(text => text.split(',')).map(name => keyOf(COLUMNS, name));
  if (!named.some(Boolean)) return COLUMNS_AT_FIRST;
  const all = Object.keys(COLUMNS) as Column[];
  return all.filter(column => column === 'school' || named.includes(column));
}

function readPage(text: string): number {
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 1;
  return page >= 1 && page <= MOST_PAGES ? page : 1;
}

/** The fields of the address, without those that say nothing new. */
export function fieldsOf(wish: ListWish): Record<string, string> {
  const { by, isDescending } = wish.order;
  const order = (isDescending ? '-' : '') + COLUMNS[by];
  const columns = namesOf(wish.columns);
  return {
    ...(wish.search && { sok: wish.search }),
    ...periodInAddress(wish.period),
    ...(wish.organizer && { huvudman: ORGANIZERS[wish.organizer] }),
    ...(wish.grade && { arskurs: wish.grade }),
    ...(wish.lecture && { forelasning: wish.lecture }),
    ...(wish.state && { lage: STATES[wish.state] }),
    ...(order !== COLUMNS.time && { ordning: order }),
    ...(columns !== namesOf(COLUMNS_AT_FIRST) && { kolumner: columns }),
    ...(wish.page > 1 && { sida: String(wish.page) }),
  };
}

const namesOf = (columns: readonly Column[]) => columns.map(column => COLUMNS[column]).join(',');

/** A path of our own, to be put into the language of the page. */
export function addressOf(wish: ListWish): string {
  const query = new URLSearchParams(fieldsOf(wish)).toString();
  return query ? `/bokningar?${query}` : '/bokningar';
}

/** Whether something is chosen beyond what the list shows at first; order, columns and page do not count. */
export const isFiltered = (wish: ListWish): boolean =>
  addressOf({ ...PLAIN_WISH, ...choiceOf(wish) }) !== '/bokningar';

/** The choice of bookings alone. */
export const choiceOf = ({ search, period, organizer, grade, lecture, state }: ListWish) => ({
  search,
  period,
  organizer,
  grade,
  lecture,
  state,
});
