import { describe, expect, test } from '@jest/globals';
import {
  EMPTY_LECTURE,
  readLecture,
  reordered,
  sheetOfLecture,
  slugFor,
  type LectureSheet,
  type LectureWords,
} from './lecture-sheet.js';

const facts = { rules: { groupSmallest: 10, groupLargest: 32 }, grades: ['7', '8', '9'], leads: ['amina'] };
const words = (title: string) => ({
  title,
  summary: 'Om något.',
  goal: 'Mål',
  method: '',
  before: '',
  after: '',
  schoolProvides: ['en skärm', 'en sal'],
});
const lecture: LectureWords = {
  audience: 'students',
  grades: ['8', '9'],
  topics: ['alcohol'],
  minutes: 60,
  sessionCount: 1,
  peopleNeeded: null,
  leadAssistantId: 'amina',
  groupSmallest: null,
  groupLargest: 40,
  mostPerWeek: 2,
  mostPerTerm: null,
  texts: { sv: words('Alkohol'), en: words('Alcohol') },
  isPublished: true,
  timesFrom: 'computed',
};
const faultsOf = (changes: Partial<LectureSheet>) => {
  const read = readLecture({ ...sheetOfLecture(lecture), ...changes }, facts);
  return 'faults' in read ? read.faults : {};
};

test('a lecture is led by somebody who may hold it, or by nobody in particular', () => {
  expect(faultsOf({ lead: 'sara' })).toEqual({ lead: { code: 'notChosen' } });
  expect(readLecture({ ...sheetOfLecture(lecture), lead: '' }, facts)).toMatchObject({
    leadAssistantId: null,
  });
});

describe('A lecture', () => {
  test('read from its own sheet is the same lecture', () => {
    expect(readLecture(sheetOfLecture(lecture), facts)).toEqual(lecture);
  });

  test('of which nothing has been written misses its title, summary, audience and length', () => {
    const read = readLecture(EMPTY_LECTURE, facts);
    expect('faults' in read && Object.keys(read.faults).sort()).toEqual(
      ['audience', 'grades', 'minutes', 'summaryEn', 'summarySv', 'titleEn', 'titleSv'].sort(),
    );
  });

  test('for pupils has grades that exist, for adults none', () => {
    expect(faultsOf({ grades: [] })).toEqual({ grades: { code: 'notChosen' } });
    expect(faultsOf({ grades: ['11'] })).toEqual({ grades: { code: 'notChosen' } });
    expect(readLecture({ ...sheetOfLecture(lecture), audience: 'guardians' }, facts)).toMatchObject({
      audience: 'guardians',
      grades: [],
    });
  });

  test('lasts from 10 to 480 minutes and takes 1 to 10 people', () => {
    expect(faultsOf({ minutes: '5' })).toEqual({ minutes: { code: 'notWhole', least: 10, most: 480 } });
    expect(faultsOf({ peopleNeeded: '11' })).toHaveProperty('peopleNeeded');
    expect(faultsOf({ peopleNeeded: '' })).toEqual({});
  });

  test('has a group that fits, also with what the district’s rules say', () => {
    const fault = { groupLargest: { code: 'notAfter', other: 'groupSmallest' } };
    expect(faultsOf({ groupSmallest: '41' })).toEqual(fault);
    expect(faultsOf({ groupSmallest: '33', groupLargest: '' })).toEqual(fault);
    expect(faultsOf({ groupSmallest: '', groupLargest: '9' })).toEqual(fault);
    expect(faultsOf({ groupSmallest: '5', groupLargest: '9' })).toEqual({});
  });

  test('says in both languages what it says in one', () => {
    expect(faultsOf({ goalEn: '' })).toEqual({ goalEn: { code: 'otherLanguage' } });
    expect(faultsOf({ goalSv: '', goalEn: '' })).toEqual({});
    expect(faultsOf({ titleEn: '' })).toEqual({ titleEn: { code: 'missing' } });
    expect(faultsOf({ providesEn: '' })).toEqual({ providesEn: { code: 'otherLanguage' } });
  });
});

describe('The address of a lecture', () => {
  test.each([
    ['Cannabis och hjärnan', [], 'cannabis-och-hjarnan'],
    ['Spel om pengar!', ['spel-om-pengar', 'spel-om-pengar-2'], 'spel-om-pengar-3'],
    ['Åk 9: é & ö', [], 'ak-9-e-o'],
    ['???', [], 'forelasning'],
  ])('of %j is plain and its own', (title, taken, slug) => {
    expect(slugFor(title, taken)).toBe(slug);
  });
});

describe('The order', () => {
  test('changes by one step', () => {
    expect(reordered(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(reordered(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  });

  test('stays where there is no step to take', () => {
    for (const [id, step] of [
      ['a', -1],
      ['c', 1],
      ['x', 1],
    ] as const)
      expect(reordered(['a', 'b', 'c'], id, step)).toEqual(['a', 'b', 'c']);
  });
});
