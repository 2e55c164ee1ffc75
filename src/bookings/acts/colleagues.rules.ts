// Who of the team could take a visit, ranked, and why not whoever could not:
// - free: qualified, within the weekly hours, and nothing else in the time with its margins or on the way from or to it;
// - tight: something else in the margins or on the way, no rest after late work, or outside hours: possible where the
//   coordinator has a reason;
// - capped: has had enough visits by the caps of the district, or the whole team has: possible for a reason, too, also of whoever is tight besides;
// - busy (in another lecture), away, or not qualified: not possible, whatever the reason.
// Whoever is named on the published time of the visit works then, whatever the weekly hours and the rest, and comes first of
// those who stand alike; the others are in the fair order among themselves.
import type { ChosenAssistant } from '../../calendars/occupied-time.store.js';
import type { StaffingReason } from '../../calendars/staffing-reason.js';
import type { TeamMember } from '../../calendars/team-member.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { hasHadEnough } from '../../slots/caps.rules.js';
import { isRestless } from '../../slots/rest.rules.js';
import { freeAt, type VisitShape } from '../../slots/slot.engine.js';
import { inFairOrder, type VisitLoad } from '../../slots/staffing.rules.js';

/** Something that takes a colleague's time then. */
export interface Block {
  kind: 'visit' | 'hold' | 'undo' | 'absence' | 'outside' | 'kept';
  /** Of a visit. */
  reference: string | null;
  schoolName: string | null;
  from: Date;
  until: Date;
  /** Whether it overlaps the lecture itself, or stands too close to it. */
  touchesLecture: boolean;
}

export interface Colleague {
  id: string;
  name: string;
  email: string;
  goes: boolean;
  blocks: Block[];
}

const STANDINGS = ['free', 'tight', 'capped', 'outsideHours', 'busy', 'away', 'notQualified'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface RankedColleague extends Colleague {
  standing: Standing;
  /** Has had enough visits by the caps, whatever else stands in the way. */
  isCapped: boolean;
  /** Would not have the rest before the visit or after it. */
  lacksRest: boolean;
  /** What stands in the way. */
  block: Block | undefined;
  /** Undefined for those who are not qualified. */
  chosen: ChosenAssistant | undefined;
}

export interface ColleaguesFacts {
  startsAt: Date;
  shape: VisitShape;
  colleagues: Colleague[];
  /** The qualified ones. What the visit itself takes of their time does not count. */
  team: TeamMember[];
  /** Whether the team takes on no more of such visits then: all of them have had enough. */
  hasTeamEnough: boolean;
  /** Ids of those named on the published time of the visit. */
  named: readonly string[];
  /** What the visit adds to the load of whoever takes it. */
  load: VisitLoad;
}

/** What is set aside for somebody who stands so. */
const DESPITE: Partial<Record<Standing, NonNullable<StaffingReason['despite']>>> = {
  tight: 'margins',
  capped: 'caps',
  outsideHours: 'workingHours',
};

export const isPossible = (one: Pick<RankedColleague, 'standing'>): boolean =>
  one.standing === 'free' || needsReason(one);

export const needsReason = (one: Pick<RankedColleague, 'standing'>): boolean =>
  DESPITE[one.standing] !== undefined;

/** Takes somebody who is qualified, and tells what is set aside for it. */
export function asChosen({ chosen, standing, isCapped }: RankedColleague): ChosenAssistant {
  const because = { ...chosen!.because, despite: DESPITE[standing] };
  return { ...chosen!, because, overridesMargins: standing === 'tight', overridesCaps: isCapped };
}

/** Those who go first, then the others in the order in which they should be asked. */
export function rankColleagues(facts: ColleaguesFacts): RankedColleague[] {
  const members = new Map(facts.team.map(member => [member.id, member]));
  const judged = facts.colleagues.map(one => ({ ...one, ...standingOf(one, members.get(one.id), facts) }));
  const ranked = STANDINGS.flatMap(standing => {
    const alike = judged.filter(one => one.standing === standing);
    const inOrder = inFairOrder(
      alike.flatMap(one => members.get(one.id) ?? []),
      facts.load,
    );
    return alike.map(one => ({ ...one, chosen: chosenOf(one.id, inOrder, facts.named) }));
  });
  return ranked.sort(
    (a, b) =>
      Number(b.goes) - Number(a.goes) ||
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      Number(facts.named.includes(b.id)) - Number(facts.named.includes(a.id)) ||
      placeOf(a) - placeOf(b) ||
      a.name.localeCompare(b.name, 'sv'),
  );
}

function chosenOf(
  id: string,
  inOrder: readonly ChosenAssistant[],
  named: readonly string[],
): ChosenAssistant | undefined {
  const chosen = inOrder.find(({ assistantId }) => assistantId === id);
  return chosen && named.includes(id)
    ? { ...chosen, because: { ...chosen.because, decidedBy: 'published' } }
    : chosen;
}

const placeOf = (one: RankedColleague) => one.chosen?.because.place ?? 0;

function standingOf(
  { blocks }: Colleague,
  member: TeamMember | undefined,
  { startsAt, shape, hasTeamEnough, named }: ColleaguesFacts,
): Pick<RankedColleague, 'standing' | 'isCapped' | 'lacksRest' | 'block'> {
  const inLecture = blocks.filter(block => block.touchesLecture);
  const away = inLecture.find(block => block.kind === 'absence');
  const stands = (standing: Standing, block?: Block) => ({ standing, isCapped, lacksRest, block });
  const start = startsAt.getTime();
  const isNamed = member !== undefined && named.includes(member.id);
  const lacksRest = member !== undefined && !isNamed && isRestless(member, start, shape);
  const isCapped = member !== undefined && (hasTeamEnough || hasHadEnough(member.visits, start, shape));
  if (!member) return stands('notQualified');
  if (away) return stands('away', away);
  if (inLecture.length > 0) return stands('busy', inLecture[0]);
  if (blocks.length > 0 || lacksRest) return stands('tight', blocks[0]);
  const works =
    isNamed ||
    freeAt(start, swedishDateOf(start), [{ ...member, busy: [], visits: [] }], {
      ...shape,
      caps: undefined,
      restHours: undefined,
    }).length > 0;
  if (!works) return stands('outsideHours');
  return stands(isCapped ? 'capped' : 'free');
}
