import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { Icon, type IconName } from '../../platform/web/parts/icon.js';
import { Facts, type Fact } from '../../platform/web/parts/page-parts.js';
import { Slip } from '../../platform/web/parts/visit.js';
import type { Language } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { capitalised, weekdayAndDate } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { ChooseNewTime } from './choose-new-time.view.js';
import type { MailOfBooking } from './mail-states.queries.js';
import { MailStates } from './mail-states.view.js';
import { manageTexts } from './manage-texts.js';
import { mayChooseNewTime, type ManagedBooking } from './managed-bookings.js';

export const bookingPath = (view: Pick<BookingView, 'reference'>, rest = ''): string =>
  `/bokning/${view.reference}${rest}`;

/** What was just done, told on the page that the visitor lands on; stands in the address as a plain word. */
export type Done = 'bekraftad' | 'andrad' | 'flyttad' | 'avbokad' | 'borttagen';

interface BookingPageProps {
  managed: ManagedBooking;
  mails: MailOfBooking[];
  done?: Done;
}

export function BookingPage({ managed, mails, done }: BookingPageProps) {
  const { language } = usePage();
  const t = manageTexts[language];
  const { view } = managed;
  return (
    <BookingFrame managed={managed} heading={t.title}>
      <p class="mt-3 mb-6">
        <Status view={view} />
      </p>
      {done && (
        <div class="fb-note mb-6" role="status">
          <Icon name="check" />
          <p>{doneInWords(done, language)}</p>
        </div>
      )}
      <VisitSlip view={view} />
      <h2 class="ds-sr-only">{t.whatToDo}</h2>
      <Actions managed={managed} />
      <div class="fb-group">
        <h2>{t.details}</h2>
      </div>
      <Facts facts={detailFacts(managed, language)} />
      <MailStates mails={mails} />
    </BookingFrame>
  );
}

/** Reference, heading and, beside it, whom to call: the frame of every page about one booking. */
export function BookingFrame({
  managed,
  heading,
  children,
}: {
  managed: ManagedBooking;
  heading: string;
  children: ComponentChildren;
}) {
  const { language } = usePage();
  const t = manageTexts[language];
  const { district } = managed;
  return (
    <div class="fb-wrap">
      <div class="fb-form pt-8">
        <div class="main">
          <p class="fb-step">{t.booking(managed.view.reference)}</p>
          <h1 class="ds-heading" data-size="xl">
            {heading}
          </h1>
          {children}
        </div>
        <aside class="side fb-contact fb-stack gap-2" aria-labelledby="ring">
          <h2 id="ring" class="ds-heading" data-size="xs">
            {t.help.heading}
          </h2>
          <p class="fb-small">{t.help.text}</p>
          <p>
            <a class="tel" href={`tel:${district.phone}`}>
              {phoneForReading(district.phone)}
            </a>
          </p>
          <p class="fb-small fb-muted">
            {capitalised(language === 'sv' ? district.phoneHoursSv : district.phoneHoursEn)}
          </p>
        </aside>
      </div>
    </div>
  );
}

export function VisitSlip({ view }: { view: BookingView }) {
  const { language } = usePage();
  const words = visitWords(view, language);
  return (
    <div class="mb-8">
      <Slip
        date={{ weekday: words.shortWeekday, day: words.day, month: words.shortMonth }}
        clock={words.clock}
        lines={[[words.what, view.room].filter(Boolean).join(', '), words.where]}
      />
    </div>
  );
}

export function Status({ view }: { view: BookingView }) {
  const t = manageTexts[usePage().language].status;
  const [shape, word] =
    view.status === 'confirmed'
      ? ['ok', t.confirmed]
      : view.status === 'preliminary'
        ? ['wait', t.preliminary]
        : view.status === 'held'
          ? ['ok', t.held]
          : view.status === 'notHeld'
            ? ['off', t.notHeld]
            : [
                'off',
                view.cancelledBy === 'lapse'
                  ? t.lapsed
                  : view.cancelledBy === 'district'
                    ? t.cancelledByDistrict
                    : t.cancelledBySchool,
              ];
  return (
    <span class="fb-status" data-s={shape}>
      {word}
    </span>
  );
}

function doneInWords(done: Done, language: Language): string {
  const t = manageTexts[language];
  const words: Record<Done, string> = {
    bekraftad: t.actions.confirmed,
    andrad: t.changePage.saved,
    flyttad: t.movePage.moved,
    avbokad: t.cancelPage.cancelled,
    borttagen: t.notMinePage.removed,
  };
  return words[done];
}

function Actions({ managed }: { managed: ManagedBooking }) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].actions;
  const { view, district } = managed;
  if (mayChooseNewTime(managed)) return <ChooseNewTime view={view} to={bookingPath(view, '/ny-tid')} />;
  if (view.replacedBy) return <p class="fb-muted">{t.replaced(view.replacedBy)}</p>;
  if (!managed.isComing) return <p class="fb-muted">{t.over}</p>;
  const isManager = managed.link.purpose === 'manage';
  const until =
    view.confirmBefore && weekdayAndDate(language, swedishDateOf(view.confirmBefore.getTime() - 1));
  return (
    <>
      {view.status === 'preliminary' && until && (
        <div class="fb-confirm-box mb-8">
          <p>{managed.link.wasMailed ? t.confirmText(until) : t.confirmInMail}</p>
          {managed.link.wasMailed && (
            <PostForm action={link(bookingPath(view, '/bekrafta'))}>
              <button class="ds-button fb-button-send">{t.confirm}</button>
            </PostForm>
          )}
        </div>
      )}
      <ul class="fb-actions">
        {managed.mayMoveAndCancel && (
          <Action icon="arrows" to={bookingPath(view, '/flytta')} name={t.move} text={t.moveText} />
        )}
        {isManager && (
          <Action icon="pencil" to={bookingPath(view, '/andra')} name={t.change} text={t.changeText} />
        )}
        {view.status === 'confirmed' && (
          <Action
            icon="calendar"
            to={bookingPath(view, '/kalender.ics')}
            name={t.calendar}
            text={t.calendarText}
          />
        )}
        {managed.mayMoveAndCancel && (
          <Action
            icon="cross"
            to={bookingPath(view, '/avboka')}
            name={t.cancel}
            text={t.cancelText(weekdayAndDate(language, managed.lastDayToChange))}
          />
        )}
        {managed.link.wasMailed && (
          <Action icon="cross" to={bookingPath(view, '/inte-jag')} name={t.notMine} text={t.notMineText} />
        )}
      </ul>
      {isManager && !managed.mayMoveAndCancel && (
        <p class="fb-note mt-4">{t.tooLate(phoneForReading(district.phone))}</p>
      )}
    </>
  );
}

function Action({ icon, to, name, text }: { icon: IconName; to: string; name: string; text: string }) {
  const link = useLink();
  return (
    <li>
      <Icon name={icon} />
      <a href={link(to)}>{name}</a>
      <p class="fb-muted">{text}</p>
      <Icon name="chevronRight" />
    </li>
  );
}

function detailFacts(managed: ManagedBooking, language: Language): Fact[] {
  const { view, district } = managed;
  const t = manageTexts[language].facts;
  const words = visitWords(view, language);
  const facts: Fact[] = [
    { label: t.lecture, value: words.title },
    { label: t.time, value: capitalised(`${words.fullDate} ${words.clock}`) },
    { label: t.school, value: view.schoolName },
    { label: t.place, value: [words.address, view.room].filter(Boolean).join(', ') },
    { label: t.group, value: words.gradeAndGroup },
    { label: t.count, value: String(view.pupils) },
    { label: t.needs, value: words.needs },
    { label: t.message, value: view.message },
    {
      label: t.contact,
      value: (
        <>
          {[view.contact.name, view.contact.role].filter(Boolean).join(', ')}
          <br />
          <span class="fw-4">
            {view.contact.email}
            <br />
            {words.phone}
          </span>
        </>
      ),
    },
    {
      label: t.onSite,
      value: view.contact.onSiteName ? `${view.contact.onSiteName}, ${words.onSitePhone}` : '',
    },
    { label: t.whoComes, value: words.names || t.fromUs(capitalised(words.assistants), district.name) },
  ];
  return facts.filter(fact => fact.value !== '');
}
