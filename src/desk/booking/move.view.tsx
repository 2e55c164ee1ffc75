import type { MoveRefusal } from '../../bookings/booking-move.js';
import type { BookingView } from '../../bookings/booking-view.queries.js';
import { Nearest } from '../../bookings/journey/taken.view.js';
import { Times } from '../../bookings/journey/times.view.js';
import type { TimeFilter, WeekList } from '../../bookings/journey/week-list.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextArea } from '../../platform/web/parts/form.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateAtClock, fullDateAtClockSpan } from '../../shared/time/format.js';
import { isoWithOffset } from '../../shared/time/swedish-time.js';
import type { BookableSpan } from '../../slots/offer.rules.js';
import { actTexts } from './act-texts.js';
import { DeskFrame } from './booking.view.js';
import type { PastEvent } from './desk-booking.queries.js';
import { deskPath, type DeskBooking } from './desk-bookings.js';
import { ChangedSince, Seen } from './seen.view.js';

/** A time leads to a page that says what will happen; only the press there moves anything. */
function useChoose(view: BookingView) {
  const link = useLink();
  return {
    href: (start: string) => `${link(deskPath(view, '/flytta/till'))}?tid=${encodeURIComponent(start)}`,
  };
}

interface MoveTimesProps {
  view: BookingView;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function MoveTimes({ view, list, filter, span }: MoveTimesProps) {
  const { language } = usePage();
  const t = actTexts[language].move;
  return (
    <DeskFrame view={view} back={deskPath(view)}>
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="mt-2 mb-4">
        {view.schoolName}, {view.className}. {t.lead(dateAtClock(language, view.startsAt))}
      </p>
      <Times
        list={list}
        filter={filter}
        here={deskPath(view, '/flytta')}
        choose={useChoose(view)}
        first={span.first}
        last={span.last}
        schoolName={view.schoolName}
      />
    </DeskFrame>
  );
}

/** Why a move was not made. */
export interface MoveWrong {
  fault?: 'tooLong' | 'personalNumber';
  /** What has happened since the page was read. */
  events?: PastEvent[];
  refusal?: Extract<MoveRefusal, { refused: 'timeTaken' | 'timeNotOffered' | 'schoolHasItsShare' }>;
}

type ConfirmMoveProps = MoveWrong & { booking: DeskBooking; startsAt: Date; note: string };

export function ConfirmMove({ booking, startsAt, note, fault, events, refusal }: ConfirmMoveProps) {
  const { language } = usePage();
  const link = useLink();
  const { move: t, cancel, undoable } = actTexts[language];
  const { view, facts } = booking;
  const endsAt = new Date(startsAt.getTime() + view.minutes * 60_000);
  const error = fault && cancel.faults[fault];
  const away = view.staff.filter(person => person.isAway);
  return (
    <DeskFrame view={view} back={deskPath(view, '/flytta')}>
      {error && <ErrorSummary errors={[{ id: 'mer', message: error }]} />}
      {events && <ChangedSince events={events} names={facts.names} />}
      <h1 class="ds-heading" data-size="lg">
        {t.confirmTitle}
      </h1>
      <p class="mt-2">
        {view.schoolName}, {view.className}
      </p>
      {refusal ? (
        <Refused view={view} startsAt={startsAt} refusal={refusal} />
      ) : (
        <>
          <div class="fb-actform mt-3">
            <Facts
              facts={[
                { label: t.from, value: fullDateAtClockSpan(language, view.startsAt, view.endsAt) },
                { label: t.to, value: fullDateAtClockSpan(language, startsAt, endsAt) },
              ]}
            />
          </div>
          <ul class="fb-will mt-4">
            <li>{t.school(view.contact.email)}</li>
            {view.status === 'confirmed' && <li>{t.staff}</li>}
            {away.length > 0 && <li>{t.away(away.map(person => person.name).join(', '))}</li>}
            <li>{undoable}</li>
          </ul>
          <PostForm action={link(deskPath(view, '/flytta'))} class="fb-actform mt-6">
            <Seen view={view} facts={facts} />
            <TextArea
              id="mer"
              rows={3}
              label={t.note}
              hint={cancel.noteHint}
              value={note}
              error={error}
              isOptional
            />
            <div class="fb-buttons">
              <button class="ds-button" name="tid" value={isoWithOffset(startsAt)}>
                {t.press}
              </button>
              <a href={link(deskPath(view, '/flytta'))}>{t.other}</a>
            </div>
          </PostForm>
        </>
      )}
    </DeskFrame>
  );
}

function Refused({
  view,
  startsAt,
  refusal,
}: {
  view: BookingView;
  startsAt: Date;
  refusal: NonNullable<MoveWrong['refusal']>;
}) {
  const { language } = usePage();
  const link = useLink();
  const t = actTexts[language].move;
  const choose = useChoose(view);
  return (
    <>
      <p class="fb-note mt-4 mb-4" data-kind="warning" role="alert">
        {t.refused[refusal.refused](capitalised(dateAtClock(language, startsAt)))}
      </p>
      {refusal.refused !== 'schoolHasItsShare' && (
        <Nearest slots={refusal.details.alternatives} choose={choose} />
      )}
      <div class="fb-buttons">
        <a class="ds-button" data-variant="secondary" href={link(deskPath(view, '/flytta'))}>
          {t.other}
        </a>
      </div>
    </>
  );
}
