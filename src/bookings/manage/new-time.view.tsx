import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { atClockSpan, capitalised, dateAtClock, fullDate } from '../../shared/time/format.js';
import { isoWithOffset, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { BookableSpan } from '../../slots/offer.rules.js';
import { journeyTexts } from '../journey/journey-texts.js';
import { Nearest } from '../journey/taken.view.js';
import { Times } from '../journey/times.view.js';
import type { TimeFilter, WeekList } from '../journey/week-list.js';
import type { NewTimeRefusal } from '../new-times.js';
import { visitWords } from '../visit-words.js';
import { bookingPath, BookingFrame } from './booking.view.js';
import { manageTexts } from './manage-texts.js';
import type { ManagedBooking } from './managed-bookings.js';

/** A pressed time leads to a page that shows what will be booked; only the press there books. */
function useChoose(managed: ManagedBooking) {
  const link = useLink();
  return {
    href: (start: string) =>
      `${link(bookingPath(managed.view, '/ny-tid/till'))}?tid=${encodeURIComponent(start)}`,
  };
}

interface NewTimeListProps {
  managed: ManagedBooking;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function NewTimeList({ managed, list, filter, span }: NewTimeListProps) {
  const { language } = usePage();
  const t = manageTexts[language].newTimePage;
  const { view } = managed;
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view)} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-6">{t.lead(dateAtClock(language, view.startsAt))}</p>
        <Times
          list={list}
          filter={filter}
          here={bookingPath(view, '/ny-tid')}
          choose={useChoose(managed)}
          first={span.first}
          last={span.last}
          schoolName={view.schoolName}
        />
      </BookingFrame>
    </>
  );
}

export function ConfirmNewTime({ managed, startsAt }: { managed: ManagedBooking; startsAt: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].newTimePage;
  const { facts } = manageTexts[language];
  const { view } = managed;
  const words = visitWords(view, language);
  const endsAt = new Date(startsAt.getTime() + view.minutes * 60_000);
  const day = capitalised(fullDate(language, swedishDateOf(startsAt)));
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view, '/ny-tid')} />
      </div>
      <BookingFrame managed={managed} heading={t.confirmTitle}>
        <div class="mt-6">
          <Facts
            facts={[
              {
                label: facts.time,
                value: <strong>{`${day} ${atClockSpan(language, startsAt, endsAt)}`}</strong>,
              },
              { label: facts.lecture, value: words.title },
              { label: facts.school, value: view.schoolName },
              { label: facts.group, value: words.gradeAndGroup },
              { label: facts.count, value: String(view.pupils) },
              { label: facts.contact, value: view.contact.name },
            ]}
          />
        </div>
        <PostForm action={link(bookingPath(view, '/ny-tid'))}>
          <div class="fb-buttons">
            <button class="ds-button fb-button-send" name="tid" value={isoWithOffset(startsAt)}>
              {t.confirm}
            </button>
            <a href={link(bookingPath(view, '/ny-tid'))}>{t.other}</a>
          </div>
        </PostForm>
      </BookingFrame>
    </>
  );
}

interface NewTimeRefusedProps {
  managed: ManagedBooking;
  wanted: Date;
  refusal: Exclude<NewTimeRefusal, { refused: 'requestReused' }>;
}

export function NewTimeRefused({ managed, wanted, refusal }: NewTimeRefusedProps) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].newTimePage;
  const choose = useChoose(managed);
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(managed.view, '/ny-tid')} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-8">{useWhy(managed, wanted, refusal)}</p>
        {(refusal.refused === 'timeTaken' || refusal.refused === 'timeNotOffered') && (
          <Nearest slots={refusal.details.alternatives} choose={choose} />
        )}
        <div class="fb-buttons">
          <a class="ds-button" data-variant="secondary" href={link(bookingPath(managed.view, '/ny-tid'))}>
            {t.other}
          </a>
        </div>
      </BookingFrame>
    </>
  );
}

function useWhy(managed: ManagedBooking, wanted: Date, refusal: NewTimeRefusedProps['refusal']): string {
  const { language } = usePage();
  const t = manageTexts[language].newTimePage;
  const { refused } = journeyTexts[language];
  switch (refusal.refused) {
    case 'timeTaken':
    case 'timeNotOffered':
      return t.taken(capitalised(dateAtClock(language, wanted)));
    case 'schoolHasItsShare':
      return refused.schoolHasItsShare(managed.rules.comingBookingsPerSchoolAndTerm);
    default:
      return refused[refusal.refused];
  }
}
