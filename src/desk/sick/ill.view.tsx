import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { shortDayAtClock } from '../words.js';
import { illDaysInWords, illDaysOf } from './ill-days.js';
import type { IllPerson } from './ill.queries.js';
import { sickDeskTexts } from './sick-desk-texts.js';
import { Days } from './sick-desk.view.js';

const VISITS_NAMED = 3;

interface IllLineProps {
  person: IllPerson;
  /** Others who are ill, whose lines stand above: a visit of two of them is named once. */
  above: IllPerson[];
  today: IsoDate;
}

/** Somebody is ill: the first thing on a coordinator's day, with the visits that need somebody else. */
export function IllLine({ person, above, today }: IllLineProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language];
  const { visits, name } = person;
  const isAbove = (reference: string) =>
    above.some(other => other.visits.some(visit => visit.reference === reference));
  const own = visits.filter(visit => !isAbove(visit.reference));
  const days = illDaysOf(person, today);
  return (
    <li>
      <b class="n">{visits.length}</b>
      <h3>{t.ill(name, illDaysInWords(days, today, language), visits.length)}</h3>
      <ul class="which">
        {own.slice(0, VISITS_NAMED).map(visit => (
          <li>
            <a href={link(`/bokningar/${visit.reference}`)}>
              {shortDayAtClock(language, visit.startsAt)} {visit.schoolName} {visit.className}
            </a>
          </li>
        ))}
        {own.length > VISITS_NAMED && <li>{t.more(own.length - VISITS_NAMED)}</li>}
        {own.length < visits.length && <li>{t.namedAbove(visits.length - own.length)}</li>}
      </ul>
      <PostForm action={link(`/sjuk/${person.assistantId}/hall`)} class="solve">
        <Days days={days} />
        <button class="ds-button">
          {t.solve}
          <span class="ds-sr-only">: {name}</span>
        </button>
      </PostForm>
    </li>
  );
}
