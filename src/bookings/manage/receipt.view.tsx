import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { CheckList } from '../../platform/web/parts/page-parts.js';
import { DateBlock } from '../../platform/web/parts/visit.js';
import type { Language } from '../../shared/language.js';
import { capitalised, monthName, weekdayAndDate, weekdayName } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { visitWords } from '../visit-words.js';
import { bookingPath } from './booking.view.js';
import type { MailOfBooking } from './mail-states.queries.js';
import { manageTexts } from './manage-texts.js';
import type { ManagedBooking } from './managed-bookings.js';

interface ReceiptProps {
  managed: ManagedBooking;
  mails: MailOfBooking[];
  now: Date;
}

export function ReceiptPage({ managed, mails, now }: ReceiptProps) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].receipt;
  const { view } = managed;
  const words = visitWords(view, language);
  const isPreliminary = view.status === 'preliminary';
  return (
    <>
      <Confirmed managed={managed} />
      <div class="fb-wrap">
        <div class="fb-buttons no-print mt-6">
          {!isPreliminary && (
            <a class="ds-button" href={link(bookingPath(view, '/kalender.ics'))}>
              <Icon name="calendar" />
              {t.addToCalendar}
            </a>
          )}
          <button class="ds-button" data-variant="secondary" type="button" data-print="" hidden>
            <Icon name="printer" />
            {t.print}
          </button>
          {managed.link.purpose === 'manage' && <a href={link(bookingPath(view))}>{t.manage}</a>}
        </div>
        <div class="fb-two mt-12">
          <section>
            <h2 class="ds-heading mb-5" data-size="md">
              {t.next}
            </h2>
            <Path steps={pathSteps(managed, mails, language, now)} />
          </section>
          <section>
            <h2 class="ds-heading mb-5" data-size="md">
              {t.prepare}
            </h2>
            <CheckList
              items={[
                ...words.provides.map(capitalised),
                ...(words.needs ? [t.remember(words.needs)] : []),
                t.teacher,
                ...(view.sessionCount > 1 ? [t.sessions(view.sessionCount)] : []),
              ]}
            />
            <div class="fb-contact fb-stack gap-1 mt-8 no-print">
              <h3 class="ds-heading" data-size="xs">
                {t.moreClasses}
              </h3>
              <p>{t.moreClassesText}</p>
              <PostForm action={link(bookingPath(view, '/en-klass-till'))}>
                <button class="fb-linklike">{t.bookAnother}</button>
              </PostForm>
            </div>
          </section>
        </div>
      </div>
    </>
  );
}

function Confirmed({ managed }: { managed: ManagedBooking }) {
  const { language } = usePage();
  const t = manageTexts[language];
  const { view } = managed;
  const words = visitWords(view, language);
  const isPreliminary = view.status === 'preliminary';
  const lead =
    isPreliminary && view.confirmBefore
      ? t.receipt.preliminarySentTo(
          view.contact.email,
          weekdayAndDate(language, swedishDateOf(view.confirmBefore.getTime() - 1)),
        )
      : t.receipt.sentTo(view.contact.email);
  return (
    <div class="fb-hero fb-confirm">
      <div class="fb-wrap">
        <div>
          <h1 class="ds-heading" data-size="2xl">
            {isPreliminary ? t.receipt.preliminaryHeading : t.receipt.heading}
          </h1>
          <p class="fb-lead">
            {lead.before}
            <strong>{lead.email}</strong>
            {lead.after}
          </p>
        </div>
        <div class="receipt">
          <DateBlock
            weekday={weekdayName(language, words.date)}
            day={words.day}
            month={monthName(language, words.date)}
          />
          <div>
            <p class="num when">{words.clock}</p>
            <p class="what">{words.what}</p>
            <p class="where">{[words.where, view.room].filter(Boolean).join(', ')}</p>
          </div>
          <p class="ref">
            {t.reference}
            <br />
            <b>{view.reference}</b>
          </p>
        </div>
      </div>
    </div>
  );
}

interface PathStep {
  at: string;
  text: string;
  kind: 'done' | 'coming' | 'visit';
}

/** What happens next, by the mails that really are owed. */
function pathSteps(
  { view }: ManagedBooking,
  mails: MailOfBooking[],
  language: Language,
  now: Date,
): PathStep[] {
  const t = manageTexts[language].receipt;
  const words = visitWords(view, language);
  const dayOf = (instant: Date) => capitalised(weekdayAndDate(language, swedishDateOf(instant)));
  const isPreliminary = view.status === 'preliminary';
  const reminders = mails.filter(
    mail => mail.kind.startsWith('booking.reminder') && mail.dueAt > now && mail.state === 'pending',
  );
  return [
    { at: t.today, text: isPreliminary ? t.preliminarySent : t.confirmationSent, kind: 'done' },
    ...(isPreliminary && view.confirmBefore
      ? [
          {
            at: dayOf(new Date(view.confirmBefore.getTime() - 1)),
            text: t.preliminaryUntil,
            kind: 'coming' as const,
          },
        ]
      : []),
    ...reminders.map(mail => ({
      at: dayOf(mail.dueAt),
      text: mail.kind === 'booking.reminder1' ? t.lastReminder : t.reminder,
      kind: 'coming' as const,
    })),
    { at: `${capitalised(words.weekdayAndDate)} ${words.meetClock}`, text: t.meet, kind: 'visit' },
  ];
}

function Path({ steps }: { steps: PathStep[] }) {
  return (
    <ol class="fb-path">
      {steps.map(step => (
        <li
          data-done={step.kind === 'done' ? '' : undefined}
          data-visit={step.kind === 'visit' ? '' : undefined}
        >
          <b>{step.at}</b>
          {step.text}
        </li>
      ))}
    </ol>
  );
}
