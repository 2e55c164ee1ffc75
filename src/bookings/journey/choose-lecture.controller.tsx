import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { gradeSpan } from '../../lectures/grade-span.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { JourneyFrame } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, nextStep, stepPath, type Journey } from './journeys.js';
import { TimeKeeper } from './time-keeper.js';

/** Step 1: which lecture. One press and on. */
@Controller('boka/:slug/forelasning')
@OpenTo('anyone')
export class ChooseLectureController {
  constructor(
    private readonly journeys: Journeys,
    private readonly lectures: LecturesQueries,
    private readonly timeKeeper: TimeKeeper,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const lectures = await this.lectures.published(journey.district.id);
    return page({
      title: journeyTexts[language].steps.lecture,
      district: faceOf(journey.district),
      body: <ChooseLecture journey={journey} lectures={lectures} />,
    });
  }

  @Post()
  async choose(
    @Param('slug') slug: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const lecture = await this.lectures.bySlug(journey.district.id, textOf(posted, 'forelasning'));
    if (!lecture) return seeOther(stepPath(journey, 'forelasning'));
    await this.journeys.answer(journey, { lectureId: lecture.id }, request, reply);
    if (journey.lecture && journey.lecture.id !== lecture.id)
      await this.timeKeeper.keepIfStillFree(slug, request);
    return seeOther(stepPath(journey, nextStep({ ...(await this.journeys.load(slug, request)), lecture })));
  }
}

function ChooseLecture({ journey, lectures }: { journey: Journey; lectures: Lecture[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language];
  return (
    <JourneyFrame
      journey={journey}
      step="forelasning"
      heading={t.steps.lecture}
      back={`/boka/${journey.district.slug}`}
    >
      <p class="fb-lead mt-3 mb-6">{t.lecturePage.lead}</p>
      <PostForm action={link(stepPath(journey, 'forelasning'))}>
        <ul class="fb-picks">
          {lectures.map(lecture => (
            <li>
              <button
                name="forelasning"
                value={lecture.slug}
                aria-current={journey.lecture?.id === lecture.id ? 'true' : undefined}
              >
                <span class="grade">{gradeSpan(lecture.grades, language) || t.lecturePage.adults}</span>
                <span class="name">{lecture.texts[language].title}</span>
                <span class="more">
                  {lecture.texts[language].summary}{' '}
                  <span class="nb">
                    {lecture.sessionCount > 1
                      ? t.lecturePage.sessions(lecture.sessionCount, lecture.minutes)
                      : t.lecturePage.length(lecture.minutes)}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </PostForm>
    </JourneyFrame>
  );
}
