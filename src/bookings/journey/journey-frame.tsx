import type { ComponentChildren } from 'preact';

import { phoneForReading } from '../../shared/text/phone.js';
import { atClock, atClockSpan, shortMonthName, shortWeekdayName } from '../../shared/time/format.js';
import { weekdayOf } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { BackLink, Facts, type Fact } from '../../platform/web/parts/page-parts.js';
import { Slip } from '../../platform/web/parts/visit.js';
import { frameTexts } from '../../platform/web/texts.js';
import { journeyTexts } from './journey-texts.js';
import { STEP_COUNT, stepNumber, stepPath, type Journey, type Step } from './journeys.js';

interface FrameProps {
  journey: Journey;
  step: Step;
  heading: string;
  back: string;
  errors?: FieldError[];
  children: ComponentChildren;
}

/** One step of the form: back, errors, "Steg 3 av 6", its one question, and what has been chosen so far. */
export function JourneyFrame({ journey, step, heading, back, errors = [], children }: FrameProps) {
  const t = frameTexts[usePage().language];
  const showsSlip = journey.startsAt && stepNumber(step) > stepNumber('tid');
  return (
    <div class="fb-wrap">
      <BackLink to={back} />
      <div class="fb-form">
        <div class="side" data-desk={showsSlip ? undefined : ''}>
          {showsSlip ? <HeldTime journey={journey} step={step} /> : <ChosenSoFar journey={journey} />}
        </div>
        <div class="main">
          <ErrorSummary errors={errors} />
          <p class="fb-step">{t.step(stepNumber(step), STEP_COUNT)}</p>
          <h1 class="ds-heading" data-size="xl">
            {heading}
          </h1>
          {children}
        </div>
      </div>
    </div>
  );
}

export const schoolNameOf = (journey: Journey): string =>
  journey.school?.displayName ??
  (journey.answers.school && 'unlistedName' in journey.answers.school
    ? journey.answers.school.unlistedName
    : '');

export const schoolStreetOf = (journey: Journey): string =>
  journey.school?.street ??
  (journey.answers.school && 'unlistedStreet' in journey.answers.school
    ? journey.answers.school.unlistedStreet
    : '');

/** Lecture and school, each with the way to change it. */
export function ChosenSoFar({ journey }: { journey: Journey }) {
  const { language } = usePage();
  const t = journeyTexts[language];
  const facts: Fact[] = [];
  if (journey.lecture)
    facts.push({
      label: t.lecture,
      value: journey.lecture.texts[language].title,
      change: { to: stepPath(journey, 'forelasning'), what: t.change.lecture },
    });
  if (schoolNameOf(journey))
    facts.push({
      label: t.school,
      value: schoolNameOf(journey),
      change: { to: stepPath(journey, 'skola'), what: t.change.school },
    });
  if (facts.length === 0) return null;
  return (
    <aside aria-labelledby="din">
      <h2 id="din" class="ds-heading fb-side-head" data-size="xs">
        {t.yourBooking}
      </h2>
      <Facts facts={facts} isSide />
    </aside>
  );
}

/** The time on the board, and until when it is kept. */
function HeldTime({ journey, step }: { journey: Journey; step: Step }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].held;
  const { lecture, startsAt, heldUntil, draft } = journey;
  if (!lecture || !startsAt) return null;
  const date = swedishDateOf(startsAt);
  const end = new Date(startsAt.getTime() + lecture.minutes * 60_000);
  return (
    <Slip
      date={{
        weekday: shortWeekdayName(language, weekdayOf(date)),
        day: String(Number(date.slice(8))),
        month: shortMonthName(language, date),
      }}
      clock={atClockSpan(language, startsAt, end)}
      lines={[`${lecture.texts[language].title}, ${schoolNameOf(journey)}`]}
    >
      <div class="hold">
        <Icon name="clock" />
        {heldUntil ? (
          <p>
            {t.until} <strong class="nb">{atClock(language, heldUntil)}</strong>
          </p>
        ) : (
          <p>{t.lapsed}</p>
        )}
        {heldUntil && !draft?.holdRenewed && (
          <PostForm action={link(`/boka/${journey.district.slug}/hall-tiden`)} class="fb-renew">
            <button name="steg" value={step}>
              {t.renew}
            </button>
          </PostForm>
        )}
        <a href={link(stepPath(journey, 'tid'))}>{t.changeTime}</a>
      </div>
    </Slip>
  );
}

/** Telephone and mailbox of the team, where no time fits or a question is left. */
export function CallUs({
  journey,
  heading,
  text,
}: {
  journey: Pick<Journey, 'district'>;
  heading: string;
  text: string;
}) {
  const { district } = journey;
  return (
    <section class="fb-contact fb-stack gap-2 mt-9">
      <h2 class="ds-heading" data-size="xs">
        {heading}
      </h2>
      <p>{text}</p>
      <p>
        <a class="tel" href={`tel:${district.phone}`}>
          {phoneForReading(district.phone)}
        </a>
      </p>
      <p>
        <a href={`mailto:${district.email}`}>{district.email}</a>
      </p>
    </section>
  );
}
