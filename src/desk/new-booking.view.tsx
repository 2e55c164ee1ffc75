import { useLink, usePage } from '../platform/web/page-context.js';
import { Icon } from '../platform/web/parts/icon.js';
import { newBookingTexts } from './new-booking/new-booking-texts.js';

/** The act that is always at hand: somebody is on the telephone. */
export function NewBooking() {
  const link = useLink();
  return (
    <a class="ds-button" href={link('/bokningar/ny')}>
      <Icon name="plus" />
      {newBookingTexts[usePage().language].title}
    </a>
  );
}
