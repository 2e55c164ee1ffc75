import { offerTexts } from '../../bookings/offer/offer-texts.js';
import { AUDIENCES } from '../../districts/bookable-hours.entity.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { TIMES_FROM } from '../../lectures/lecture.entity.js';
import type { Grade } from '../../schools/grade.entity.js';
import type { Language } from '../../shared/language.js';
import { capitalised } from '../../shared/time/format.js';
import { labelsOf, type Filled } from '../filled.js';
import { History, type HistoryLabels } from '../history.view.js';
import { Area, Group, Line, OneOf, Pair, SheetErrors, SheetForm, SomeOf, YesNo } from '../sheet-form.js';
import { namedValues, type PersonToChoose } from '../people-to-choose.js';
import type { ListedLecture } from './lecture.queries.js';
import { TOPICS, type LectureSheet } from './lecture-sheet.js';
import { lectureEditTexts } from './lecture-texts.js';

interface LecturePageProps {
  /** Undefined for a new one. */
  lecture: ListedLecture | undefined;
  /** Of the district, whose public page is led to. */
  slug: string;
  filled: Filled<LectureSheet>;
  grades: Grade[];
  people: PersonToChoose[];
  changes: LoggedChange[];
  done: string | undefined;
}

/** One lecture with everything that can be changed about it. */
export function LectureEditPage(props: LecturePageProps) {
  const { lecture, slug, filled, grades, people, changes, done } = props;
  const { language } = usePage();
  const link = useLink();
  const t = lectureEditTexts[language];
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to="/utbud" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {lecture ? lecture.texts[language].title : t.newTitle}
      </h1>
      <Done text={done} class="mt-4" />
      {lecture ? <Standing lecture={lecture} slug={slug} /> : <p class="fb-lead mt-3">{t.newLead}</p>}
      <SheetForm action={link(`/utbud/${lecture?.id ?? 'ny'}`)} filled={filled} words={t.fields}>
        <LectureFields grades={grades} leads={lecture ? leadsOf(lecture, people) : []} />
      </SheetForm>
      {lecture && (
        <>
          <PostForm action={link(`/utbud/${lecture.id}/kopia`)} class="mt-9">
            <p class="fb-muted">{t.copyLead}</p>
            <button class="ds-button mt-3" data-variant="secondary">
              {t.copy}
            </button>
          </PostForm>
          <History changes={changes} labels={lectureLabels(language, grades, people)} />
        </>
      )}
    </div>
  );
}

/** What has to be known before anything is changed. */
function Standing({ lecture, slug }: { lecture: ListedLecture; slug: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = lectureEditTexts[language];
  return (
    <>
      {lecture.isPublished && (
        <p class="mt-3">
          <a href={link(`/boka/${slug}/utbud/${lecture.slug}`)}>{t.show}</a>
        </p>
      )}
      {lecture.qualified === 0 && (
        <p class="fb-note mt-4" data-kind="warning">
          {t.noQualified}
        </p>
      )}
      {lecture.coming > 0 && <p class="fb-note mt-4">{t.comingStay(lecture.coming)}</p>}
    </>
  );
}

/** Those who may lead a lecture: whoever holds it and works here, and whoever leads it already. */
export const leadsOf = (
  { id, leadAssistantId }: Pick<ListedLecture, 'id' | 'leadAssistantId'>,
  people: PersonToChoose[],
): PersonToChoose[] =>
  people.filter(one => one.id === leadAssistantId || (!one.hasLeft && one.lectures.includes(id)));

function LectureFields({ grades, leads }: { grades: Grade[]; leads: PersonToChoose[] }) {
  const { language } = usePage();
  const t = lectureEditTexts[language];
  const audienceWords = offerTexts[language].lecture.audience;
  return (
    <>
      <Group title={t.groups.list}>
        <Pair>
          <Line name="titleSv" />
          <Line name="titleEn" />
          <Area name="summarySv" rows={3} />
          <Area name="summaryEn" rows={3} />
        </Pair>
        <YesNo name="isPublished" />
      </Group>
      <Group title={t.groups.who}>
        <OneOf name="audience" choices={AUDIENCES.map(value => ({ value, label: audienceWords[value] }))} />
        <SomeOf
          name="grades"
          choices={grades.map(grade => ({ value: grade.code, label: gradeWord(grade, language) }))}
        />
        <SomeOf name="topics" choices={TOPICS.map(value => ({ value, label: t.topics[value] }))} />
      </Group>
      <Group title={t.groups.frame}>
        <Pair>
          <Line name="minutes" width="4" />
          <Line name="sessionCount" width="4" />
          <Line name="groupSmallest" width="4" isOptional />
          <Line name="groupLargest" width="4" isOptional />
          <Line name="peopleNeeded" width="4" isOptional />
          <Line name="mostPerWeek" width="4" isOptional />
          <Line name="mostPerTerm" width="4" isOptional />
        </Pair>
        <OneOf name="timesFrom" choices={TIMES_FROM.map(value => ({ value, label: t.timesFrom[value] }))} />
        {leads.length > 0 && (
          <OneOf
            name="lead"
            choices={[
              { value: '', label: t.nobodyLeads },
              ...leads.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Group>
      <Group title={t.groups.texts}>
        <Pair>
          {(['goal', 'method', 'before', 'after', 'provides'] as const).flatMap(name => [
            <Area name={`${name}Sv`} rows={4} isOptional />,
            <Area name={`${name}En`} rows={4} isOptional />,
          ])}
        </Pair>
      </Group>
    </>
  );
}

const gradeWord = (grade: Grade, language: Language) =>
  capitalised(language === 'sv' ? grade.labelSv : grade.labelEn);

/** What the history calls fields, and what it calls coded values. */
export function lectureLabels(language: Language, grades: Grade[], people: PersonToChoose[]): HistoryLabels {
  const t = lectureEditTexts[language];
  const coded = (field: string, words: Record<string, string>) =>
    Object.entries(words).map(([value, word]) => [`${field}=${value}`, word]);
  return Object.fromEntries([
    ...Object.entries(labelsOf(t.fields)),
    ['position', t.position],
    ['lead=', t.nobodyLeads],
    ...namedValues('lead', people),
    ...coded('isPublished', { yes: t.published, '': t.hidden }),
    ...coded('timesFrom', t.timesFrom),
    ...coded('audience', offerTexts[language].lecture.audience),
    ...coded('topics', t.topics),
    ...coded('grades', Object.fromEntries(grades.map(grade => [grade.code, gradeWord(grade, language)]))),
    ...coded('act', t.acts),
  ]) as HistoryLabels;
}
