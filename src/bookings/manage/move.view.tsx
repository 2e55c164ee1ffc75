import { usePage } from '../../platform/web/page-context.js';
import { capitalised, dateAtClock, fullDateAtClockSpan } from '../../shared/time/format.js';
import type { BookableSpan } from '../../slots/offer.rules.js';
import type { MoveRefusal } from '../booking-move.js';
import type { TimeFilter, WeekList } from '../journey/week-list.js';
import { AskAboutTime, TimeRefused, TimesToChoose } from './another-time.view.js';
import { manageTexts } from './manage-texts.js';
import type { ManagedBooking } from './managed-bookings.js';

interface MoveTimesProps {
  managed: ManagedBooking;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan;
}

export function MoveTimes(props: MoveTimesProps) {
  const { language } = usePage();
  const t = manageTexts[language].movePage;
  const lead = t.lead(dateAtClock(language, props.managed.view.startsAt));
  return <TimesToChoose {...props} path="/flytta" heading={t.title} lead={lead} />;
}

export function ConfirmMove({ managed, startsAt }: { managed: ManagedBooking; startsAt: Date }) {
  const { language } = usePage();
  const t = manageTexts[language].movePage;
  const { view } = managed;
  const endsAt = new Date(startsAt.getTime() + view.minutes * 60_000);
  const facts = [
    { label: t.from, value: fullDateAtClockSpan(language, view.startsAt, view.endsAt) },
    { label: t.to, value: <strong>{fullDateAtClockSpan(language, startsAt, endsAt)}</strong> },
  ];
  return (
    <AskAboutTime
      managed={managed}
      path="/flytta"
      heading={t.confirmTitle}
      startsAt={startsAt}
      facts={facts}
      press={t.confirm}
    />
  );
}

interface MoveRefusedProps {
  managed: ManagedBooking;
  wanted: Date;
  refusal: Extract<MoveRefusal, { refused: 'timeTaken' | 'timeNotOffered' | 'schoolHasItsShare' }>;
}

export function MoveRefused({ managed, wanted, refusal }: MoveRefusedProps) {
  const { language } = usePage();
  const t = manageTexts[language].movePage;
  const when = dateAtClock(language, wanted);
  const words = {
    timeTaken: t.takenLead(when),
    timeNotOffered: t.notOfferedLead(capitalised(when)),
    schoolHasItsShare: t.share,
  };
  return (
    <TimeRefused
      managed={managed}
      path="/flytta"
      heading={t.title}
      why={words[refusal.refused]}
      nearest={refusal.details?.alternatives}
    />
  );
}
