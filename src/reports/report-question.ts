import type { Audience } from '../districts/bookable-hours.entity.js';
import type { OrganizerType } from '../schools/school.entity.js';
import type { Dates } from './period.rules.js';

/** Which visits are counted; null where all of them are. They say nothing of the team's time but for the audience. */
export interface VisitFilter {
  organizer: OrganizerType | null;
  /** The slug of a lecture: districts call the same one alike. */
  lecture: string | null;
  audience: Audience | null;
  grade: string | null;
}

/** What is asked of the rows, without any rule of how it is shown. */
export interface ReportQuestion {
  /** Null: every district. */
  districtId: string | null;
  /** In order and without gaps; figures are told by the number of the part. */
  parts: Dates[];
  filter: VisitFilter;
  /** Whether time is told by person. */
  byPerson: boolean;
  /** Whether visits are told by school. */
  bySchool: boolean;
}

/** What has become of a visit. */
export type VisitState = 'held' | 'untold' | 'ahead' | 'preliminary';

export const LOSSES = [
  'lateBySchool',
  'lateByDistrict',
  'notHeldBySchool',
  'noShow',
  'notHeldByDistrict',
] as const;
export type Loss = (typeof LOSSES)[number];

/** Whose school it was; a school that is not in our list has no known organizer. */
export type Organizer = OrganizerType | 'unlisted';
