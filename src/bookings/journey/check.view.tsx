import { gradeSpan } from '../../lectures/grade-span.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, Tick, type FieldError } from '../../platform/web/parts/form.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { atClockSpan, fullDate } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { BookingWish } from '../booking-wish.js';
import { classInWords, needsInWords } from '../visit-words.js';
import { JourneyFrame, schoolNameOf, schoolStreetOf } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { stepPath, type Journey } from './journeys.js';

interface CheckFormProps {
  journey: Journey;
  wish: BookingWish;
  errors: FieldError[];
  action: string;
}

/** Every answer with the way to change it, the one promise a school makes, and the button that books. */
export function CheckForm({ journey, wish, errors, action }: CheckFormProps) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language];
  const check = t.checkPage;
  const lecture = journey.lecture!;
  const isClass = lecture.grades.length > 0;
  return (
    <JourneyFrame
      journey={journey}
      step="granska"
      heading={t.steps.check}
      back={stepPath(journey, 'kontakt')}
      errors={errors}
    >
      <p class="fb-lead mt-3">{check.lead}</p>
      {lecture.sessionCount > 1 && <p class="fb-note mt-4">{check.sessions(lecture.sessionCount)}</p>}
      <Group heading={t.visit} />
      <Facts facts={visitFacts(journey, wish, language)} />
      <Group heading={isClass ? t.theClass : t.theGroup} />
      <Facts facts={classFacts(journey, wish, language)} />
      <Group heading={t.steps.contact} />
      <Facts facts={contactFacts(journey, wish, language)} />
      <PostForm action={action} class="fb-fields mt-8">
        <Tick
          id="larare"
          name="larare"
          value="ja"
          label={isClass ? check.teacher : check.teacherForAdults}
          isTicked={false}
          error={errors.find(error => error.id === 'larare')?.message}
        />
        <p class="fb-trap" aria-hidden="true">
          <label for="webbplats">{check.leaveEmpty}</label>
          <input type="text" id="webbplats" name="webbplats" tabindex={-1} autocomplete="off" />
        </p>
        <p class="fb-small fb-muted mw-36">
          {check.privacy(journey.district.boardName)}{' '}
          <a href={link(`/personuppgifter?stadsdel=${journey.district.slug}`)}>{check.rights}</a>
        </p>
        <div class="fb-buttons">
          <button class="ds-button fb-button-send" id="skicka">
            {check.send}
          </button>
        </div>
      </PostForm>
    </JourneyFrame>
  );
}

function Group({ heading }: { heading: string }) {
  return (
    <div class="fb-group">
      <h2>{heading}</h2>
    </div>
  );
}

type Language = 'sv' | 'en';

function visitFacts(journey: Journey, wish: BookingWish, language: Language) {
  const t = journeyTexts[language];
  const lecture = journey.lecture!;
  const end = new Date(wish.startsAt.getTime() + lecture.minutes * 60_000);
  const place = [schoolStreetOf(journey), wish.details.room].filter(Boolean).join(', ');
  return [
    {
      label: t.lecture,
      value: `${lecture.texts[language].title}, ${t.minutes(lecture.minutes)}`,
      change: { to: stepPath(journey, 'forelasning'), what: t.change.lecture },
    },
    {
      label: t.time,
      value: (
        <>
          {fullDate(language, swedishDateOf(wish.startsAt))}{' '}
          <span class="nb">{atClockSpan(language, wish.startsAt, end)}</span>
        </>
      ),
      change: { to: stepPath(journey, 'tid'), what: t.change.time },
    },
    {
      label: t.school,
      value: schoolNameOf(journey),
      change: { to: stepPath(journey, 'skola'), what: t.change.school },
    },
    {
      label: t.place,
      value: place || t.checkPage.none,
      change: { to: `${stepPath(journey, 'klass')}#sal`, what: t.change.place },
    },
  ];
}

function classFacts(journey: Journey, wish: BookingWish, language: Language) {
  const t = journeyTexts[language];
  const { details } = wish;
  const isClass = details.grade !== null;
  const to = stepPath(journey, 'klass');
  return [
    {
      label: isClass ? t.checkPage.gradeAndClass : t.checkPage.group,
      value: isClass
        ? `${gradeSpan([details.grade!], language)}, ${classInWords(language, details.className)}`
        : details.className,
      change: { to: `${to}#klass`, what: isClass ? t.change.grade : t.change.group },
    },
    {
      label: isClass ? t.detailsPage.pupils : t.detailsPage.people,
      value: String(details.pupils),
      change: { to: `${to}#antal`, what: t.change.pupils },
    },
    {
      label: t.checkPage.needs,
      value: needsInWords(language, details.needs) || t.checkPage.none,
      change: { to: `${to}#behov-hearingLoop`, what: t.change.needs },
    },
    {
      label: isClass ? t.checkPage.message : t.checkPage.messageForAdults,
      value: details.message || t.checkPage.none,
      change: { to: `${to}#meddelande`, what: t.change.message },
    },
  ];
}

function contactFacts(journey: Journey, wish: BookingWish, language: Language) {
  const t = journeyTexts[language];
  const { contact } = wish;
  const to = stepPath(journey, 'kontakt');
  return [
    {
      label: t.contactPage.name,
      value: [contact.name, contact.role].filter(Boolean).join(', '),
      change: { to: `${to}#namn`, what: t.change.name },
    },
    { label: t.contactPage.email, value: contact.email, change: { to: `${to}#epost`, what: t.change.email } },
    {
      label: t.checkPage.phone,
      value: phoneForReading(contact.phone),
      change: { to: `${to}#telefon`, what: t.change.phone },
    },
    ...(contact.onSite
      ? [
          {
            label: t.checkPage.onSite,
            value: `${contact.onSite.name}, ${phoneForReading(contact.onSite.phone)}`,
            change: { to: `${to}#annan_namn`, what: t.change.onSite },
          },
        ]
      : []),
  ];
}
