import { DISTRICT_REASONS } from '../../bookings/acts/cancel.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import {
  ErrorSummary,
  PostForm,
  RadioList,
  TextArea,
  type FieldError,
} from '../../platform/web/parts/form.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { Slot } from '../../slots/offer.rules.js';
import { actTexts } from './act-texts.js';
import { DeskFrame } from './booking.view.js';
import type { PastEvent } from './desk-booking.queries.js';
import { deskPath, type DeskBooking } from './desk-bookings.js';
import { ChangedSince, Seen } from './seen.view.js';

export interface TypedReason {
  reason: string;
  note: string;
}

interface CancelPageProps {
  booking: DeskBooking;
  typed: TypedReason;
  /** What the school will be offered, as things stand. */
  offered: Slot[];
  errors?: FieldError[];
  /** What has happened since the page was read. */
  events?: PastEvent[];
}

export function CancelPage({ booking, typed, offered, errors = [], events }: CancelPageProps) {
  const { language } = usePage();
  const link = useLink();
  const { cancel: t, keep, undoable } = actTexts[language];
  const { view, facts } = booking;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <DeskFrame view={view} back={deskPath(view)}>
      <ErrorSummary errors={errors} />
      {events && <ChangedSince events={events} names={facts.names} />}
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="mt-2">
        {view.schoolName}, {view.className}. {t.lead(dateAtClock(language, view.startsAt))}
      </p>
      <ul class="fb-will mt-3">
        <li>
          {t.school(view.contact.email)} <Offers offered={offered} />
        </li>
        {view.status === 'confirmed' && facts.going.length > 0 && (
          <li>{t.staff(facts.going.map(person => person.name).join(', '))}</li>
        )}
        <li>{undoable}</li>
      </ul>
      <PostForm action={link(deskPath(view, '/stall-in'))} class="fb-actform mt-6">
        <Seen view={view} facts={facts} />
        <ReasonFields typed={typed} errorOf={errorOf} />
        <div class="fb-buttons">
          <button class="ds-button">{t.press}</button>
          <a href={link(deskPath(view))}>{keep}</a>
        </div>
      </PostForm>
    </DeskFrame>
  );
}

/** Why, and what else is to be said to the school. */
export function ReasonFields({
  typed,
  errorOf,
}: {
  typed: TypedReason;
  errorOf: (id: string) => string | undefined;
}) {
  const t = actTexts[usePage().language].cancel;
  return (
    <>
      <RadioList
        name="orsak"
        legend={t.reason}
        choices={DISTRICT_REASONS.map(reason => ({ value: reason, label: t.reasons[reason] }))}
        chosen={[typed.reason]}
        error={errorOf('orsak')}
      />
      <TextArea
        id="mer"
        rows={3}
        label={t.note}
        hint={t.noteHint}
        value={typed.note}
        error={errorOf('mer')}
        isOptional
      />
    </>
  );
}

function Offers({ offered }: { offered: Slot[] }) {
  const { language } = usePage();
  const t = actTexts[language].cancel;
  return offered.length === 0 ? (
    <>{t.offersNone}</>
  ) : (
    <>
      {t.offers} {offered.map(slot => dateAtClock(language, slot.start)).join(', ')}.
    </>
  );
}
