import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { districtFile } from '../../src/onboarding/district-file.js';

// The schools that a district is taken on with, against what Skolverket answered on 2026-04-21 (planned-educations v4).
const ANSWERS = '../shared/data/skolverket-planned-educations-v4';

const districts = ['kungsholmen', 'skarholmen'].map(slug =>
  districtFile.parse(JSON.parse(readFileSync(`data/districts/${slug}.json`, 'utf8'))),
);
const schools = districts.flatMap(district => district.schools);
const units = schools.filter(school => school.schoolUnitCode !== null);

interface Unit {
  code: string;
  name: string;
  geographicalAreaCode: string;
  principalOrganizerType: string;
  contactInfo: { addresses: { type: string; street: string; zipCode: string; city: string }[] };
  typeOfSchooling: { code: string; schoolYears: string[] }[];
}

const read = <T>(path: string): T =>
  (JSON.parse(readFileSync(`${ANSWERS}/${path}`, 'utf8')) as { body: T }).body;

test('nine units of Kungsholmen and seven of Skärholmen carry a code, four schools have none, and none stands twice', () => {
  const codesOf = districts.map(
    district => district.schools.flatMap(school => school.schoolUnitCode ?? []).length,
  );
  expect(codesOf).toEqual([9, 7]);
  expect(new Set(units.map(unit => unit.schoolUnitCode)).size).toBe(16);
  const without = schools.filter(school => school.schoolUnitCode === null).map(school => school.name);
  expect(without.sort()).toEqual([
    'Eiraskolan',
    'Essingeskolan',
    'Kungsholmens gymnasium',
    'Thorildsplans gymnasium',
  ]);
});

if (!existsSync(ANSWERS))
  console.log(
    `NOT COMPARED: ${ANSWERS} is not there, so our schools were not held against Skolverket's answers.`,
  );
else
  describe('each unit is as Skolverket knows it', () => {
    test.each(units.map(unit => [unit.schoolUnitCode!, unit.name, unit] as const))(
      '%s %s',
      (code, _, unit) => {
        const answered = read<Unit>(`school-units/${code}.json`);
        const address = answered.contactInfo.addresses.find(one => one.type === 'VISITING_ADDRESS')!;
        expect(unit).toMatchObject({
          name: answered.name,
          organizerType: { Kommunal: 'municipal', Fristående: 'independent' }[
            answered.principalOrganizerType
          ],
          // The register writes a span of house numbers with a hyphen, and the postal code in one.
          street: address.street.replace(/(\d)-(\d)/, '$1–$2'),
          postalCode: address.zipCode.replace(/^(\d{3})(\d{2})$/, '$1 $2'),
          city: address.city,
          grades: gradesOf(answered),
          pupilCount: pupilsOf(code),
        });
        expect(answered).toMatchObject({ code, geographicalAreaCode: '0180' });
      },
    );
  });

/** Years of förskoleklass and grundskola; anpassad grundskola has the same ones where it is there. */
function gradesOf(unit: Unit): string[] {
  const years = (type: string) => unit.typeOfSchooling.find(one => one.code === type)?.schoolYears ?? [];
  expect(years('gr')).toEqual(expect.arrayContaining(years('gran')));
  return [...(years('fsk').length > 0 ? ['F'] : []), ...years('gr')];
}

function pupilsOf(code: string): number {
  const { totalNumberOfPupils } = read<{ totalNumberOfPupils: { value: string }[] }>(
    `statistics-gr/${code}.json`,
  );
  return Number(totalNumberOfPupils[0]!.value.replace(/\D/g, ''));
}
