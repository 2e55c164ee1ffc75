import { bookingMailTexts } from '../../bookings/mails/booking-mail-texts.js';
import type { Language } from '../../shared/language.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { PastEvent } from './desk-booking.queries.js';
import { historyTexts } from './history-texts.js';

type Names = Record<string, string>;

/** What happened, in a sentence without its end. `names`: of the district's fältassistenter, by id. */
export function eventInWords(event: PastEvent, names: Names, language: Language): string {
  const t = historyTexts[language];
  const { details } = event;
  switch (event.kind) {
    case 'booked':
      return (
        (details.status === 'preliminary' ? t.bookedUnconfirmed : t.booked) +
        going(details.staff, names, language)
      );
    case 'moved':
      return (
        t.moved(instant(details.from, language), instant(details.to, language)) +
        going(details.staff, names, language)
      );
    case 'cancelled':
      return (
        (event.actor === 'district' ? t.cancelledByDistrict : t.cancelledBySchool) +
        reason(details.reason, language)
      );
    case 'staffAway':
      return t.staffAway(nameOf(details.assistantId, names) ?? t.away);
    case 'restaffed':
      return details.handedOver
        ? t.handedOver(namesOf(details.out, names) || t.somebody, namesOf(details.in, names) || t.somebody)
        : `${t.restaffed}: ${restaffing(details, names, language)}`;
    case 'undone':
      return t.undone[details.act as keyof typeof t.undone];
    case 'held':
      return t.held(Number(details.pupilsPresent));
    case 'confirmed':
    case 'detailsChanged':
    case 'lapsed':
    case 'senderAccepted':
    case 'notHeld':
      return t[event.kind];
    default:
      return t.other;
  }
}

/** Who did it: a name where it is known, else whose side it was. */
export function actorInWords(event: PastEvent, language: Language): string {
  const t = historyTexts[language];
  return event.by ?? (event.actor === 'school' ? t.school : event.actor === 'system' ? t.system : t.team);
}

function restaffing(details: PastEvent['details'], names: Names, language: Language): string {
  const t = historyTexts[language];
  const [comes, leaves] = [namesOf(details.in, names), namesOf(details.out, names)];
  const despite = (Array.isArray(details.despite) ? details.despite : []) as (keyof typeof t.despite)[];
  return [comes && t.comes(comes), leaves && t.leaves(leaves), ...despite.map(one => t.despite[one])]
    .filter(Boolean)
    .join(', ');
}

function going(staff: unknown, names: Names, language: Language): string {
  const ids = Array.isArray(staff) ? staff.map((one: { assistantId: string }) => one.assistantId) : [];
  const people = namesOf(ids, names);
  return people ? `, ${historyTexts[language].comes(people)}` : '';
}

function reason(code: unknown, language: Language): string {
  const word = typeof code === 'string' ? bookingMailTexts[language].reasons[code] : undefined;
  return word ? historyTexts[language].because(word) : '';
}

const instant = (text: unknown, language: Language) => dateAtClock(language, new Date(String(text)));

const nameOf = (id: unknown, names: Names) => (typeof id === 'string' ? names[id] : undefined);

const namesOf = (ids: unknown, names: Names) =>
  (Array.isArray(ids) ? ids : [])
    .map(id => nameOf(id, names))
    .filter(Boolean)
    .join(', ');
