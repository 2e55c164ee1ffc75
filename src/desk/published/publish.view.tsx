import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../../platform/web/page-context.js';
import {
  CheckboxKeys,
  ErrorSummary,
  PostForm,
  RadioKeys,
  TextField,
  type FieldError,
} from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { Select } from '../../platform/web/parts/select.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { capitalised } from '../../shared/time/format.js';
import { publishedTexts } from './published-texts.js';
import { termInWords } from './published-words.js';
import type { PublishingGround } from './publishing.js';
import { EVERY_LECTURE, type FormKind, type TypedPublishing } from './publishing-form.js';

interface PublishPageProps {
  kind: FormKind;
  ground: PublishingGround;
  typed: TypedPublishing;
  errors: FieldError[];
}

/** What is to be published: times of a day, of a term, or those of another term again. */
export function PublishPage(props: PublishPageProps) {
  const { kind, ground, errors } = props;
  const { language } = usePage();
  const link = useLink();
  const t = publishedTexts[language];
  const isPossible = kind === 'kopiera' ? ground.withTimes.length > 0 : ground.lectures.length > 0;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/publicerade-tider" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.forms[kind].title}
      </h1>
      <p class="mt-2">{t.forms[kind].lead}</p>
      {isPossible ? (
        <PostForm action={link(`/publicerade-tider/${kind}`)} class="fb-actform mt-4">
          {kind === 'kopiera' ? <CopyFields {...props} /> : <TimesFields {...props} />}
          <div class="fb-buttons">
            <button class="ds-button">{t.show}</button>
            <a href={link('/publicerade-tider')}>{t.back}</a>
          </div>
        </PostForm>
      ) : (
        <p class="fb-note mt-4" data-kind="warning">
          {kind === 'kopiera' ? t.noTerms : t.noLectures}
        </p>
      )}
    </div>
  );
}

const errorOf = (errors: readonly FieldError[], id: string) => errors.find(error => error.id === id)?.message;

function TimesFields({ kind, ground, typed, errors }: PublishPageProps) {
  const { language } = usePage();
  const t = publishedTexts[language];
  return (
    <>
      <Select
        id="forelasning"
        label={t.fields.forelasning}
        none=""
        choices={[
          ...ground.lectures.map(({ id, texts }) => ({ value: id, label: texts[language].title })),
          { value: EVERY_LECTURE, label: t.every },
        ]}
        chosen={typed.forelasning}
        error={errorOf(errors, 'forelasning')}
      />
      {kind === 'ny' ? (
        <TextField
          id="datum"
          label={t.fields.datum}
          value={typed.datum}
          error={errorOf(errors, 'datum')}
          type="date"
          width="10"
        />
      ) : (
        <>
          <Terms name="termin" legend={t.fields.termin} terms={ground.coming} typed={typed} errors={errors} />
          <CheckboxKeys
            name="veckodag"
            legend={t.fields.veckodag}
            choices={t.weekdays.map((label, index) => ({
              value: String(index + 1),
              label: capitalised(label),
            }))}
            chosen={typed.veckodag}
            error={errorOf(errors, 'veckodag')}
          />
        </>
      )}
      <TextField
        id="tider"
        label={t.fields.tider}
        hint={t.timesHint}
        value={typed.tider}
        error={errorOf(errors, 'tider')}
        width="20"
        autocomplete="off"
      />
      <CheckboxKeys
        name="person"
        legend={t.fields.person}
        hint={t.peopleHint}
        choices={ground.people.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={typed.person}
        error={errorOf(errors, 'person')}
      />
    </>
  );
}

function CopyFields({ ground, typed, errors }: PublishPageProps): ComponentChildren {
  const t = publishedTexts[usePage().language];
  return (
    <>
      <Terms name="fran" legend={t.fields.fran} terms={ground.withTimes} typed={typed} errors={errors} />
      <Terms name="termin" legend={t.copyTo} terms={ground.coming} typed={typed} errors={errors} />
    </>
  );
}

interface TermsProps {
  name: 'fran' | 'termin';
  legend: string;
  terms: Term[];
  typed: TypedPublishing;
  errors: FieldError[];
}

function Terms({ name, legend, terms, typed, errors }: TermsProps) {
  const { language } = usePage();
  return (
    <RadioKeys
      name={name}
      legend={legend}
      choices={terms.map(term => ({ value: term.id, label: termInWords(term, language) }))}
      chosen={[typed[name]]}
      error={errorOf(errors, name)}
    />
  );
}
