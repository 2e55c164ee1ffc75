import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { HitVisit } from '../hit-visit.js';
import { HitVisits } from '../hit-visits.view.js';
import type { SickUntil } from './sick-time.rules.js';
import { sickTexts } from './sick-texts.js';

interface SickPageProps {
  /** How far it has been told already. */
  told: SickUntil | undefined;
  today: HitVisit[];
  tomorrow: HitVisit[];
}

/** One large key for today, a second for tomorrow too, and below them what it hits. */
export function SickPage({ told, today, tomorrow }: SickPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickTexts[language];
  return (
    <div class="fb-wrap fb-f">
      <BackLink to="/kalender" />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={told && t.told[told]} class="mt-4" />
      {!told && <p class="fb-lead mt-3">{t.lead}</p>}
      {told !== 'tomorrow' && (
        <PostForm action={link('/franvaro/sjuk')} class="fb-sick mt-6">
          {!told && (
            <button class="ds-button" name="till" value="today">
              {t.press.today}
            </button>
          )}
          <button class="ds-button" data-variant="secondary" name="till" value="tomorrow">
            {told ? t.pressMore : t.press.tomorrow}
          </button>
        </PostForm>
      )}
      <p class="fb-small fb-muted mt-4">{t.tellsNothingElse}</p>
      <Visits id="idag" heading={t.today} none={t.noneToday} visits={today} />
      <Visits id="imorgon" heading={t.tomorrow} none={t.noneTomorrow} visits={tomorrow} />
      {told && (
        <p class="mt-6">
          <a class="fb-sick-back" href={link('/franvaro')}>
            {t.takeBack}
          </a>
        </p>
      )}
    </div>
  );
}

interface VisitsProps {
  id: string;
  heading: string;
  none: string;
  visits: HitVisit[];
}

function Visits({ id, heading, none, visits }: VisitsProps) {
  return (
    <section aria-labelledby={id}>
      <div class="fb-group">
        <h2 id={id}>{heading}</h2>
      </div>
      {visits.length === 0 ? <p class="fb-muted mt-3">{none}</p> : <HitVisits visits={visits} />}
    </section>
  );
}
