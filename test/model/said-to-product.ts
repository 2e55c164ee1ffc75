// What the acts say to the product: who acts, and what is wished.
import type { BookingWish } from '../../src/bookings/booking-wish.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import type { SignedIn } from '../../src/staff/roles.js';
import type { Wanted } from './expected.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const wordOf = (outcome: true | { refused: string }): string =>
  outcome === true ? 'done' : outcome.refused;

/** A fältassistent, or else a coordinator. */
export function someone(
  districtId: string,
  { accountId = NOBODY, assistantId = null }: { accountId?: string; assistantId?: string | null },
): SignedIn {
  const role = assistantId ? 'assistant' : 'coordinator';
  return { accountId, sessionId: NOBODY, role, name: 'Ada', email: '', districtId, assistantId };
}

export const wishOf = (wanted: Wanted, group: { grade: string; pupils: number }): BookingWish => ({
  lectureId: wanted.lecture.id,
  school: { id: wanted.school },
  startsAt: instantAt(wanted.date, wanted.minute),
  details: { ...group, className: '9B', room: '', needs: [], message: '' },
  contact: { name: 'Karin Ek', role: '', email: wanted.email, phone: '+46701740612', onSite: null },
  language: 'sv',
});
