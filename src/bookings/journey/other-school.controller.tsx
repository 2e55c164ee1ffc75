import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { oneLine, textFault } from '../details.rules.js';
import { JourneyFrame } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, nextStep, stepPath, type Journey } from './journeys.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { TimeKeeper } from './time-keeper.js';

const LONGEST = 120;

/** Step 2 for a school that is not in our list: its name and street. The booking is then preliminary. */
@Controller('boka/:slug/annan-skola')
@OpenTo('anyone')
export class OtherSchoolController {
  constructor(
    private readonly journeys: Journeys,
    private readonly timeKeeper: TimeKeeper,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'skola');
    if (missing) return seeOther(stepPath(journey, missing));
    const school = journey.answers.school;
    const typed = school && 'unlistedName' in school ? school : { unlistedName: '', unlistedStreet: '' };
    return form(journey, language, { name: typed.unlistedName, street: typed.unlistedStreet }, []);
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
    const typed = { name: textOf(posted, 'skolnamn'), street: textOf(posted, 'gata') };
    const errors = faults(typed, language);
    if (errors.length > 0) return form(journey, language, typed, errors);
    const school = { unlistedName: oneLine(typed.name), unlistedStreet: oneLine(typed.street) };
    await this.journeys.answer(journey, { school }, request, reply);
    await this.timeKeeper.keepIfStillFree(slug, request);
    const answered = await this.journeys.load(slug, request);
    return seeOther(stepPath(journey, answered.draft ? nextStep(answered) : 'forelasning'));
  }
}

interface Typed {
  name: string;
  street: string;
}

function faults(typed: Typed, language: Language): FieldError[] {
  const t = journeyTexts[language];
  const words = {
    tooLong: t.detailsPage.faults.tooLong(LONGEST),
    personalNumber: t.detailsPage.faults.personalNumber,
  };
  const check = (id: string, text: string, missing: string): FieldError[] => {
    const fault = textFault(text, LONGEST);
    if (text.trim() === '') return [{ id, message: missing }];
    return fault ? [{ id, message: words[fault] }] : [];
  };
  return [
    ...check('skolnamn', typed.name, t.otherSchoolPage.nameMissing),
    ...check('gata', typed.street, t.otherSchoolPage.streetMissing),
  ];
}

function form(journey: Journey, language: Language, typed: Typed, errors: FieldError[]): Answer {
  const title = journeyTexts[language].steps.otherSchool;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(journey.district),
    body: <OtherSchool journey={journey} typed={typed} errors={errors} />,
  });
}

function OtherSchool({ journey, typed, errors }: { journey: Journey; typed: Typed; errors: FieldError[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <JourneyFrame
      journey={journey}
      step="skola"
      heading={t.steps.otherSchool}
      back={stepPath(journey, 'skola')}
      errors={errors}
    >
      <p class="fb-lead mt-3 mb-6">{t.otherSchoolPage.lead}</p>
      <PostForm action={link(`/boka/${journey.district.slug}/annan-skola`)} class="fb-fields">
        <TextField
          id="skolnamn"
          label={t.otherSchoolPage.name}
          value={typed.name}
          error={errorOf('skolnamn')}
          autocomplete="organization"
        />
        <TextField
          id="gata"
          label={t.otherSchoolPage.street}
          value={typed.street}
          error={errorOf('gata')}
          autocomplete="address-line1"
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.goOn}</button>
        </div>
      </PostForm>
    </JourneyFrame>
  );
}
