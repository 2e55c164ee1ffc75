import { useLink, usePage } from '../../platform/web/page-context.js';
import { shortDayAtClock } from '../words.js';
import type { VisitsAhead } from './at-risk.js';
import { isDoubtful, type RiskyVisit } from './at-risk.rules.js';
import { riskTexts } from './risk-texts.js';

const VISITS_NAMED = 3;

/** Each visit in danger: when and where, what stands in the way, and beside it the page on which somebody else is found. */
export function VisitsAtRisk({ ahead }: { ahead: VisitsAhead }) {
  const t = riskTexts[usePage().language].visits;
  const { count, atRisk } = ahead;
  return (
    <section aria-labelledby="besok">
      <h2 id="besok" class="fb-h2">
        {t.title}
      </h2>
      {atRisk.length === 0 ? (
        <p class="fb-muted">{count === 0 ? t.noVisits : t.none}</p>
      ) : (
        <ul class="fb-todo">
          {atRisk.map(visit => (
            <Visit visit={visit} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Visit({ visit }: { visit: RiskyVisit }) {
  const { language } = usePage();
  const link = useLink();
  const t = riskTexts[language].visits;
  const what = `${shortDayAtClock(language, visit.startsAt)} ${visit.schoolName} ${visit.className}`;
  return (
    <li data-calm={isDoubtful(visit) ? '' : undefined}>
      <b class="n">{visit.missing + visit.hindered.length}</b>
      <h3>
        <a href={link(`/bokningar/${visit.reference}`)}>{what}</a>
      </h3>
      <ul class="which">
        {visit.missing > 0 && <li>{t.missing(visit.missing, visit.peopleNeeded)}</li>}
        {visit.hindered.map(({ name, why }) => (
          <li>{t.hindered[why](name)}</li>
        ))}
      </ul>
      <a class="ds-button" data-variant="secondary" href={link(`/bokningar/${visit.reference}/bemanning`)}>
        {t.act}
        <span class="ds-sr-only">: {what}</span>
      </a>
    </li>
  );
}

/** On the overview: visits of which nothing else there tells, as they count as fully staffed. */
export function DoubtfulVisits({ visits }: { visits: RiskyVisit[] }) {
  const { language } = usePage();
  const link = useLink();
  const { more, visits: t } = riskTexts[language];
  return (
    <li data-calm="">
      <b class="n">{visits.length}</b>
      <h3>{t.doubtful}</h3>
      <ul class="which">
        {visits.slice(0, VISITS_NAMED).map(visit => (
          <li>
            <a href={link(`/bokningar/${visit.reference}/bemanning`)}>
              {shortDayAtClock(language, visit.startsAt)} {visit.schoolName} {visit.className}
            </a>
            {': '}
            {visit.hindered.map(({ name, why }) => t.hindered[why](name)).join(', ')}
          </li>
        ))}
        {visits.length > VISITS_NAMED && <li>{more(visits.length - VISITS_NAMED)}</li>}
      </ul>
      <a class="ds-button" data-variant="tertiary" href={link('/oversikt/risker')}>
        {t.goThrough}
        <span class="ds-sr-only">: {t.doubtful}</span>
      </a>
    </li>
  );
}
