import { useLink, usePage } from '../../platform/web/page-context.js';
import { availabilityTexts } from './availability-texts.js';

/** Back to one's hours, with nothing changed. */
export function KeepHours() {
  const link = useLink();
  return (
    <a class="ds-button" data-variant="secondary" href={link('/min-tillganglighet')}>
      {availabilityTexts[usePage().language].keep}
    </a>
  );
}
