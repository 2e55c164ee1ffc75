// What a coordinator may make of a lecture:
// - title and summary stand in both languages; every other text in both or in none;
// - pupils have at least one grade, adults have none;
// - the group fits: the smallest is not above the largest, whichever of the two the district's rules say;
// - whoever leads it may hold it;
// - the limits are those of the table.
import { AUDIENCES, type Audience } from '../../districts/bookable-hours.entity.js';
import type { DistrictRules } from '../../districts/district-rules.entity.js';
import type { LectureTexts } from '../../lectures/lecture-texts.js';
import { TIMES_FROM, type Lecture } from '../../lectures/lecture.entity.js';
import { SheetReader, type Faults } from '../sheet-reader.js';

const LONGEST = { title: 120, summary: 300, text: 2000, thing: 120 };
const MOST_THINGS = 8;
const LARGEST_GROUP = 1000;

export const TOPICS = ['alcohol', 'narcotics', 'doping', 'tobacco', 'gambling'] as const;

export const EMPTY_LECTURE = {
  titleSv: '',
  titleEn: '',
  summarySv: '',
  summaryEn: '',
  isPublished: '',
  timesFrom: 'computed',
  audience: '',
  grades: [] as string[],
  topics: [] as string[],
  minutes: '',
  sessionCount: '1',
  peopleNeeded: '',
  lead: '',
  groupSmallest: '',
  groupLargest: '',
  mostPerWeek: '',
  mostPerTerm: '',
  goalSv: '',
  goalEn: '',
  methodSv: '',
  methodEn: '',
  beforeSv: '',
  beforeEn: '',
  afterSv: '',
  afterEn: '',
  providesSv: '',
  providesEn: '',
};
export type LectureSheet = typeof EMPTY_LECTURE;

/** The part of a lecture that is edited as a form; slug and place in the list are not. */
export type LectureWords = Omit<Lecture, 'id' | 'districtId' | 'slug' | 'position'>;

export function sheetOfLecture(lecture: LectureWords): LectureSheet {
  const { sv, en } = lecture.texts;
  const orEmpty = (number: number | null) => (number === null ? '' : String(number));
  return {
    titleSv: sv.title,
    titleEn: en.title,
    summarySv: sv.summary,
    summaryEn: en.summary,
    isPublished: lecture.isPublished ? 'yes' : '',
    timesFrom: lecture.timesFrom,
    audience: lecture.audience,
    grades: lecture.grades,
    topics: lecture.topics,
    minutes: String(lecture.minutes),
    sessionCount: String(lecture.sessionCount),
    peopleNeeded: orEmpty(lecture.peopleNeeded),
    lead: lecture.leadAssistantId ?? '',
    groupSmallest: orEmpty(lecture.groupSmallest),
    groupLargest: orEmpty(lecture.groupLargest),
    mostPerWeek: orEmpty(lecture.mostPerWeek),
    mostPerTerm: orEmpty(lecture.mostPerTerm),
    goalSv: sv.goal,
    goalEn: en.goal,
    methodSv: sv.method,
    methodEn: en.method,
    beforeSv: sv.before,
    beforeEn: en.before,
    afterSv: sv.after,
    afterEn: en.after,
    providesSv: sv.schoolProvides.join('\n'),
    providesEn: en.schoolProvides.join('\n'),
  };
}

export interface LectureFacts {
  rules: Pick<DistrictRules, 'groupSmallest' | 'groupLargest'>;
  /** Codes in their order. */
  grades: readonly string[];
  /** Ids of those who may lead it. */
  leads: readonly string[];
}

export function readLecture(
  sheet: LectureSheet,
  facts: LectureFacts,
): LectureWords | { faults: Faults<LectureSheet> } {
  const read = new SheetReader(sheet);
  const audience: Audience = read.oneOf('audience', AUDIENCES);
  const lecture: LectureWords = {
    texts: readTexts(read),
    isPublished: sheet.isPublished === 'yes',
    timesFrom: read.oneOf('timesFrom', TIMES_FROM),
    audience,
    grades: audience === 'students' ? read.someOf('grades', facts.grades) : [],
    topics: read.someOf('topics', TOPICS),
    minutes: read.number('minutes', 10, 480),
    sessionCount: read.number('sessionCount', 1, 20),
    peopleNeeded: read.optionalNumber('peopleNeeded', 1, 10),
    leadAssistantId: sheet.lead === '' ? null : read.oneOf('lead', facts.leads),
    groupSmallest: read.optionalNumber('groupSmallest', 1, LARGEST_GROUP),
    groupLargest: read.optionalNumber('groupLargest', 1, LARGEST_GROUP),
    mostPerWeek: read.optionalNumber('mostPerWeek', 1, 100),
    mostPerTerm: read.optionalNumber('mostPerTerm', 1, 1000),
  };
  if (audience === 'students' && lecture.grades.length === 0) read.fault('grades', { code: 'notChosen' });
  const smallest = lecture.groupSmallest ?? facts.rules.groupSmallest;
  if ((lecture.groupLargest ?? facts.rules.groupLargest) < smallest)
    read.fault('groupLargest', { code: 'notAfter', other: 'groupSmallest' });
  return read.isFaultless ? lecture : { faults: read.faults };
}

function readTexts(read: SheetReader<LectureSheet>): LectureTexts {
  const goal = read.optionalPair('goalSv', LONGEST.text);
  const method = read.optionalPair('methodSv', LONGEST.text);
  const before = read.optionalPair('beforeSv', LONGEST.text);
  const after = read.optionalPair('afterSv', LONGEST.text);
  read.optionalPair('providesSv', MOST_THINGS * (LONGEST.thing + 1));
  const words = (language: 'sv' | 'en') => ({
    title: read.text(language === 'sv' ? 'titleSv' : 'titleEn', LONGEST.title),
    summary: read.text(language === 'sv' ? 'summarySv' : 'summaryEn', LONGEST.summary),
    goal: goal[language],
    method: method[language],
    before: before[language],
    after: after[language],
    schoolProvides: read.lines(language === 'sv' ? 'providesSv' : 'providesEn', MOST_THINGS, LONGEST.thing),
  });
  return { sv: words('sv'), en: words('en') };
}

/** "Cannabis och hjärnan" as cannabis-och-hjarnan, with a number where that is taken. */
export function slugFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const first = plain || 'forelasning';
  let slug = first;
  for (let number = 2; taken.includes(slug); number++) slug = `${first}-${String(number)}`;
  return slug;
}

/** The ids in the order that they get when one of them goes a step up (-1) or down (1). */
export function reordered(ids: readonly string[], id: string, step: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = from + step;
  const order = [...ids];
  if (from < 0 || to < 0 || to >= ids.length) return order;
  [order[from], order[to]] = [order[to]!, order[from]!];
  return order;
}
