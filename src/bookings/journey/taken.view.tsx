import { faceOf } from '../../districts/face-of.js';
import { page, type Page } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { capitalised, dateAtClock, dayAndMonth, weekdayName } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Slot } from '../../slots/offer.rules.js';
import { CallUs, ChosenSoFar } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { stepPath, type Journey } from './journeys.js';
import { ChoiceOfTime, TimeButtons, type Choose } from './time-buttons.js';

/** The time is gone: the three nearest free ones as buttons, and everything that was filled in is kept. */
export function takenPage(
  journey: Journey,
  wanted: Date,
  nearest: Slot[],
  why: 'timeTaken' | 'timeNotOffered',
  language: Language,
): Page {
  const t = journeyTexts[language].taken;
  return page({
    status: 409,
    title: why === 'timeTaken' ? t.title : t.notOfferedTitle,
    district: faceOf(journey.district),
    body: <Taken journey={journey} wanted={wanted} nearest={nearest} why={why} />,
  });
}

interface TakenProps {
  journey: Journey;
  wanted: Date;
  nearest: Slot[];
  why: 'timeTaken' | 'timeNotOffered';
}

function Taken({ journey, wanted, nearest, why }: TakenProps) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].taken;
  const when = dateAtClock(language, wanted);
  const timePage = link(stepPath(journey, 'tid'));
  return (
    <div class="fb-wrap">
      <BackLink to={stepPath(journey, 'tid')} />
      <div class="fb-form">
        <div class="side" data-desk="">
          <ChosenSoFar journey={journey} />
          <p class="fb-small fb-muted mt-4">{t.kept}</p>
        </div>
        <div class="main">
          <h1 class="ds-heading" data-size="xl">
            {why === 'timeTaken' ? t.title : t.notOfferedTitle}
          </h1>
          <p class="fb-lead mt-3 mb-8">
            {why === 'timeTaken' ? t.lead(when) : t.notOfferedLead(capitalised(when))}
          </p>
          <Nearest slots={nearest} choose={{ post: timePage }} />
          <div class="fb-buttons">
            <a class="ds-button" data-variant="secondary" href={timePage}>
              {t.all}
            </a>
          </div>
          <CallUs
            journey={journey}
            heading={journeyTexts[language].timePage.nothingFits}
            text={journeyTexts[language].timePage.nothingFitsText}
          />
        </div>
      </div>
    </div>
  );
}

/** A few times, grouped by day. */
export function Nearest({ slots, choose }: { slots: Slot[]; choose: Choose }) {
  const { language } = usePage();
  const t = journeyTexts[language].taken;
  const byDay = new Map<IsoDate, Slot[]>();
  for (const slot of slots) {
    const date = swedishDateOf(slot.start);
    byDay.set(date, [...(byDay.get(date) ?? []), slot]);
  }
  return (
    <section aria-labelledby="nara">
      <div class="fb-week-head">
        <h2 id="nara">{t.nearest}</h2>
      </div>
      {slots.length === 0 && <p class="mt-4">{t.none}</p>}
      <ChoiceOfTime choose={choose} isEmpty={slots.length === 0}>
        {[...byDay].map(([date, ofDay]) => (
          <div class="fb-day">
            <h3>
              {capitalised(weekdayName(language, date))}
              <small> {dayAndMonth(language, date)}</small>
            </h3>
            <TimeButtons slots={ofDay} choose={choose} />
          </div>
        ))}
      </ChoiceOfTime>
    </section>
  );
}
