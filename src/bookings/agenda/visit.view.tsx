import { useLink, usePage } from '../../platform/web/page-context.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import type { SignedIn } from '../../staff/roles.js';
import { Slip } from '../../platform/web/parts/visit.js';
import type { BookingView } from '../booking-view.queries.js';
import type { Wish } from '../handover/handover.queries.js';
import { goes } from '../handover/handover.rules.js';
import { HandoverOfVisit } from '../handover/handover.view.js';
import { mayTellOutcome } from '../outcome/outcome.rules.js';
import { outcomeTexts } from '../outcome/outcome-texts.js';
import type { StaffingReason } from '../../calendars/staffing-reason.js';
import { staffingTexts } from '../staffing-texts.js';
import { ownReasonInWords } from '../staffing-words.js';
import { visitWords } from '../visit-words.js';
import { agendaTexts } from './agenda-texts.js';
import { companyInWords } from './company-words.js';
import { Contacts, mayContact } from './contacts.view.js';
import { Status } from '../manage/booking.view.js';

interface VisitPageProps {
  me: SignedIn;
  view: BookingView;
  /** Why the reader goes; undefined where others do. */
  because: StaffingReason | undefined;
  /** The reader's question to a colleague, where it stands or was declined. */
  wish: Wish | undefined;
  now: Date;
}

/** One visit, for those who go: everything that is needed on the way there. */
export function VisitPage({ me, view, because, wish, now }: VisitPageProps) {
  const link = useLink();
  const { language } = usePage();
  const t = agendaTexts[language];
  const words = visitWords(view, language);
  const isForMe = mayContact(me, view);
  const { contact } = view;
  const facts = [
    { label: t.labels.place, value: [view.schoolName, words.address, view.room].filter(Boolean).join(', ') },
    { label: t.labels.meet, value: words.meetClock },
    { label: t.labels.group, value: words.gradeAndGroup },
    { label: t.labels.count, value: String(view.pupils) },
    { label: t.labels.with, value: companyInWords(me, view, language) },
    { label: t.labels.think, value: words.needs },
    ...(isForMe
      ? [
          { label: t.labels.message, value: view.message },
          {
            label: t.labels.onSite,
            value: [contact.onSiteName, words.onSitePhone].filter(Boolean).join(', '),
          },
          {
            label: t.labels.contact,
            value: [contact.name, contact.role, words.phone, contact.email].filter(Boolean).join(', '),
          },
        ]
      : []),
    { label: t.labels.reference, value: view.reference },
    {
      label: staffingTexts[language].own.label,
      value: because ? ownReasonInWords(because, language) : '',
    },
  ];
  return (
    <div class="fb-wrap fb-f">
      <BackLink to="/kalender" />
      <h1 class="ds-heading" data-size="lg">
        {view.schoolName}, {view.className}
      </h1>
      <p class="mt-2 mb-6">
        <Status view={view} />
      </p>
      <Slip
        date={{ weekday: words.shortWeekday, day: words.day, month: words.shortMonth }}
        clock={words.clock}
        lines={[words.what]}
      >
        <Contacts me={me} view={view} />
      </Slip>
      <div class="mt-6">
        <Facts facts={facts.filter(fact => fact.value !== '')} />
      </div>
      {goes(view, me.assistantId) && <HandoverOfVisit view={view} wish={wish} now={now} />}
      {isForMe && mayTellOutcome(view, now) === true && (
        <p class="mt-6">
          <a href={link(`/kalender/${view.reference}/uppfoljning`)}>
            {view.status === 'confirmed' ? outcomeTexts[language].tell : outcomeTexts[language].correct}
          </a>
        </p>
      )}
      {!isForMe && <p class="fb-small fb-muted mt-4">{t.colleaguesVisit}</p>}
    </div>
  );
}
