import { isDuty } from '../../calendars/absence-kinds.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { capitalised } from '../../shared/time/format.js';
import type { SignedIn } from '../../staff/roles.js';
import type { AgendaAbsence, AgendaVisit, Whose } from './agenda.queries.js';
import { agendaTexts } from './agenda-texts.js';

interface VisitLineProps {
  visit: AgendaVisit;
  kind: string;
  me: SignedIn;
  whose: Whose;
}

/** A visit in a list of days, with those who go. */
export function AgendaVisitLine({ visit, kind, me, whose }: VisitLineProps) {
  const { language } = usePage();
  const link = useLink();
  const t = agendaTexts[language];
  const others = visit.staff.filter(person => whose === 'team' || person.id !== me.assistantId);
  const missing = visit.peopleNeeded - visit.staff.length;
  return (
    <div data-kind={kind}>
      <a href={link(`/kalender/${visit.reference}`)}>
        {visit.schoolName}, {visit.className}
      </a>
      <p>
        {visit.title}
        {others.length > 0 && (
          <>
            <br />
            {whose === 'team'
              ? others.map(person => person.name).join(', ')
              : t.with(others.map(person => person.name).join(', '))}
          </>
        )}
      </p>
      {visit.status === 'preliminary' && (
        <p class="mt-2">
          <span class="fb-status" data-s="wait">
            {t.preliminary}
          </span>
        </p>
      )}
      {missing > 0 && (
        <p class="mt-2">
          <span class="fb-status" data-s="bad">
            {capitalised(t.missing(missing))}
          </span>
        </p>
      )}
    </div>
  );
}

/** An absence in a list of days; of the team with its name. */
export function AgendaAway({ absence, whose }: { absence: AgendaAbsence; whose: Whose }) {
  const t = agendaTexts[usePage().language];
  const reason = t.away[absence.reason ?? 'null'];
  return (
    <div data-kind={isDuty(absence.reason) ? 'duty' : 'away'}>
      <strong>{whose === 'team' ? absence.name : reason}</strong>
      {whose === 'team' && <p>{reason}</p>}
    </div>
  );
}
