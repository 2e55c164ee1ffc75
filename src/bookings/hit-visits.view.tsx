import { useLink, usePage } from '../platform/web/page-context.js';
import { Facts } from '../platform/web/parts/page-parts.js';
import { capitalised, dateAtClock } from '../shared/time/format.js';
import type { HitVisit } from './hit-visit.js';

/** Which visits a change hits, each with a link to it. */
export function HitVisits({ visits }: { visits: HitVisit[] }) {
  const { language } = usePage();
  const link = useLink();
  return (
    <Facts
      facts={visits.map(visit => ({
        label: capitalised(dateAtClock(language, visit.startsAt)),
        value: (
          <a href={link(`/kalender/${visit.reference}`)}>
            {visit.schoolName}, {visit.className}
          </a>
        ),
      }))}
    />
  );
}
