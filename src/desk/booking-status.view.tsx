import { usePage } from '../platform/web/page-context.js';
import type { ListedBooking } from './list/booking-list.queries.js';
import { listTexts } from './list/list-texts.js';

type Booking = Pick<ListedBooking, 'status' | 'cancelledBy' | 'isKnownSender' | 'isUntold' | 'missing'>;

/** Where a booking stands, in one word; what has to be done about it goes before that. */
export function BookingStatus({ booking }: { booking: Booking }) {
  const { language } = usePage();
  const { sign, word } = statusOf(booking, language);
  const isComing = booking.status === 'preliminary' || booking.status === 'confirmed';
  return (
    <>
      <span class="fb-status" data-s={sign}>
        {word}
      </span>
      {isComing && !booking.isKnownSender && <small>{listTexts[language].unknownSender}</small>}
    </>
  );
}

function statusOf(booking: Booking, language: 'sv' | 'en'): { sign: string; word: string } {
  const t = listTexts[language];
  const { status, cancelledBy, missing, isUntold } = booking;
  if (status === 'preliminary') return { sign: 'wait', word: t.status.preliminary };
  if (missing > 0) return { sign: 'bad', word: t.missing(missing) };
  if (isUntold) return { sign: 'wait', word: t.untold };
  if (status === 'cancelled') return { sign: 'off', word: t.cancelledBy[cancelledBy!] };
  return { sign: status === 'notHeld' ? 'off' : 'ok', word: t.status[status] };
}
