import type { PersonOfTeam } from '../../bookings/sick/sick-plans.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { DaySpan } from '../../platform/web/parts/day-span.js';
import { ErrorSummary, PostForm, RadioList, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { sickDeskTexts } from './sick-desk-texts.js';

export interface TypedIllness {
  /** An id. */
  person: string;
  from: string;
  until: string;
}

interface SomebodyIllPageProps {
  team: PersonOfTeam[];
  typed: TypedIllness;
  errors: FieldError[];
}

export function SomebodyIllPage({ team, typed, errors }: SomebodyIllPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language].somebody;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/oversikt" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
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
    </div>
  );
}
