import type { BookingStatus } from '../../bookings/booking.entity.js';
import type { OrganizerType } from '../../schools/school.entity.js';
import type { Period } from './period.rules.js';

/** Each column of the list, and how the address calls it. */
export const COLUMNS = {
  time: 'tid',
  week: 'v',
  school: 'skola',
  organizer: 'huvudman',
  className: 'klass',
  pupils: 'elever',
  lecture: 'forelasning',
  staffing: 'bemanning',
  state: 'lage',
  mail: 'mejl',
  contact: 'kontakt',
  bookedOn: 'bokad',
  reference: 'nummer',
} as const;
export type Column = keyof typeof COLUMNS;

export const COLUMNS_AT_FIRST: readonly Column[] = [
  'time',
  'week',
  'school',
  'organizer',
  'className',
  'pupils',
  'lecture',
  'staffing',
  'state',
  'mail',
];

/** What the list can be in order of: everything that is one value for each booking. */
export type SortColumn = Exclude<Column, 'staffing' | 'mail'>;
export const isSortColumn = (column: Column): column is SortColumn =>
  column !== 'staffing' && column !== 'mail';

export const ORGANIZERS: Record<OrganizerType, string> = {
  municipal: 'kommunal',
  independent: 'fristaende',
  otherPublic: 'annan',
};

/** A status, or a problem that somebody at the desk has to do something about. */
export const STATES = {
  preliminary: 'preliminar',
  confirmed: 'bekraftad',
  held: 'genomford',
  notHeld: 'blev-inte-av',
  cancelled: 'avbokad',
  lacksPeople: 'saknar-personal',
  unknownSender: 'okand-avsandare',
  untold: 'ej-uppfoljd',
  mailFailed: 'mejl-misslyckat',
} as const satisfies Record<BookingStatus, string> & Record<string, string>;
export type ListState = keyof typeof STATES;

/** Stages of grundskola and gymnasium, beside which each grade can be chosen by itself. */
export const STAGES: Record<string, readonly string[]> = {
  'f-3': ['F', '1', '2', '3'],
  '4-6': ['4', '5', '6'],
  '7-9': ['7', '8', '9'],
  gymnasiet: ['gy1', 'gy2', 'gy3'],
};

/** Which bookings, in which order, and what of them: everything that the address of the list says. */
export interface ListWish {
  /** As typed; empty where nothing is looked for. */
  search: string;
  period: Period;
  organizer?: OrganizerType;
  /** A grade's code or the name of a stage. */
  grade?: string;
  /** The slug of a lecture. */
  lecture?: string;
  state?: ListState;
  order: { by: SortColumn; isDescending: boolean };
  columns: readonly Column[];
  /** From 1. */
  page: number;
}

export const PLAIN_WISH: ListWish = {
  search: '',
  period: { kind: 'coming' },
  order: { by: 'time', isDescending: false },
  columns: COLUMNS_AT_FIRST,
  page: 1,
};
