import { describe, expect, test } from '@jest/globals';
import { closedDays, planFrom } from './district-plan.js';

/** As PostgreSQL makes the rows into JSON. */
const SPRING = { id: 'spring', season: 'spring' };

const row = {
  rules: { district_id: 'kungsholmen', lead_time_working_days: 10, start_grid_minutes: 30 },
  hours: [
    {
      district_id: 'kungsholmen',
      audience: 'students',
      opens_at: '08:10:00',
      closes_at: '15:30:00',
      no_start_from: '11:00:00',
      no_start_until: '12:15:00',
    },
    {
      district_id: 'kungsholmen',
      audience: 'guardians',
      opens_at: '17:00:00',
      closes_at: '20:30:00',
      no_start_from: null,
      no_start_until: null,
    },
  ],
  terms: [
    { id: 'autumn', season: 'autumn', starts_on: '2026-08-18', ends_on: '2026-12-22', released_at: null },
    { ...SPRING, starts_on: '2027-01-12', ends_on: '2027-06-10', released_at: '2026-11-30T08:00:00+00:00' },
  ],
  breaks: [{ starts_on: '2026-10-26', ends_on: '2026-10-30', name_sv: 'Höstlov', name_en: 'Autumn break' }],
};

describe('The plan of a district', () => {
  const plan = planFrom(row);

  test('has its rules under the names that the code uses', () => {
    expect(plan.rules).toEqual({ districtId: 'kungsholmen', leadTimeWorkingDays: 10, startGridMinutes: 30 });
  });

  test('has hours in minutes of the wall clock, with lunch where there is one', () => {
    expect(plan.hours).toEqual({
      students: { opensAt: 490, closesAt: 930, noStart: { from: 660, until: 735 } },
      guardians: { opensAt: 1020, closesAt: 1230 },
    });
  });

  test('has terms and lov by their dates', () => {
    expect(plan.terms).toEqual([
      { id: 'autumn', season: 'autumn', startsOn: '2026-08-18', endsOn: '2026-12-22', releasedAt: null },
      {
        ...SPRING,
        startsOn: '2027-01-12',
        endsOn: '2027-06-10',
        releasedAt: new Date('2026-11-30T08:00:00Z'),
      },
    ]);
    expect(plan.breaks).toEqual([
      { startsOn: '2026-10-26', endsOn: '2026-10-30', name: { sv: 'Höstlov', en: 'Autumn break' } },
    ]);
  });

  test('may be empty for a district that has decided nothing yet', () => {
    expect(planFrom({ ...row, hours: [], terms: [], breaks: [] })).toMatchObject({
      hours: {},
      terms: [],
      breaks: [],
    });
  });

  test('reads the closed days of one school in the same way', () => {
    const studiedag = {
      startsOn: '2026-12-02',
      endsOn: '2026-12-02',
      nameSv: 'Studiedag',
      nameEn: 'Staff day',
    };
    expect(closedDays(studiedag)).toEqual({
      startsOn: '2026-12-02',
      endsOn: '2026-12-02',
      name: { sv: 'Studiedag', en: 'Staff day' },
    });
  });
});
