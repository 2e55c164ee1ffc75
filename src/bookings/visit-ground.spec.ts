import { describe, expect, test } from '@jest/globals';
import { planOf } from '../../test/builders/offer.js';
import type { Lecture } from '../lectures/lecture.entity.js';
import type { School } from '../schools/school.entity.js';
import { detailsLimits, suits } from './visit-ground.js';

const plan = planOf();
const lecture = (changes: Partial<Lecture> = {}) =>
  ({ grades: ['7', '8', '9'], groupSmallest: null, groupLargest: null, ...changes }) as Lecture;
const school = (...grades: string[]) => ({ grades }) as School;

describe('What a school can tell of a visit', () => {
  test('is a grade that lecture and school have in common', () => {
    expect(
      detailsLimits({ lecture: lecture(), plan, school: school('4', '5', '6', '7', '8') }).grades,
    ).toEqual(['7', '8']);
  });

  test('is any grade of the lecture where the school is not in our list', () => {
    expect(detailsLimits({ lecture: lecture(), plan, school: undefined }).grades).toEqual(['7', '8', '9']);
  });

  test('is no grade where the audience is adults', () => {
    expect(detailsLimits({ lecture: lecture({ grades: [] }), plan, school: school('7') }).grades).toEqual([]);
  });

  test('is a number by the district, unless the lecture has its own', () => {
    expect(detailsLimits({ lecture: lecture(), plan, school: school('7') })).toMatchObject({
      groupSmallest: 10,
      groupLargest: 32,
    });
    const own = lecture({ groupSmallest: 20, groupLargest: 150 });
    expect(detailsLimits({ lecture: own, plan, school: school('7') })).toMatchObject({
      groupSmallest: 20,
      groupLargest: 150,
    });
  });
});

describe('A lecture suits a school', () => {
  test('that has one of its grades', () => {
    expect(suits(lecture(), school('F', '7'))).toBe(true);
    expect(suits(lecture(), school('F', '4'))).toBe(false);
    expect(suits(lecture(), school())).toBe(false);
  });

  test('whatever its grades where the audience is adults', () => {
    expect(suits(lecture({ grades: [] }), school('F'))).toBe(true);
  });
});
