import { ledgerTexts } from '../../reports/fairness/ledger-texts.js';
import { staffingTexts } from '../../bookings/staffing-texts.js';
import { countedInWords, decidedInWords } from '../../bookings/staffing-words.js';
import type { BookingView } from '../../bookings/booking-view.queries.js';
import { bookingMailTexts } from '../../bookings/mails/booking-mail-texts.js';
import { visitWords } from '../../bookings/visit-words.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Facts, type Fact } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import { bookingDeskTexts } from './booking-desk-texts.js';
import type { Going, TeamsFacts } from './desk-booking.queries.js';
import { deskPath, type DeskBooking } from './desk-bookings.js';

export function BookingFacts({ booking }: { booking: DeskBooking }) {
  const { language } = usePage();
  const t = bookingDeskTexts[language].facts;
  return (
    <section aria-labelledby="uppgifter">
      <div class="fb-group">
        <h2 id="uppgifter">{t.heading}</h2>
      </div>
      <Facts facts={useFacts(booking)} />
    </section>
  );
}

function useFacts({ view, facts }: DeskBooking): Fact[] {
  const { language } = usePage();
  const t = bookingDeskTexts[language];
  const words = visitWords(view, language);
  const organizer = facts.organizerType ? t.organizer[facts.organizerType] : t.unlisted;
  const reason = bookingMailTexts[language].reasons[view.cancelReason ?? ''] ?? '';
  const exceptions = facts.overriddenRules.map(rule => t.overridden[rule]).join(', ');
  const all: Fact[] = [
    { label: t.facts.lecture, value: words.title },
    { label: t.facts.time, value: capitalised(`${words.fullDate} ${words.clock}`) },
    { label: t.facts.school, value: `${view.schoolName} (${organizer.toLowerCase()})` },
    { label: t.facts.place, value: [words.address, view.room].filter(Boolean).join(', ') },
    { label: t.facts.group, value: words.gradeAndGroup },
    { label: t.facts.count, value: t.people(view.pupils) },
    { label: t.facts.present, value: facts.pupilsPresent === null ? '' : t.people(facts.pupilsPresent) },
    { label: t.facts.needs, value: words.needs },
    { label: t.facts.message, value: view.message },
    { label: t.facts.contact, value: view.contact.name ? <Contact view={view} phone={words.phone} /> : '' },
    {
      label: t.facts.onSite,
      value: view.contact.onSiteName ? <OnSite view={view} phone={words.onSitePhone} /> : '',
    },
    {
      label: t.facts.sender,
      value: (
        <span class="fb-status" data-s={view.isKnownSender ? 'ok' : 'bad'}>
          {view.isKnownSender ? t.known : t.unknown}
        </span>
      ),
    },
    {
      label: t.facts.why,
      value: view.status === 'cancelled' ? [reason, view.cancelNote].filter(Boolean).join('. ') : '',
    },
    {
      label: t.facts.override,
      value: exceptions ? `${capitalised(exceptions)}. ${facts.overrideReason}` : '',
    },
    { label: t.facts.replaces, value: facts.replaces ? <Other reference={facts.replaces} /> : '' },
    { label: t.facts.replacedBy, value: view.replacedBy ? <Other reference={view.replacedBy} /> : '' },
    { label: t.facts.booked, value: capitalised(dateAtClock(language, view.createdAt)) },
  ];
  return all.filter(fact => fact.value !== '');
}

function Other({ reference }: { reference: string }) {
  const link = useLink();
  return <a href={link(deskPath({ reference }))}>{reference}</a>;
}

function Contact({ view, phone }: { view: BookingView; phone: string }) {
  const { contact } = view;
  return (
    <>
      {[contact.name, contact.role].filter(Boolean).join(', ')}
      <br />
      <a href={`tel:${contact.phone}`}>{phone}</a>
      <br />
      <a class="fb-break" href={`mailto:${contact.email}`}>
        {contact.email}
      </a>
    </>
  );
}

function OnSite({ view, phone }: { view: BookingView; phone: string }) {
  const { onSiteName, onSitePhone } = view.contact;
  return (
    <>
      {onSiteName}
      {onSitePhone && (
        <>
          <br />
          <a href={`tel:${onSitePhone}`}>{phone}</a>
        </>
      )}
    </>
  );
}

/** Who goes, and why each was chosen. */
export function StaffList({ view, facts }: { view: BookingView; facts: TeamsFacts }) {
  const { language } = usePage();
  const link = useLink();
  const t = bookingDeskTexts[language];
  const lacking = view.peopleNeeded - facts.going.length;
  const isOver = view.status === 'cancelled';
  return (
    <section aria-labelledby="bemanning">
      <div class="fb-group">
        <h2 id="bemanning">{t.staff}</h2>
      </div>
      {facts.going.length === 0 && isOver && <p class="mt-3 fb-muted">{t.nobody}</p>}
      <ul class="fb-people">
        {facts.going.map(person => (
          <li>
            <strong>{person.name}</strong>{' '}
            {view.staff.some(one => one.id === person.id && one.isAway) && (
              <span class="fb-status" data-s="bad">
                {t.away}
              </span>
            )}
            <p class="fb-small fb-muted">{useBecause(person)}</p>
          </li>
        ))}
        {!isOver && lacking > 0 && (
          <li>
            <span class="fb-status" data-s="bad">
              {capitalised(t.lacking(lacking))}
            </span>
          </li>
        )}
      </ul>
      <p class="fb-small mt-3">
        <a href={link('/rapporter/rattvisa')}>{ledgerTexts[language].link}</a>
      </p>
    </section>
  );
}

function useBecause({ because, overridesMargins }: Going): string {
  const { language } = usePage();
  const t = bookingDeskTexts[language];
  return [
    because.byHand ? staffingTexts[language].byHand : '',
    t.because(
      because.place,
      because.freeAndQualified,
      t.ofWhom[because.despite ?? 'free'],
      because.bookedMinutes,
      Math.round(because.workingShare * 100),
    ),
    ...decidedInWords(because, language),
    ...countedInWords(because, language),
    overridesMargins ? t.margins : '',
  ]
    .filter(Boolean)
    .join(' ');
}
