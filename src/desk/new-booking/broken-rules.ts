import type { RankedColleague } from '../../bookings/acts/colleagues.rules.js';
import type { BrokenRules } from '../../bookings/on-behalf/bookings-on-behalf.js';
import type { OverridableRule } from '../../bookings/on-behalf/override.rules.js';
import { detailsLimits, type VisitGround } from '../../bookings/visit-ground.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { closureOn } from '../../shared/school-year/school-calendar.js';
import { clock, weekdayAndDate } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { bookableSpan, calendarOf, type OfferFacts } from '../../slots/offer.rules.js';
import { newBookingTexts, type RuleWords } from './new-booking-texts.js';

/** The field that each rule is about. */
const FIELD_OF: Record<OverridableRule, string> = {
  tooSoon: 'datum',
  beyondHorizon: 'datum',
  notReleased: 'datum',
  noSchoolDay: 'datum',
  outsideHours: 'klockan',
  groupSize: 'antal',
  grade: 'arskurs',
  schoolHasItsShare: 'skola',
  margins: 'klockan',
  caps: 'klockan',
  workingHours: 'klockan',
  tooFewPeople: 'klockan',
};

/** Each broken rule as a sentence, with the field it is about. */
export function brokenInWords(
  broken: BrokenRules,
  ground: VisitGround,
  startsAt: Date,
  language: Language,
): FieldError[] {
  const limits = detailsLimits(ground);
  const span = bookableSpan(broken.facts.plan, broken.facts.now);
  const words: RuleWords = {
    first: span ? weekdayAndDate(language, span.first) : '',
    closure: closureInWords(broken.facts, startsAt, language),
    hours: hoursInWords(broken.facts, language),
    smallest: limits.groupSmallest,
    largest: limits.groupLargest,
    share: ground.plan.rules.comingBookingsPerSchoolAndTerm,
    free: broken.people.length,
    tight: namesOf(broken, one => one.standing === 'tight'),
    capped: namesOf(broken, one => one.isCapped),
    outside: namesOf(broken, one => one.standing === 'outsideHours'),
    needed: broken.facts.visit.peopleNeeded,
  };
  return broken.rules.map(rule => ({
    id: FIELD_OF[rule],
    message: newBookingTexts[language].rules[rule](words),
  }));
}

const namesOf = ({ people }: BrokenRules, isMeant: (one: RankedColleague) => boolean) =>
  people
    .filter(isMeant)
    .map(one => one.name)
    .join(', ');

function closureInWords(facts: OfferFacts, startsAt: Date, language: Language): string {
  const closure = closureOn(calendarOf(facts), swedishDateOf(startsAt));
  if (!closure) return '';
  return 'name' in closure ? closure.name[language] : newBookingTexts[language].closures[closure.kind];
}

function hoursInWords(facts: OfferFacts, language: Language): string {
  const t = newBookingTexts[language];
  const hours = facts.plan.hours[facts.visit.audience];
  if (!hours) return t.noBookableHours;
  const span = (from: number, until: number) => `${clock(language, from)}–${clock(language, until)}`;
  return t.bookableHours(
    clock(language, hours.opensAt),
    clock(language, hours.closesAt),
    hours.noStart && span(hours.noStart.from, hours.noStart.until),
  );
}
