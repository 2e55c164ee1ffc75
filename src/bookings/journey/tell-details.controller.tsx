import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { detailsErrors, DetailsFields, postedDetails } from '../details-form.js';
import { noDetails, readDetails, safeToKeep, type TypedDetails } from '../details.rules.js';
import { detailsLimits } from '../visit-ground.js';
import { JourneyFrame, schoolStreetOf } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, nextStep, stepPath, type Journey } from './journeys.js';
import type { Posted } from '../../platform/web/posted.js';

/** Step 4: class, number, room, needs of the group. */
@Controller('boka/:slug/klass')
@OpenTo('anyone')
export class TellDetailsController {
  constructor(private readonly journeys: Journeys) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'klass');
    if (missing) return seeOther(stepPath(journey, missing));
    return form(journey, journey.answers.details ?? noDetails(), [], language);
  }

  @Post()
  async answer(
    @Param('slug') slug: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'klass');
    if (missing) return seeOther(stepPath(journey, missing));
    const typed = postedDetails(posted);
    await this.journeys.answer(journey, { details: safeToKeep(typed) }, request, reply);
    const limits = detailsLimits({ ...journey, lecture: journey.lecture! });
    const read = readDetails(typed, limits);
    if ('faults' in read) return form(journey, typed, detailsErrors(read.faults, limits, language), language);
    return seeOther(
      stepPath(journey, nextStep({ ...journey, answers: { ...journey.answers, details: typed } })),
    );
  }
}

function form(journey: Journey, typed: TypedDetails, errors: FieldError[], language: Language): Answer {
  const t = journeyTexts[language].steps;
  const title = journey.lecture!.grades.length > 0 ? t.details : t.detailsForAdults;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(journey.district),
    body: <TellDetails journey={journey} title={title} typed={typed} errors={errors} />,
  });
}

function TellDetails({
  journey,
  title,
  typed,
  errors,
}: {
  journey: Journey;
  title: string;
  typed: TypedDetails;
  errors: FieldError[];
}) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language];
  const limits = detailsLimits({ ...journey, lecture: journey.lecture! });
  return (
    <JourneyFrame
      journey={journey}
      step="klass"
      heading={title}
      back={stepPath(journey, 'tid')}
      errors={errors}
    >
      <p class="fb-muted mt-2 mb-7">{t.allNeeded}</p>
      <PostForm action={link(stepPath(journey, 'klass'))} class="fb-fields">
        <DetailsFields
          typed={typed}
          limits={limits}
          errors={errors}
          street={schoolStreetOf(journey)}
          concernReportUrl={journey.district.concernReportUrl}
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.goOn}</button>
        </div>
      </PostForm>
    </JourneyFrame>
  );
}
