import type { PersonOfTeam } from '../../bookings/sick/sick-plans.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { DaySpan } from '../../platform/web/parts/day-span.js';
import { ErrorSummary, PostForm, RadioList, type FieldError } from '../../platform/web/parts/form.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { illDaysInWords, illDaysOf } from './ill-days.js';
import type { Illness } from './ill.queries.js';
import { sickPath } from './sick-address.js';
import { sickDeskTexts } from './sick-desk-texts.js';

export interface TypedIllness {
  /** An id. */
  person: string;
  from: string;
  until: string;
}

interface SomebodyIllPageProps {
  team: PersonOfTeam[];
  ill: Illness[];
  today: IsoDate;
  typed: TypedIllness;
  errors: FieldError[];
  isTakenBack: boolean;
}

export function SomebodyIllPage({ team, ill, today, typed, errors, isTakenBack }: SomebodyIllPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language].somebody;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/oversikt" />
      <ErrorSummary errors={errors} />
      <Done text={isTakenBack && t.takenBack} class="mb-4" />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      {team.length === 0 ? (
        <p class="mt-2">
          {t.nobodyYet} <a href={link('/personal')}>{t.toTeam}</a>
        </p>
      ) : (
        <Ask team={team} typed={typed} errors={errors} />
      )}
      {ill.length > 0 && <AlreadyTold ill={ill} today={today} />}
    </div>
  );
}

function Ask({ team, typed, errors }: Pick<SomebodyIllPageProps, 'team' | 'typed' | 'errors'>) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language].somebody;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <p class="mt-2">{t.lead}</p>
      <PostForm action={link('/sjuk')} class="fb-actform mt-4">
        <RadioList
          name="person"
          legend={t.person}
          choices={team.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={[typed.person]}
          error={errorOf('person')}
        />
        <DaySpan words={t} typed={typed} errors={errors} />
        <div class="fb-buttons">
          <button class="ds-button">{t.press}</button>
          <a href={link('/oversikt')}>{sickDeskTexts[language].back}</a>
        </div>
      </PostForm>
    </>
  );
}

/** Who is entered as ill already: the way to their visits, and to taking it back. */
function AlreadyTold({ ill, today }: Pick<SomebodyIllPageProps, 'ill' | 'today'>) {
  const { language } = usePage();
  const link = useLink();
  const { title, somebody } = sickDeskTexts[language];
  return (
    <section class="fb-actform mt-6" aria-labelledby="redan-sjuka">
      <div class="fb-group">
        <h2 id="redan-sjuka">{somebody.alreadyTold}</h2>
      </div>
      <ul class="fb-people">
        {ill.map(one => {
          const days = illDaysOf(one, today);
          return (
            <li>
              <a href={link(sickPath(one.assistantId, days))}>
                {title(one.name, illDaysInWords(days, today, language))}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
