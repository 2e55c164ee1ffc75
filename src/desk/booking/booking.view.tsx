import type { ComponentChildren } from 'preact';
import { Status } from '../../bookings/manage/booking.view.js';
import type { BookingView } from '../../bookings/booking-view.queries.js';
import { isComing } from '../../bookings/booking.rules.js';
import { mayTellOutcome } from '../../bookings/outcome/outcome.rules.js';
import { visitWords } from '../../bookings/visit-words.js';
import type { UndoableAct } from '../../bookings/acts/undos.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { weekdayAndDate, weekName } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { actTexts } from './act-texts.js';
import { bookingDeskTexts } from './booking-desk-texts.js';
import { deskPath, type DeskBooking } from './desk-bookings.js';
import { BookingFacts, StaffList } from './booking-facts.view.js';
import { History, MailTable } from './history.view.js';
import { UndoBar } from './undo-bar.view.js';
import { NotesPart, type TypedNote } from './notes.view.js';

export const titleOf = (view: BookingView, language: Language): string =>
  bookingDeskTexts[language].titleOf(view.schoolName, view.className, view.reference);

interface BookingPageProps {
  booking: DeskBooking;
  typed?: TypedNote;
  done?: string;
  /** What the reader has just done to it and can undo. */
  undoable: UndoableAct[];
  now: Date;
}

export function BookingPage({ booking, typed, done, undoable, now }: BookingPageProps) {
  const { language } = usePage();
  const t = bookingDeskTexts[language];
  const { view, facts, mails, notes } = booking;
  const words = visitWords(view, language);
  return (
    <DeskFrame view={view} back="/bokningar">
      <UndoBar acts={undoable} />
      {typed && <ErrorSummary errors={[{ id: 'anteckning', message: t.notes.faults[typed.fault] }]} />}
      <Done text={done} class="mb-4" />
      <h1 class="ds-heading" data-size="lg">
        {view.schoolName}, {view.className}
      </h1>
      <p class="fb-when mt-2">
        <Status view={view} />
        <span>
          {words.weekdayAndDate} {words.clock}
        </span>
        <span class="fb-muted">{weekName(language, words.date)}</span>
        <span class="fb-muted">{words.title}</span>
      </p>
      <Acts view={view} now={now} />
      <div class="fb-sides mt-6">
        <div>
          <BookingFacts booking={booking} />
          <MailTable mails={mails} />
          <History facts={facts} />
        </div>
        <div>
          <StaffList view={view} facts={facts} />
          <NotesPart view={view} notes={notes} typed={typed} />
        </div>
      </div>
    </DeskFrame>
  );
}

/** The frame of every page about one booking: the way back, and its number. */
export function DeskFrame({
  view,
  back,
  children,
}: {
  view: BookingView;
  back: string;
  children: ComponentChildren;
}) {
  const t = bookingDeskTexts[usePage().language];
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to={back} />
      <p class="fb-step">{t.reference(view.reference)}</p>
      {children}
    </div>
  );
}

/** What can be done to the booking as it stands: each leads to a page that says what will happen. */
function Acts({ view, now }: { view: BookingView; now: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = bookingDeskTexts[language].acts;
  const mayTell = mayTellOutcome(view, now) === true;
  const lastDay = view.confirmBefore && swedishDateOf(view.confirmBefore.getTime() - 1);
  const names = actTexts[language].acts;
  const acts = [
    ...(isComing(view, now)
      ? [
          { to: deskPath(view, '/bemanning'), label: names.staff },
          { to: deskPath(view, '/flytta'), label: names.move },
          { to: deskPath(view, '/stall-in'), label: names.cancel },
        ]
      : []),
    ...(mayTell
      ? [
          {
            to: `/kalender/${view.reference}/uppfoljning`,
            label: view.status === 'confirmed' ? t.followUp : t.correct,
          },
        ]
      : []),
  ];
  return (
    <>
      {acts.length > 0 && (
        <nav class="fb-acts mt-4" aria-label={t.heading}>
          {acts.map(({ to, label }) => (
            <a class="ds-button" data-variant="secondary" href={link(to)}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {view.status === 'preliminary' && isComing(view, now) && lastDay && (
        <PostForm action={link(deskPath(view, '/bekrafta'))} class="fb-confirm-box fb-confirm-row mt-4">
          <p>{t.confirmText(weekdayAndDate(language, lastDay))}</p>
          <button class="ds-button">{t.confirm}</button>
        </PostForm>
      )}
    </>
  );
}
