import { isEvening } from '../../calendars/turn-facts.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { clock } from '../../shared/time/format.js';
import { agendaTexts } from '../agenda/agenda-texts.js';
import type { Entry as WeekEntry } from './week.rules.js';
import { weekTexts } from './week-texts.js';

/** What stands in a field of the drawn week or of the team's table, in the row of one of the team. */
export function Entry({ entry, of }: { entry: WeekEntry; of: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = weekTexts[language];
  if (entry.kind === 'open')
    return (
      <>
        <span>{isEvening(entry.until) ? t.openEvening : t.open}</span> <EntryHours entry={entry} />
      </>
    );
  if (entry.kind === 'away')
    return (
      <span>
        {agendaTexts[language].away[entry.absence.reason ?? 'null']} <EntryHours entry={entry} />
      </span>
    );
  const { visit } = entry;
  const missing = visit.peopleNeeded - visit.staff.length;
  const others = visit.staff.map(person => person.name).filter(name => name !== of);
  const states = [
    isEvening(entry.until) ? t.evening : '',
    visit.status === 'preliminary' ? t.preliminary : '',
    visit.status === 'held' ? t.held : '',
    missing > 0 ? t.missing(missing) : '',
  ].filter(Boolean);
  return (
    <>
      <a href={link(`/kalender/${visit.reference}`)}>
        {visit.schoolName}, {visit.className}
      </a>{' '}
      <EntryHours entry={entry} />{' '}
      {others.length > 0 && <small class="with">{t.with(others.join(', '))}</small>}{' '}
      {states.length > 0 && <small class="state">{states.join(', ')}</small>}
    </>
  );
}

function EntryHours({ entry }: { entry: WeekEntry }) {
  const { language } = usePage();
  if (entry.kind === 'away' && entry.isWholeDay) return <span>{weekTexts[language].wholeDay}</span>;
  return <span class="hours">{`${clock(language, entry.from)}–${clock(language, entry.until)}`}</span>;
}
