// Handing a visit over:
// - whoever goes on a visit that is ahead may ask one colleague at a time to take their place;
// - only a colleague who does not go already, is qualified and free for it: no exceptions are made among colleagues;
// - where the colleague has to consent, only one who can sign in: nobody else could answer;
// - a line of text may go with it, of at most 300 characters and without any personal identity number;
// - the wish lapses when the visit begins, is called off or moved, or when whoever asked goes no longer:
//   the clock settles it then, but not as long as what ended it can be undone;
// - the colleague may take it over while it stands and they are still free: that is looked at again then.
import { refuse, type Refusal } from '../../shared/refusal.js';
import type { RankedColleague } from '../acts/colleagues.rules.js';
import type { BookingView } from '../booking-view.queries.js';
import { isComing } from '../booking.rules.js';
import { oneLine, textFault } from '../details.rules.js';

const LONGEST = 300;

type Visit = Pick<BookingView, 'status' | 'startsAt'> & { staff: { id: string }[] };
type Asked = Pick<RankedColleague, 'id' | 'goes' | 'standing'>;

export const HANDOVER_OUTCOMES = ['taken', 'declined', 'takenBack', 'lapsed'] as const;
export type HandoverOutcome = (typeof HANDOVER_OUTCOMES)[number];

/** A wish as far as it depends on it whether it still stands. */
export interface StandingFacts {
  giverId: string;
  receiverId: string;
  /** When the visit was to begin as it was asked about. */
  startsAt: Date;
  outcome: HandoverOutcome | null;
}

export type AskFault = 'nobodyChosen' | 'notFree' | 'wordsTooLong' | 'wordsHoldNumber';
export type AskRefusal = Refusal<AskFault | 'notComing' | 'alreadyAsked'>;
export type TakeRefusal = Refusal<'settled' | 'lapsed' | 'notFree'>;

export const goes = (visit: Visit, assistantId: string | null): boolean =>
  visit.staff.some(person => person.id === assistantId);

export const mayBeAsked = (colleague: Omit<Asked, 'id'>): boolean =>
  !colleague.goes && colleague.standing === 'free';

/** Answers the colleague, and the words as they are kept. */
export function decideAsking<One extends Asked>(facts: {
  visit: Visit;
  giverId: string;
  hasOpenWish: boolean;
  colleagues: One[];
  typed: { receiver: string; words: string };
  now: Date;
}): { receiver: One; words: string } | AskRefusal {
  const { visit, giverId, colleagues, typed, now } = facts;
  if (!isComing(visit, now) || !goes(visit, giverId)) return refuse('notComing');
  if (facts.hasOpenWish) return refuse('alreadyAsked');
  if (typed.receiver === '') return refuse('nobodyChosen');
  const receiver = colleagues.find(one => one.id === typed.receiver);
  if (!receiver || !mayBeAsked(receiver)) return refuse('notFree');
  const fault = textFault(typed.words, LONGEST);
  if (fault) return refuse(fault === 'tooLong' ? 'wordsTooLong' : 'wordsHoldNumber');
  return { receiver, words: oneLine(typed.words) };
}

/** `visit`: as it is now. */
export function standingOf(wish: StandingFacts, visit: Visit, now: Date): 'open' | 'settled' | 'lapsed' {
  if (wish.outcome) return wish.outcome === 'lapsed' ? 'lapsed' : 'settled';
  const isAsAsked = visit.startsAt.getTime() === wish.startsAt.getTime();
  return isComing(visit, now) && isAsAsked && goes(visit, wish.giverId) ? 'open' : 'lapsed';
}

/** `colleagues`: the team as it stands for the visit now. Answers who goes from now on. */
export function decideTaking(
  wish: StandingFacts,
  visit: Visit,
  colleagues: Asked[],
  now: Date,
): { wanted: string[] } | TakeRefusal {
  const standing = standingOf(wish, visit, now);
  if (standing !== 'open') return refuse(standing);
  const me = colleagues.find(one => one.id === wish.receiverId);
  if (!me || !mayBeAsked(me)) return refuse('notFree');
  return { wanted: wantedAfter(visit, wish) };
}

/** Ids of those who go once one has taken the place of another. */
export const wantedAfter = (
  visit: Visit,
  { giverId, receiverId }: Pick<StandingFacts, 'giverId' | 'receiverId'>,
): string[] => visit.staff.map(person => (person.id === giverId ? receiverId : person.id));
