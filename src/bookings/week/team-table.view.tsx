import { isEvening } from '../../calendars/turn-facts.js';
import { usePage } from '../../platform/web/page-context.js';
import { clock } from '../../shared/time/format.js';
import { initials } from '../../shared/text/initials.js';
import { DayHead, kindOf } from './drawn-week.view.js';
import { Entry } from './entry.view.js';
import { isWork, type Entry as WeekEntry, type Week } from './week.rules.js';
import { weekTexts } from './week-texts.js';

/** The team's days as a table, person by day. A weekend only has columns where somebody works. */
export function TeamTable({ week, what }: { week: Week; what: string }) {
  const t = weekTexts[usePage().language];
  if (week.rows.length === 0) return <p class="fb-muted mt-4">{t.nobody}</p>;
  const isShown = week.days.map(
    (day, index) => day.closed !== 'weekend' || week.rows.some(row => row.days[index]!.some(isWork)),
  );
  return (
    <table class="fb-team">
      <caption class="ds-sr-only">{t.caption(what.toLocaleLowerCase('sv'))}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="ds-sr-only">{t.person}</span>
          </th>
          {week.days
            .filter((_, index) => isShown[index])
            .map(day => (
              <th
                scope="col"
                data-today={day.isToday ? '' : undefined}
                data-off={day.closed ? '' : undefined}
              >
                <DayHead day={day} />
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {week.rows.map(({ person, visits, days }) => (
          <tr>
            <th scope="row">
              <span class="who">
                <span class="fb-av" aria-hidden="true">
                  {initials(person.name)}
                </span>
                <span>
                  {person.name}
                  <small>{t.visits(visits)}</small>
                </span>
              </span>
            </th>
            {days
              .filter((_, index) => isShown[index])
              .map(entries => (
                <Cell entries={entries} name={person.name} />
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** In minutes: no visit fits into less, and a cell has little room. */
const WORTH_NAMING = 60;

function Cell({ entries, name }: { entries: WeekEntry[]; name: string }) {
  const { language } = usePage();
  const t = weekTexts[language];
  const shown = entries.filter(entry => entry.kind !== 'open');
  const free = entries.some(entry => isEvening(entry.until)) ? t.freeEvening : t.free;
  if (shown.length === 0) return <td>{entries.length > 0 && <span class="free">{free}</span>}</td>;
  const rest = entries.filter(entry => entry.kind === 'open' && entry.until - entry.from >= WORTH_NAMING);
  return (
    <td>
      <ul>
        {shown.map(entry => (
          <li class="fb-ev" data-kind={kindOf(entry)}>
            <Entry entry={entry} of={name} />
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p class="free">
          {t.freeBeside}{' '}
          {rest.map(({ from, until }, index) => (
            <>
              {index > 0 && ', '}
              <span class="nb">{`${clock(language, from)}–${clock(language, until)}`}</span>
            </>
          ))}
        </p>
      )}
    </td>
  );
}
