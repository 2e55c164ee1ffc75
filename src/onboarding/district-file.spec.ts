import { describe, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { AUDIENCES } from '../districts/bookable-hours.entity.js';
import { minuteOfDay } from '../shared/time/swedish-time.js';
import { districtFile, gradeFile, lectureFile } from './district-file.js';

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const paths = globSync('data/districts/*.json').sort();
const districts = paths.map(path => districtFile.parse(readJson(path)));
const grades = gradeFile.parse(readJson('data/grades.json'));
const lectures = lectureFile.parse(readJson('data/lectures.json'));
const gradeCodes = grades.map(grade => grade.code);

describe('The years of schooling', () => {
  test('go from preschool class to the third year of upper secondary school', () => {
    expect(gradeCodes.join(' ')).toBe('F 1 2 3 4 5 6 7 8 9 gy1 gy2 gy3');
    expect(grades.find(grade => grade.code === '7')).toMatchObject({
      labelSv: 'åk\u00a07',
      labelEn: 'grade\u00a07',
    });
  });
});

describe('The starting catalogue', () => {
  test('has lectures for pupils, guardians and the people of the school', () => {
    expect(new Set(lectures.map(lecture => lecture.audience))).toEqual(new Set(AUDIENCES));
    expect(new Set(lectures.map(lecture => lecture.slug)).size).toBe(lectures.length);
  });

  test.each(lectures.map(lecture => [lecture.slug, lecture] as const))(
    '%s is complete in both languages and fits into a school day',
    (_slug, lecture) => {
      expect(lecture.texts.sv.title).not.toBe('');
      expect(lecture.texts.en.title).not.toBe('');
      expect(lecture.texts.sv.schoolProvides).toHaveLength(lecture.texts.en.schoolProvides.length);
      expect(lecture.minutes).toBeGreaterThanOrEqual(20);
      expect(lecture.minutes).toBeLessThanOrEqual(120);
      expect(lecture.groupSmallest ?? 10).toBeLessThanOrEqual(lecture.groupLargest ?? 32);
    },
  );

  test.each(lectures.map(lecture => [lecture.slug, lecture] as const))(
    '%s has grades that exist where it is for pupils, and none where it is for adults',
    (_slug, lecture) => {
      for (const grade of lecture.grades) expect(gradeCodes).toContain(grade);
      expect(lecture.grades.length > 0).toBe(lecture.audience === 'students');
    },
  );
});

describe.each(districts.map((file, index) => [paths[index]!, file] as const))('%s', (path, file) => {
  test('is called as the district that it brings', () => {
    expect(path).toContain(`/${file.district.slug}.json`);
    expect(file.district.email).toMatch(/\.example$/);
  });

  test('says for every audience when it can be met, with lunch inside the hours', () => {
    expect(file.bookableHours.map(hours => hours.audience).sort()).toEqual([...AUDIENCES].sort());
    for (const { opensAt, closesAt, noStartFrom, noStartUntil } of file.bookableHours) {
      expect(minuteOfDay(opensAt)).toBeLessThan(minuteOfDay(closesAt)!);
      expect(noStartFrom === undefined).toBe(noStartUntil === undefined);
      if (noStartFrom && noStartUntil) {
        expect([opensAt, noStartFrom, noStartUntil, closesAt]).toEqual(
          [opensAt, noStartFrom, noStartUntil, closesAt].sort(),
        );
      }
    }
  });

  test('meets pupils kl. 8.10–15.30 with no start between 11.00 and 12.15', () => {
    expect(file.bookableHours.find(hours => hours.audience === 'students')).toEqual({
      audience: 'students',
      opensAt: '08:10',
      closesAt: '15:30',
      noStartFrom: '11:00',
      noStartUntil: '12:15',
    });
  });

  test('has every school once, by its code and by its name', () => {
    const codes = file.schools.map(school => school.schoolUnitCode).filter(code => code !== null);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(file.schools.map(school => school.name)).size).toBe(file.schools.length);
  });

  test('has schools with grades that exist, in their order', () => {
    for (const school of file.schools) {
      expect(school.grades.length).toBeGreaterThan(0);
      expect(school.grades).toEqual(gradeCodes.filter(code => school.grades.includes(code)));
    }
  });

  test('knows the schools of the town by their domain, exactly as it is written in addresses', () => {
    for (const { domain } of file.emailDomains) expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });
});

describe('The districts together', () => {
  test('are Kungsholmen and Skärholmen, and no school belongs to both', () => {
    expect(districts.map(file => file.district.name)).toEqual(['Kungsholmen', 'Skärholmen']);
    const codes = districts
      .flatMap(file => file.schools.map(school => school.schoolUnitCode))
      .filter(Boolean);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('A file of a district that is not as it should be', () => {
  const good = readJson(paths[0]!) as { district: object; schools: object[]; bookableHours: object[] };
  const accepts = (changes: object) => districtFile.safeParse({ ...good, ...changes }).success;

  test('is refused', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ district: { ...good.district, slug: 'Kungs Holmen' } })).toBe(false);
    expect(accepts({ district: { ...good.district, phone: '08-465 004 00' } })).toBe(false);
    expect(accepts({ district: { ...good.district, email: 'falt' } })).toBe(false);
    expect(accepts({ district: { ...good.district, colour: 'green' } })).toBe(false);
    expect(accepts({ schools: [{ ...good.schools[0], schoolUnitCode: '1234' }] })).toBe(false);
    expect(accepts({ schools: [{ ...good.schools[0], organizerType: 'communal' }] })).toBe(false);
    expect(accepts({ bookableHours: [{ ...good.bookableHours[0], opensAt: '8.10' }] })).toBe(false);
    expect(accepts({ emailDomains: [{ domain: 'skolan.se', holder: 'everybody' }] })).toBe(false);
  });
});
