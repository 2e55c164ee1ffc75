import type { PersonOfTeam, PlannedVisit } from '../../bookings/sick/sick-plans.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { IllDays } from './ill-days.js';
import { sickDeskTexts } from './sick-desk-texts.js';
import { SickVisit } from './sick-visit.view.js';

interface SickDeskPageProps {
  title: string;
  person: PersonOfTeam;
  days: IllDays;
  visits: PlannedVisit[];
  /** Whether any of the days is entered as illness. */
  isTold: boolean;
}

/** Every visit that is hit, with what is proposed chosen already, and one press for all of it. */
export function SickDeskPage({ title, person, days, visits, isTold }: SickDeskPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language];
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/oversikt" />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p class="mt-2">
        {isTold && t.told} {visits.length === 0 ? t.none : t.lead(visits.length)}
      </p>
      <KeepTimes person={person} days={days} visits={visits} />
      {visits.length > 0 && (
        <PostForm action={link(`/sjuk/${person.id}`)} class="fb-actform mt-6">
          <Days days={days} />
          <input
            type="hidden"
            name="sedd"
            value={visits.map(({ view }) => `${view.reference}.${String(view.version)}`).join(' ')}
          />
          {visits.map(visit => (
            <SickVisit visit={visit} />
          ))}
          <ul class="fb-will">
            <li>{t.will}</li>
          </ul>
          <div class="fb-buttons">
            <button class="ds-button">{t.press}</button>
            <a href={link('/oversikt')}>{t.back}</a>
          </div>
        </PostForm>
      )}
      {isTold && <TakeBack person={person} days={days} />}
      {visits.length === 0 && (
        <p class="mt-6">
          <a href={link('/oversikt')}>{t.back}</a>
        </p>
      )}
    </div>
  );
}

function TakeBack({ person, days }: Pick<SickDeskPageProps, 'person' | 'days'>) {
  const link = useLink();
  const t = sickDeskTexts[usePage().language].takeBack;
  return (
    <PostForm action={link(`/sjuk/${person.id}/ta-bort`)} class="fb-actform mt-6">
      <Days days={days} />
      <p class="mb-4">
        {t.why(person.name)} {t.after}
      </p>
      <button class="ds-button" data-variant="secondary">
        {t.press}
      </button>
    </PostForm>
  );
}

/** Only where a school is to be rung: its times are kept first, or longer. */
function KeepTimes({ person, days, visits }: Omit<SickDeskPageProps, 'title' | 'isTold'>) {
  const link = useLink();
  const t = sickDeskTexts[usePage().language];
  const isAsked = visits.some(visit => visit.proposal === 'ask');
  if (!isAsked && !visits.some(visit => visit.proposal === 'move')) return null;
  return (
    <PostForm action={link(`/sjuk/${person.id}/hall`)} class="mt-4">
      <Days days={days} />
      {isAsked && <p class="mb-4">{t.ask}</p>}
      <button class="ds-button" data-variant="secondary">
        {isAsked ? t.keep : t.keepAgain}
      </button>
    </PostForm>
  );
}

export function Days({ days }: { days: IllDays }) {
  return (
    <>
      <input type="hidden" name="fran" value={days.from} />
      <input type="hidden" name="till" value={days.until} />
    </>
  );
}
