import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import type { Language } from '../../shared/language.js';
import { dateSpan, weekdayAndDate } from '../../shared/time/format.js';
import { weekdayOf } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { availabilityTexts } from './availability-texts.js';
import type { ClosedTime } from './exceptions.rules.js';

/** When schools are closed whatever one's hours say, and the way to enter absence. */
export function Exceptions({ closed }: { closed: ClosedTime[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = availabilityTexts[language];
  return (
    <section aria-labelledby="undantag" class="mt-8">
      <h2 class="ds-heading" data-size="xs" id="undantag">
        {t.exceptions}
      </h2>
      {closed.length === 0 && <p class="fb-muted fb-small mt-2">{t.noExceptions}</p>}
      {closed.length > 0 && (
        <ul class="fb-checks fb-small mt-3">
          {closed.map(time => (
            <li>
              <Icon name="calendar" />
              <span>
                <b>{daysOf(time, language)}</b>
                <br />
                {time.name ? t.schoolsClosed(time.name[language]) : t.betweenTerms}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="mt-4">
        <a class="ds-button" data-variant="secondary" href={link('/franvaro#lagg-in')}>
          <Icon name="plus" />
          {t.addAbsence}
        </a>
      </p>
    </section>
  );
}

/** "v. 9, 1–5 mars 2027", "måndag 29 mars" */
function daysOf({ startsOn, endsOn }: ClosedTime, language: Language): string {
  if (startsOn === endsOn) return weekdayAndDate(language, startsOn);
  const span = dateSpan(language, startsOn, endsOn);
  const week = isoWeekOf(startsOn);
  const isOneWeek = weekdayOf(startsOn) === 1 && isoWeekOf(endsOn).monday === week.monday;
  return isOneWeek ? `${availabilityTexts[language].weekShort(week.number)}, ${span}` : span;
}
