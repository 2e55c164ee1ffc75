import type { EntityManager } from 'typeorm';
import { proposeSchoolYear } from '../shared/school-year/proposed-school-year.js';
import { SchoolBreak, TermRow } from './school-year.entity.js';

/**
 * Proposes the school year that begins in the summer of `startYear`, unless the district has it, or terms of its own in
 * these months: what the district has written itself is never touched. Answers the new year's id.
 */
export async function proposeYear(
  manager: EntityManager,
  districtId: string,
  startYear: number,
): Promise<string | undefined> {
  const { label, terms, breaks } = proposeSchoolYear(startYear);
  const [year] = await manager.query<{ id: string }[]>(
    `INSERT INTO school_year (district_id, label, confirmed)
     SELECT $1, $2, false
      WHERE NOT EXISTS (SELECT 1 FROM term WHERE district_id = $1 AND starts_on <= $4 AND ends_on >= $3)
     ON CONFLICT (district_id, label) DO NOTHING RETURNING id`,
    [districtId, label, terms[0]!.startsOn, terms.at(-1)!.endsOn],
  );
  if (!year) return undefined;
  await manager.insert(
    TermRow,
    terms.map(term => ({ ...term, districtId, schoolYearId: year.id })),
  );
  await manager
    .createQueryBuilder()
    .insert()
    .into(SchoolBreak)
    .values(
      breaks.map(({ startsOn, endsOn, name }) => ({
        districtId,
        startsOn,
        endsOn,
        nameSv: name.sv,
        nameEn: name.en,
      })),
    )
    .orIgnore()
    .execute();
  return year.id;
}
