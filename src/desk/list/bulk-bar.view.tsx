import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { shortDayAtClock } from '../words.js';
import type { ListedBooking } from './booking-list.queries.js';
import { listTexts } from './list-texts.js';

/** Bookings that are ticked, and what can be done to all of them at once: first shown on a page of its own, then done. */
export function Choosing({ children }: { children: ComponentChildren }) {
  const link = useLink();
  const t = listTexts[usePage().language].chosen;
  return (
    <PostForm action={link('/bokningar/flera')} class="fb-choosing">
      {children}
      <div class="fb-bulk" role="group" aria-label={t.label}>
        <b>{t.label}</b>
        <button name="gor" value="bemanna">
          {t.staff}
        </button>
        <button name="gor" value="folj-upp">
          {t.followUp}
        </button>
        <button name="gor" value="stall-in">
          {t.callOff}
        </button>
      </div>
    </PostForm>
  );
}

/** A tick before a row, which says whose row it is. */
export function ChooseCell({ row }: { row: ListedBooking }) {
  const { language } = usePage();
  const t = listTexts[language].chosen;
  return (
    <td>
      <input
        type="checkbox"
        name="bokning"
        value={row.reference}
        aria-label={t.choose(`${row.schoolName} ${row.className} ${shortDayAtClock(language, row.startsAt)}`)}
      />
    </td>
  );
}
