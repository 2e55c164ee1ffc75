import { usePage } from '../../platform/web/page-context.js';
import { capitalised, clock, weekdayAndDate, weekName } from '../../shared/time/format.js';
import { isoWithOffset, swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { OfferedDay, Slot } from '../../slots/offer.rules.js';
import { newBookingTexts } from './new-booking-texts.js';

/** Beside the form: the nearest times where the wanted one is not free, and what schools are offered. A press fills in the time. */
export function FreeTimes({ days, alternatives }: { days: OfferedDay[] | undefined; alternatives: Slot[] }) {
  const { language } = usePage();
  const t = newBookingTexts[language];
  return (
    <aside class="side" aria-labelledby="tider">
      <h2 id="tider">{t.times}</h2>
      <button class="ds-button" data-variant="secondary" name="gor" value="visa">
        {t.showTimes}
      </button>
      {alternatives.length > 0 && (
        <>
          <h3>{t.nearest}</h3>
          <ul class="fb-short-times">
            {alternatives.map(slot => (
              <li>
                <TimeButton slot={slot} hasDate />
              </li>
            ))}
          </ul>
        </>
      )}
      {!days && <p class="fb-small fb-muted">{t.chooseFirst}</p>}
      {days?.length === 0 && <p class="fb-small fb-muted">{t.noTimes}</p>}
      {days?.map(day => (
        <>
          <h3>
            {capitalised(weekdayAndDate(language, day.date))} <small>{weekName(language, day.date)}</small>
          </h3>
          <ul class="fb-short-times">
            {day.slots.map(slot => (
              <li>
                <TimeButton slot={slot} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </aside>
  );
}

function TimeButton({ slot, hasDate }: { slot: Slot; hasDate?: boolean }) {
  const { language } = usePage();
  const t = newBookingTexts[language];
  const date = capitalised(weekdayAndDate(language, swedishDateOf(slot.start)));
  return (
    <button class="fb-short-time" name="tid" value={isoWithOffset(slot.start)}>
      <span class={hasDate ? undefined : 'ds-sr-only'}>
        {date} {t.at}{' '}
      </span>
      {clock(language, swedishMinuteOf(slot.start))}
    </button>
  );
}
