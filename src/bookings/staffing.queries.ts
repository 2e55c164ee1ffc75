import type { EntityManager } from 'typeorm';
import type { TeamMember } from '../calendars/team.queries.js';
import type { Term } from '../shared/school-year/school-calendar.js';
import { addDays } from '../shared/time/iso-date.js';
import { instantAt } from '../shared/time/swedish-time.js';
import type { StaffingCandidate } from '../slots/staffing.rules.js';

interface LoadRow {
  id: string;
  bookedMinutes: number;
  lastBookedAt: Date | null;
}

/** What each of the free people has been given in the term, for the fair order. */
export async function staffingCandidates(
  manager: EntityManager,
  people: TeamMember[],
  term: Term | undefined,
): Promise<StaffingCandidate[]> {
  if (!term) return people.map(person => ({ ...person, bookedMinutes: 0, lastBookedAt: null }));
  const rows: LoadRow[] = await manager.query(
    `SELECT assistant_id AS id,
            (sum(extract(epoch FROM upper(lecture) - lower(lecture))) / 60)::int AS "bookedMinutes",
            max(created_at) AS "lastBookedAt"
       FROM occupied_time
      WHERE assistant_id = ANY($1) AND kind <> 'hold' AND occupied && tstzrange($2, $3)
      GROUP BY assistant_id`,
    [people.map(person => person.id), instantAt(term.startsOn, 0), instantAt(addDays(term.endsOn, 1), 0)],
  );
  const loads = new Map(rows.map(row => [row.id, row]));
  return people.map(({ id, workingShare }) => ({
    id,
    workingShare,
    bookedMinutes: loads.get(id)?.bookedMinutes ?? 0,
    lastBookedAt: loads.get(id)?.lastBookedAt ?? null,
  }));
}
