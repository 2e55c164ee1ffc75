import type { UnlistedBooking } from '../../bookings/unlisted/unlisted-schools.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { Select } from '../../platform/web/parts/select.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { ListedSchool } from './school-list.queries.js';
import { schoolTexts } from './school-texts.js';

interface UnlistedPageProps {
  bookings: UnlistedBooking[];
  schools: ListedSchool[];
  errors: FieldError[];
  done: string | undefined;
}

export const fieldOf = (reference: string) => `skola-${reference}`;

export function UnlistedPage({ bookings, schools, errors, done }: UnlistedPageProps) {
  const t = schoolTexts[usePage().language].unlisted;
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/skolor" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      {bookings.length === 0 ? (
        <p class="fb-muted mt-6">{t.none}</p>
      ) : (
        <ul class="fb-unlisted mt-6">
          {bookings.map(booking => (
            <li>
              <Unlisted
                booking={booking}
                schools={schools}
                error={errors.find(error => error.id === fieldOf(booking.reference))?.message}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Unlisted({
  booking,
  schools,
  error,
}: {
  booking: UnlistedBooking;
  schools: ListedSchool[];
  error: string | undefined;
}) {
  const { language } = usePage();
  const link = useLink();
  const t = schoolTexts[language].unlisted;
  const id = fieldOf(booking.reference);
  const asNew = new URLSearchParams({ namn: booking.schoolName, gata: booking.schoolStreet ?? '' });
  return (
    <>
      <h2>{booking.schoolName}</h2>
      <p class="fb-small fb-muted">
        {[booking.schoolStreet, booking.className, dateAtClock(language, booking.startsAt)]
          .filter(Boolean)
          .join(', ')}{' '}
        (<a href={link(`/kalender/${booking.reference}`)}>{booking.reference}</a>)
      </p>
      <PostForm action={link('/skolor/olistade')} class="fb-search mt-2">
        <input type="hidden" name="bokning" value={booking.reference} />
        <Select
          id={id}
          name="skola"
          label={
            <>
              {t.school}
              <span class="ds-sr-only">: {booking.schoolName}</span>
            </>
          }
          none={t.choose}
          choices={schools.map(school => ({ value: school.id, label: school.displayName }))}
          chosen=""
          error={error}
        />
        <button class="ds-button" data-variant="secondary">
          {t.tie}
        </button>
        <a href={link(`/skolor/ny?${asNew.toString()}`)}>
          {t.asNew}
          <span class="ds-sr-only">: {booking.schoolName}</span>
        </a>
      </PostForm>
    </>
  );
}
