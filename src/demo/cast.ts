// The people of the demonstration are invented: names, addresses and numbers. Addresses end in .example (RFC 2606), and
// the telephone numbers are of the series that PTS keeps for fiction.

export interface CastMember {
  name: string;
  workingShare: number;
  nameIsPublic: boolean;
  /** Weekday (1 is Monday), from, until. */
  hours: [weekday: number, from: string, until: string][];
  /** Has entered hours for the present term alone. */
  lacksComingTerm?: boolean;
}

/** Team meeting on Monday mornings, fielding on Wednesday afternoons: what is left is for visits. */
const week = (from: string, until: string): CastMember['hours'] => [
  [1, '10:00', until],
  [2, from, until],
  [3, from, '12:00'],
  [4, from, until],
  [5, from, '14:00'],
];
const evening = (weekday: number): CastMember['hours'][number] => [weekday, '16:30', '21:00'];

export const CAST: Record<string, CastMember[]> = {
  kungsholmen: [
    {
      name: 'Amina Lindqvist',
      workingShare: 1,
      nameIsPublic: true,
      hours: [...week('07:45', '16:00'), evening(4)],
    },
    {
      name: 'Johan Berglund',
      workingShare: 1,
      nameIsPublic: false,
      hours: [...week('08:00', '16:00'), evening(2), evening(4)],
    },
    {
      name: 'Sara Haddad',
      workingShare: 0.75,
      nameIsPublic: true,
      hours: [...week('08:00', '16:00').slice(0, 4), evening(4)],
    },
    {
      name: 'Erik Nyström',
      workingShare: 1,
      nameIsPublic: false,
      hours: [...week('07:45', '16:00'), evening(2)],
    },
    {
      name: 'Leila Sandberg',
      workingShare: 0.5,
      nameIsPublic: false,
      hours: [...week('08:00', '15:45').slice(1, 3), evening(2)],
      lacksComingTerm: true,
    },
  ],
  skarholmen: [
    {
      name: 'Maria Öberg',
      workingShare: 1,
      nameIsPublic: true,
      hours: [...week('07:45', '16:00'), evening(3)],
    },
    {
      name: 'Daniel Warsame',
      workingShare: 1,
      nameIsPublic: false,
      hours: [...week('08:00', '16:00'), evening(3)],
    },
    {
      name: 'Fatima Ek',
      workingShare: 1,
      nameIsPublic: false,
      hours: [...week('07:45', '16:00'), evening(3)],
    },
    {
      name: 'Oskar Åkesson',
      workingShare: 0.8,
      nameIsPublic: true,
      hours: week('08:00', '16:00').slice(0, 4),
    },
    {
      name: 'Nadja Holm',
      workingShare: 0.6,
      nameIsPublic: false,
      hours: [...week('08:00', '16:00').slice(3), evening(3)],
    },
  ],
};

export const CONTACTS = [
  'Karin Ek',
  'Anders Lund',
  'Maja Sjöberg',
  'Hassan Ali',
  'Eva Norén',
  'Peter Dahl',
  'Lina Forsberg',
  'Omar Said',
  'Ulla Bergman',
  'Jonas Vik',
  'Sofia Rask',
  'Ida Hellström',
];

export const ROLES = ['mentor', 'kurator', 'bitr. rektor', 'lärare', 'skolsköterska'];

/** 070-174 06 05–99 is kept for fiction. */
export const fictionalPhone = (number: number): string =>
  `+4670174${String(605 + (number % 95)).padStart(4, '0')}`;

export const emailName = (name: string): string =>
  name.toLowerCase().replace(/å|ä/g, 'a').replace(/ö/g, 'o').replace(/é/g, 'e').replaceAll(' ', '.');

/** Who staffs the visits and follows them up; goes on none. */
export const COORDINATORS: Record<string, { name: string; emailName: string }> = {
  kungsholmen: { name: 'Lena Forsman', emailName: 'lena.forsman' },
  skarholmen: { name: 'Mattias Öhrn', emailName: 'mattias.ohrn' },
};
