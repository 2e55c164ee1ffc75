import { usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { MissingHours } from '../../bookings/hours-reminder/hours-reminders.js';
import type { VisitsAhead } from './at-risk.js';
import type { CapacityAhead } from './capacity.js';
import { CapacityTable } from './capacity.view.js';
import { MissingHoursList } from './missing-hours.view.js';
import { riskTexts } from './risk-texts.js';
import { VisitsAtRisk } from './visits-at-risk.view.js';

interface RiskPageProps {
  visits: VisitsAhead;
  capacity: CapacityAhead;
  /** Undefined where no term lies ahead. */
  missing: MissingHours | undefined;
  wasReminded: boolean;
}

/** What may fail in the coming weeks, the nearest first. */
export function RiskPage({ visits, capacity, missing, wasReminded }: RiskPageProps) {
  const t = riskTexts[usePage().language];
  return (
    <div class="fb-wrap" data-wide="">
      <BackLink to="/oversikt" />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={wasReminded && t.hours.done} class="mt-4" />
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <div class="fb-stack gap-9">
        <VisitsAtRisk ahead={visits} />
        <CapacityTable capacity={capacity} />
        <MissingHoursList missing={missing} />
      </div>
    </div>
  );
}
