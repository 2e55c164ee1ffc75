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
import { contactErrors, ContactFields, postedContact } from '../contact-form.js';
import { noContact, readContact, type TypedContact } from '../contact.rules.js';
import { safeToKeep } from '../details.rules.js';
import { JourneyFrame } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, nextStep, stepPath, type Journey } from './journeys.js';
import type { Posted } from '../../platform/web/posted.js';

/** Step 5: whom we reach, and who meets us if it is somebody else. */
@Controller('boka/:slug/kontakt')
@OpenTo('anyone')
export class TellContactController {
  constructor(private readonly journeys: Journeys) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'kontakt');
    if (missing) return seeOther(stepPath(journey, missing));
    return form(journey, journey.answers.contact ?? noContact(), [], language);
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
    const missing = missingBefore(journey, 'kontakt');
    if (missing) return seeOther(stepPath(journey, missing));
    const typed = postedContact(posted);
    await this.journeys.answer(journey, { contact: safeToKeep(typed) }, request, reply);
    const read = readContact(typed);
    if ('faults' in read) return form(journey, typed, contactErrors(read.faults, language), language);
    return seeOther(
      stepPath(journey, nextStep({ ...journey, answers: { ...journey.answers, contact: typed } })),
    );
  }
}

function form(journey: Journey, typed: TypedContact, errors: FieldError[], language: Language): Answer {
  const title = journeyTexts[language].steps.contact;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(journey.district),
    body: <TellContact journey={journey} typed={typed} errors={errors} />,
  });
}

function TellContact({
  journey,
  typed,
  errors,
}: {
  journey: Journey;
  typed: TypedContact;
  errors: FieldError[];
}) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language];
  return (
    <JourneyFrame
      journey={journey}
      step="kontakt"
      heading={t.steps.contact}
      back={stepPath(journey, 'klass')}
      errors={errors}
    >
      <p class="fb-muted mt-2 mb-7">{t.contactPage.lead}</p>
      <PostForm action={link(stepPath(journey, 'kontakt'))} class="fb-fields">
        <ContactFields typed={typed} errors={errors} />
        <div class="fb-buttons">
          <button class="ds-button">{t.goOn}</button>
        </div>
      </PostForm>
    </JourneyFrame>
  );
}
