import { useLink, usePage } from '../platform/web/page-context.js';
import { Icon } from '../platform/web/parts/icon.js';
import { listTexts } from './list/list-texts.js';

/** The act that is always at hand: somebody is on the telephone. */
export function NewBooking() {
  const link = useLink();
  return (
    <a class="ds-button" href={link('/bokningar/ny')}>
      <Icon name="plus" />
      {listTexts[usePage().language].newBooking}
    </a>
  );
}
