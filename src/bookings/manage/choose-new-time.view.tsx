import { useLink, usePage } from '../../platform/web/page-context.js';
import type { BookingView } from '../booking-view.queries.js';
import { bookingMailTexts } from '../mails/booking-mail-texts.js';
import { manageTexts } from './manage-texts.js';

/** The district had to cancel: why, and the way to another time. */
export function ChooseNewTime({ view, to }: { view: BookingView; to: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].newTimePage;
  const reason = bookingMailTexts[language].reasons[view.cancelReason ?? ''];
  return (
    <div class="fb-confirm-box mb-8">
      <p>
        {t.sorry} {view.cancelReason !== 'other' && reason && t.why(reason)} {view.cancelNote}
      </p>
      <p>
        <a class="ds-button fb-button-send" href={link(to)}>
          {t.title}
        </a>
      </p>
    </div>
  );
}
