import { usePage } from '../../platform/web/page-context.js';
import { capitalised, dateAtClock, fullDateAtClockSpan } from '../../shared/time/format.js';
import type { BookableSpan } from '../../slots/offer.rules.js';
import { journeyTexts } from '../journey/journey-texts.js';
import type { TimeFilter, WeekList } from '../journey/week-list.js';
import type { NewTimeRefusal } from '../new-times.js';
import { visitWords } from '../visit-words.js';
import { AskAboutTime, TimeRefused, TimesToChoose } from './another-time.view.js';
import { manageTexts } from './manage-texts.js';
import type { ManagedBooking } from './managed-bookings.js';

interface NewTimeListProps {
  managed: ManagedBooking;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function NewTimeList(props: NewTimeListProps) {
  const { language } = usePage();
  const t = manageTexts[language].newTimePage;
  const lead = t.lead(dateAtClock(language, props.managed.view.startsAt));
  return <TimesToChoose {...props} path="/ny-tid" heading={t.title} lead={lead} />;
}

export function ConfirmNewTime({ managed, startsAt }: { managed: ManagedBooking; startsAt: Date }) {
  const { language } = usePage();
  const t = manageTexts[language].newTimePage;
  const { facts } = manageTexts[language];
  const { view } = managed;
  const words = visitWords(view, language);
  const endsAt = new Date(startsAt.getTime() + view.minutes * 60_000);
  return (
    <AskAboutTime
      managed={managed}
      path="/ny-tid"
      heading={t.confirmTitle}
      startsAt={startsAt}
      facts={[
        { label: facts.time, value: <strong>{fullDateAtClockSpan(language, startsAt, endsAt)}</strong> },
        { label: facts.lecture, value: words.title },
        { label: facts.school, value: view.schoolName },
        { label: facts.group, value: words.gradeAndGroup },
        { label: facts.count, value: String(view.pupils) },
        { label: facts.contact, value: view.contact.name },
      ]}
      press={t.confirm}
    />
  );
}

interface NewTimeRefusedProps {
  managed: ManagedBooking;
  wanted: Date;
  refusal: Exclude<NewTimeRefusal, { refused: 'requestReused' }>;
}

export function NewTimeRefused({ managed, wanted, refusal }: NewTimeRefusedProps) {
  const { language } = usePage();
  return (
    <TimeRefused
      managed={managed}
      path="/ny-tid"
      heading={manageTexts[language].newTimePage.title}
      why={useWhy(managed, wanted, refusal)}
      nearest={refusal.details?.alternatives}
    />
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
