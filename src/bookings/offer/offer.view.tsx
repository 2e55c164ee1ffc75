import { gradeSpan } from '../../lectures/grade-span.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { CheckList } from '../../platform/web/parts/page-parts.js';
import { DateBlock } from '../../platform/web/parts/visit.js';
import type { Language } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import {
  assistantsInWords,
  atClockSpan,
  dateAtClock,
  shortMonthName,
  shortWeekdayName,
  weekdayName,
  weekName,
} from '../../shared/time/format.js';
import { weekdayOf } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Offer, OfferedLecture } from './offer.js';
import { offerTexts } from './offer-texts.js';
import { WeekPicture } from './week-picture.js';

/** The start page of a district: what can be booked, for whom, and when next. */
export function OfferPage({ offer }: { offer: Offer }) {
  const { language } = usePage();
  const link = useLink();
  const t = offerTexts[language];
  const { district, plan } = offer;
  const base = `/boka/${district.slug}`;
  return (
    <>
      <div class="fb-hero">
        <div class="fb-wrap">
          <div>
            <h1 class="ds-heading pretty" data-size="2xl">
              {t.heading}
            </h1>
            <p class="fb-lead">{offer.words.startLead?.[language] ?? t.lead(district.name)}</p>
            <div class="acts">
              <a class="ds-button fb-chalk" href={link(`${base}/forelasning`)}>
                {t.book}
              </a>
              <a href="#utbud">{t.seeAll}</a>
            </div>
          </div>
          <NextFree offer={offer} />
        </div>
      </div>
      <section class="fb-section" id="utbud">
        <div class="fb-wrap">
          <h2 class="ds-heading" data-size="lg">
            {t.canBook}
          </h2>
          <ul class="fb-offer">
            {offer.lectures.map(one => (
              <OfferRow offered={one} base={base} shownAlready={offer.first?.slot.start} />
            ))}
          </ul>
        </div>
      </section>
      <section class="fb-section">
        <div class="fb-wrap">
          <h2 class="ds-heading" data-size="lg">
            {t.how}
          </h2>
          <ol class="fb-steps">
            {t.steps(assistantsInWords(language, plan.rules.peopleNeeded)).map(step => (
              <li>
                <h3>{step.name}</h3>
                <p>{step.text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>
      <section class="fb-section">
        <div class="fb-wrap fb-two">
          <div>
            <h2 class="ds-heading mb-5" data-size="lg">
              {t.schoolArranges}
            </h2>
            <CheckList items={t.arranges(plan.rules.groupLargest)} />
          </div>
          <div class="fb-contact fb-stack gap-2">
            <h2 class="ds-heading" data-size="sm">
              {t.talk}
            </h2>
            <p>{t.talkText(language === 'sv' ? district.phoneHoursSv : district.phoneHoursEn)}</p>
            <p>
              <a class="tel" href={`tel:${district.phone}`}>
                {phoneForReading(district.phone)}
              </a>
            </p>
            <p>
              <a href={`mailto:${district.email}`}>{district.email}</a>
            </p>
          </div>
        </div>
      </section>
    </>
  );
}

function NextFree({ offer }: { offer: Offer }) {
  const { language } = usePage();
  const link = useLink();
  const t = offerTexts[language];
  const { first, plan, district } = offer;
  const hours = first && plan.hours[first.lecture.audience];
  if (!first || !hours) {
    return (
      <section class="fb-next" aria-labelledby="nasta">
        <h2 id="nasta">{t.nextFree}</h2>
        <p class="mt-3">{t.nothingFree}</p>
      </section>
    );
  }
  const date = swedishDateOf(first.slot.start);
  return (
    <section class="fb-next" aria-labelledby="nasta">
      <h2 id="nasta">{t.nextFree}</h2>
      <div class="now">
        <DateBlock
          weekday={shortWeekdayName(language, weekdayOf(date))}
          day={String(Number(date.slice(8)))}
          month={shortMonthName(language, date)}
        />
        <p>
          <span class="when num">{atClockSpan(language, first.slot.start, first.slot.end)}</span>
          <br />
          {weekdayName(language, date)} {weekName(language, date)}
        </p>
      </div>
      <WeekPicture week={first.week} hours={hours} first={first.slot} />
      <p class="key">
        <span>
          <i class="k-free"></i>
          {t.free}
        </span>{' '}
        <span>
          <i class="k-busy"></i>
          {t.busy}
        </span>{' '}
        <a href={link(`/boka/${district.slug}/forelasning`)} class="ink push">
          {t.moreTimes}
        </a>
      </p>
    </section>
  );
}

interface OfferRowProps {
  offered: OfferedLecture;
  base: string;
  /** The time that stands on top of the page is not said again in each row. */
  shownAlready: number | undefined;
}

function OfferRow({ offered, base, shownAlready }: OfferRowProps) {
  const { language } = usePage();
  const link = useLink();
  const t = offerTexts[language];
  const { lecture, next } = offered;
  const texts = lecture.texts[language];
  return (
    <li>
      <span class="grade">{gradeSpan(lecture.grades, language) || t.adults}</span>
      <h3>
        <a href={link(`${base}/utbud/${lecture.slug}`)}>{texts.title}</a>
      </h3>
      <p>
        {texts.summary}{' '}
        {(!next || next.start !== shownAlready) && (
          <span class="fb-next-line">{next ? t.nextFor(dateAtClock(language, next.start)) : t.noneFor}</span>
        )}
      </p>
      <span class="len">{lengthOf(lecture, language)}</span>
      <Icon name="chevronRight" />
    </li>
  );
}

export function lengthOf(lecture: Lecture, language: Language): string {
  const t = offerTexts[language];
  return lecture.sessionCount > 1
    ? t.sessions(lecture.sessionCount, lecture.minutes)
    : t.minutes(lecture.minutes);
}
