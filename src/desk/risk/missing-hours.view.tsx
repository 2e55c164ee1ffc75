import type { MissingHours } from '../../bookings/hours-reminder/hours-reminders.js';
import { reminderDays } from '../../bookings/hours-reminder/hours-reminder.rules.js';
import type { WithoutHours } from '../../bookings/hours-reminder/missing-hours.queries.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { weekdayAndDate } from '../../shared/time/format.js';
import { shortDay } from '../words.js';
import { riskTexts } from './risk-texts.js';

/** Who has entered no hours for the term to come, when they are reminded, and the key that reminds them now. */
export function MissingHoursList({ missing }: { missing: MissingHours | undefined }) {
  const { language } = usePage();
  const link = useLink();
  const t = riskTexts[language].hours;
  if (!missing) return null;
  const { term, people, weeksBefore } = missing;
  const days = reminderDays(term.startsOn, weeksBefore).map(({ from }) => weekdayAndDate(language, from));
  return (
    <section aria-labelledby="tider">
      <h2 id="tider" class="fb-h2">
        {t.title(term.season)}
      </h2>
      <p class="fb-muted mb-4">
        {t.begins(weekdayAndDate(language, term.startsOn))} {days.length > 0 ? t.byItself(days) : t.never}
      </p>
      {people.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <ul class="fb-people-rows">
            {people.map(person => (
              <Person person={person} />
            ))}
          </ul>
          {people.some(person => person.hasOpenAccount) && (
            <PostForm action={link('/oversikt/risker/paminn')} class="mt-4">
              <button class="ds-button" data-variant="secondary">
                {t.remind}
              </button>
            </PostForm>
          )}
        </>
      )}
    </section>
  );
}

function Person({ person }: { person: WithoutHours }) {
  const { language } = usePage();
  const link = useLink();
  return (
    <li>
      <a href={link(`/personal/${person.id}`)}>{person.name}</a>
      <span class="fb-muted">{stateInWords(person, language)}</span>
    </li>
  );
}

function stateInWords({ hasOpenAccount, remindedOn, hasFailed }: WithoutHours, language: Language): string {
  const t = riskTexts[language].hours;
  if (!hasOpenAccount) return t.noAccount;
  if (!remindedOn) return t.notReminded;
  const day = shortDay(language, remindedOn);
  return hasFailed ? t.failed(day) : t.reminded(day);
}

const PEOPLE_NAMED = 5;

/** On the overview: who has entered no hours for the term that is about to begin. */
export function MissingHoursLine({ missing: { term, people } }: { missing: MissingHours }) {
  const { language } = usePage();
  const link = useLink();
  const { hours: t, more, visits } = riskTexts[language];
  const title = t.missing(term.season);
  return (
    <li data-calm="">
      <b class="n">{people.length}</b>
      <h3>{title}</h3>
      <ul class="which">
        {people.slice(0, PEOPLE_NAMED).map(({ name }) => (
          <li>{name}</li>
        ))}
        {people.length > PEOPLE_NAMED && <li>{more(people.length - PEOPLE_NAMED)}</li>}
      </ul>
      <a class="ds-button" data-variant="tertiary" href={link('/oversikt/risker')}>
        {visits.goThrough}
        <span class="ds-sr-only">: {title}</span>
      </a>
    </li>
  );
}
