import { useLink, usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import type { Language } from '../../shared/language.js';
import { daysBetween, weekdayOf, type IsoDate } from '../../shared/time/iso-date.js';
import { BookingStatus } from '../booking-status.view.js';
import { recently, shortDayAtClock } from '../words.js';
import type { LatestBooking } from './overview.queries.js';
import { overviewTexts } from './overview-texts.js';

interface LatestProps {
  latest: LatestBooking[];
  since: IsoDate;
  today: IsoDate;
}

/** What has happened since the last working day, the newest first. */
export function Latest({ latest, since, today }: LatestProps) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  const heading = t.newSince(dayName(since, today, language));
  return (
    <section>
      <div class="fb-split">
        <h2 id="nytt">{heading}</h2>
        <a class="fb-small" href={link('/bokningar')}>
          {t.allBookings}
        </a>
      </div>
      {latest.length === 0 ? (
        <p class="fb-muted">{t.nothingNew}</p>
      ) : (
        <WideTable labelledBy="nytt">
          <thead>
            <tr>
              <th scope="col">{t.column.at}</th>
              <th scope="col">{t.column.school}</th>
              <th scope="col">{t.column.visit}</th>
              <th scope="col">{t.column.lecture}</th>
              <th scope="col">{t.column.state}</th>
            </tr>
          </thead>
          <tbody>
            {latest.map(booking => (
              <Row booking={booking} today={today} />
            ))}
          </tbody>
        </WideTable>
      )}
    </section>
  );
}

function Row({ booking, today }: { booking: LatestBooking; today: IsoDate }) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language];
  return (
    <tr>
      <td class="nb">{recently(language, booking.at, today)}</td>
      <th scope="row">
        <a href={link(`/bokningar/${booking.reference}`)}>
          {booking.schoolName}, {booking.className}
        </a>
      </th>
      <td class="nb">
        {shortDayAtClock(language, booking.startsAt)}
        {booking.movedFrom && <small>{t.wasAt(shortDayAtClock(language, booking.movedFrom))}</small>}
      </td>
      <td>{booking.title}</td>
      <td>
        {booking.happened === 'moved' ? (
          <span class="fb-status" data-s="ok">
            {t.moved}
          </span>
        ) : (
          <BookingStatus booking={{ ...booking, isUntold: false, missing: 0 }} />
        )}
      </td>
    </tr>
  );
}

/** "fredag", or "igår" */
const dayName = (date: IsoDate, today: IsoDate, language: Language): string => {
  const t = overviewTexts[language];
  return daysBetween(date, today) === 1 ? t.yesterday : t.days[weekdayOf(date) - 1]!;
};
