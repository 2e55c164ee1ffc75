import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, clockSpan, dateAtClock, fullDate } from '../../shared/time/format.js';
import { isoWithOffset, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { BookableSpan } from '../../slots/offer.rules.js';
import type { MoveRefusal } from '../booking-move.js';
import { Nearest } from '../journey/taken.view.js';
import { Times } from '../journey/times.view.js';
import type { TimeFilter, WeekList } from '../journey/week-list.js';
import { bookingPath, BookingFrame } from './booking.view.js';
import { manageTexts } from './manage-texts.js';
import type { ManagedBooking } from './managed-bookings.js';

/** A pressed time leads to a page that shows old and new; only the press there moves anything. */
function useChoose(managed: ManagedBooking) {
  const link = useLink();
  return {
    href: (start: string) =>
      `${link(bookingPath(managed.view, '/flytta/till'))}?tid=${encodeURIComponent(start)}`,
  };
}

interface MoveTimesProps {
  managed: ManagedBooking;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function MoveTimes({ managed, list, filter, span }: MoveTimesProps) {
  const { language } = usePage();
  const t = manageTexts[language].movePage;
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
          here={bookingPath(view, '/flytta')}
          choose={useChoose(managed)}
          first={span.first}
          last={span.last}
          schoolName={view.schoolName}
        />
      </BookingFrame>
    </>
  );
}

export function ConfirmMove({ managed, startsAt }: { managed: ManagedBooking; startsAt: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].movePage;
  const { view } = managed;
  const endsAt = new Date(startsAt.getTime() + view.minutes * 60_000);
  const inWords = (start: Date, end: Date) =>
    `${capitalised(fullDate(language, swedishDateOf(start)))} ${language === 'sv' ? 'kl.\u00a0' : ''}${clockSpan(language, start, end)}`;
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view, '/flytta')} />
      </div>
      <BookingFrame managed={managed} heading={t.confirmTitle}>
        <div class="mt-6">
          <Facts
            facts={[
              { label: t.from, value: inWords(view.startsAt, view.endsAt) },
              { label: t.to, value: <strong>{inWords(startsAt, endsAt)}</strong> },
            ]}
          />
        </div>
        <PostForm action={link(bookingPath(view, '/flytta'))}>
          <div class="fb-buttons">
            <button class="ds-button fb-button-send" name="tid" value={isoWithOffset(startsAt)}>
              {t.confirm}
            </button>
            <a href={link(bookingPath(view, '/flytta'))}>{t.other}</a>
          </div>
        </PostForm>
      </BookingFrame>
    </>
  );
}

interface MoveRefusedProps {
  managed: ManagedBooking;
  wanted: Date;
  refusal: Extract<MoveRefusal, { refused: 'timeTaken' | 'timeNotOffered' | 'schoolHasItsShare' }>;
}

export function MoveRefused({ managed, wanted, refusal }: MoveRefusedProps) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].movePage;
  const choose = useChoose(managed);
  const when = dateAtClock(language, wanted);
  const words = {
    timeTaken: t.takenLead(when),
    timeNotOffered: t.notOfferedLead(capitalised(when)),
    schoolHasItsShare: t.share,
  };
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(managed.view, '/flytta')} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-8">{words[refusal.refused]}</p>
        {refusal.refused !== 'schoolHasItsShare' && (
          <Nearest slots={refusal.details.alternatives} choose={choose} />
        )}
        <div class="fb-buttons">
          <a class="ds-button" data-variant="secondary" href={link(bookingPath(managed.view, '/flytta'))}>
            {t.other}
          </a>
        </div>
      </BookingFrame>
    </>
  );
}
