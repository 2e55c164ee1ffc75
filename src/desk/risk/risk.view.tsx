import { usePage } from '../../platform/web/page-context.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { RiskyVisit } from './at-risk.rules.js';
import type { CapacityAhead } from './capacity.js';
import { CapacityTable } from './capacity.view.js';
import { riskTexts } from './risk-texts.js';
import { VisitsAtRisk } from './visits-at-risk.view.js';

interface RiskPageProps {
  visits: RiskyVisit[];
  capacity: CapacityAhead;
}

/** What may fail in the coming weeks, the nearest first. */
export function RiskPage({ visits, capacity }: RiskPageProps) {
  const t = riskTexts[usePage().language];
  return (
    <div class="fb-wrap" data-wide="">
      <BackLink to="/oversikt" />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <div class="fb-stack gap-9">
        <VisitsAtRisk visits={visits} />
        <CapacityTable capacity={capacity} />
      </div>
    </div>
  );
}
