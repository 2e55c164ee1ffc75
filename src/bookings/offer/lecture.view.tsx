import { gradeSpan } from '../../lectures/grade-span.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import type { District } from '../../districts/district.entity.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, CheckList, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import type { Slot } from '../../slots/offer.rules.js';
import { lengthOf } from './offer.view.js';
import { offerTexts } from './offer-texts.js';

interface LecturePageProps {
  district: District;
  lecture: Lecture;
  next: Slot | undefined;
  group: { smallest: number; largest: number };
}

/** One lecture: what we want, how we do it, what the school does before and after, and when it can be next. */
export function LecturePage({ district, lecture, next, group }: LecturePageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = offerTexts[language].lecture;
  const texts = lecture.texts[language];
  const sections = [
    { heading: t.goal, text: texts.goal },
    { heading: t.method, text: texts.method },
    { heading: t.before, text: texts.before },
    { heading: t.after, text: texts.after },
  ].filter(section => section.text !== '');
  const forWhom = [t.audience[lecture.audience], gradeSpan(lecture.grades, language)]
    .filter(Boolean)
    .join(', ');
  return (
    <div class="fb-wrap">
      <BackLink to={`/boka/${district.slug}`} />
      <div class="fb-form">
        <div class="main">
          <h1 class="ds-heading" data-size="xl">
            {texts.title}
          </h1>
          <p class="fb-lead mt-3 mb-6">{texts.summary}</p>
          {lecture.sessionCount > 1 && <p class="fb-note mb-6">{t.sessions(lecture.sessionCount)}</p>}
          <Facts
            facts={[
              { label: t.forWhom, value: forWhom },
              { label: t.length, value: lengthOf(lecture, language) },
              { label: t.group, value: t.groupSize(group.smallest, group.largest) },
              {
                label: t.next,
                value: next ? capitalised(dateAtClock(language, next.start)) : offerTexts[language].noneFor,
              },
            ]}
          />
          <PostForm action={link(`/boka/${district.slug}/forelasning`)}>
            <div class="fb-buttons">
              <button class="ds-button fb-button-send" name="forelasning" value={lecture.slug}>
                {t.book}
              </button>
            </div>
          </PostForm>
          {sections.map(section => (
            <section class="mt-9">
              <h2 class="ds-heading mb-2" data-size="sm">
                {section.heading}
              </h2>
              <p>{section.text}</p>
            </section>
          ))}
        </div>
        <aside class="side fb-contact" aria-labelledby="ordnar">
          <h2 id="ordnar" class="ds-heading mb-4" data-size="xs">
            {t.provides}
          </h2>
          <CheckList items={[...texts.schoolProvides.map(capitalised), t.teacher]} />
        </aside>
      </div>
    </div>
  );
}
