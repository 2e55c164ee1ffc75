import { offerTexts } from '../../bookings/offer/offer-texts.js';
import { gradeSpan } from '../../lectures/grade-span.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import type { ListedLecture } from './lecture.queries.js';
import { lectureEditTexts } from './lecture-texts.js';

/** The offer as a list, in the order of the public page, with a way to each lecture. */
export function LecturesPage({ lectures }: { lectures: ListedLecture[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = lectureEditTexts[language];
  return (
    <div class="fb-wrap fb-desk">
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3">{t.lead}</p>
      <PostForm action={link('/utbud/ordning')}>
        <WideTable label={t.tableLabel} class="mt-6">
          <caption class="ds-sr-only">{t.tableLabel}</caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.title}</th>
              <th scope="col">{t.columns.audience}</th>
              <th scope="col">{t.columns.length}</th>
              <th scope="col" class="r">
                {t.columns.qualified}
              </th>
              <th scope="col" class="r">
                {t.columns.coming}
              </th>
              <th scope="col">{t.columns.state}</th>
              <th scope="col">{t.columns.order}</th>
            </tr>
          </thead>
          <tbody>
            {lectures.map((lecture, index) => (
              <LectureRow lecture={lecture} isFirst={index === 0} isLast={index === lectures.length - 1} />
            ))}
          </tbody>
        </WideTable>
      </PostForm>
      <p class="fb-buttons">
        <a class="ds-button" href={link('/utbud/ny')}>
          {t.add}
        </a>
        <a class="ds-button" data-variant="secondary" href={link('/publicerade-tider')}>
          {t.publishedTimes}
        </a>
      </p>
    </div>
  );
}

function LectureRow(props: { lecture: ListedLecture; isFirst: boolean; isLast: boolean }) {
  const { lecture, isFirst, isLast } = props;
  const { language } = usePage();
  const link = useLink();
  const t = lectureEditTexts[language];
  const { title } = lecture.texts[language];
  return (
    <tr>
      <th scope="row">
        <a href={link(`/utbud/${lecture.id}`)}>{title}</a>
      </th>
      <td class="nb">
        {offerTexts[language].lecture.audience[lecture.audience]}{' '}
        {lecture.grades.length > 0 && <small>{gradeSpan(lecture.grades, language)}</small>}
      </td>
      <td class="nb">{t.length(lecture.sessionCount, lecture.minutes)}</td>
      <td class="r">{lecture.qualified === 0 ? <strong>{t.nobody}</strong> : lecture.qualified}</td>
      <td class="r">{lecture.coming}</td>
      <td class="nb">
        <span class="fb-status" data-s={lecture.isPublished ? 'ok' : 'off'}>
          {lecture.isPublished ? t.published : t.hidden}
        </span>
      </td>
      <td class="nb">
        {!isFirst && <StepButton name="upp" id={lecture.id} word={t.up} title={title} />}
        {!isLast && <StepButton name="ner" id={lecture.id} word={t.down} title={title} />}
      </td>
    </tr>
  );
}

const StepButton = (props: { name: string; id: string; word: string; title: string }) => (
  <button class="fb-step-button" name={props.name} value={props.id}>
    {props.word}
    <span class="ds-sr-only">: {props.title}</span>
  </button>
);
