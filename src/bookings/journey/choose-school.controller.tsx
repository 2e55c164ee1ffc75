import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, TextField } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { School } from '../../schools/school.entity.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { isUUID } from '../../shared/text/uuid.js';
import { suits } from '../visit-ground.js';
import { JourneyFrame } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, nextStep, stepPath, type Journey } from './journeys.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { TimeKeeper } from './time-keeper.js';

/** Step 2: which school, by the beginning of its name. */
@Controller('boka/:slug/skola')
@OpenTo('anyone')
export class ChooseSchoolController {
  constructor(
    private readonly journeys: Journeys,
    private readonly schools: SchoolsQueries,
    private readonly timeKeeper: TimeKeeper,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Query('namn') typed: string | string[] | undefined,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'skola');
    if (missing) return seeOther(stepPath(journey, missing));
    const beginning = typeof typed === 'string' ? typed.slice(0, 100) : '';
    const schools = await this.schools.search(journey.district.id, beginning);
    return page({
      title: journeyTexts[language].steps.school,
      district: faceOf(journey.district),
      body: <ChooseSchool journey={journey} schools={schools} typed={beginning} />,
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
    const id = textOf(posted, 'skola');
    const school = isUUID(id) ? await this.schools.inDistrict(journey.district.id, { id }) : undefined;
    if (!school) return seeOther(stepPath(journey, 'skola'));
    await this.journeys.answer(journey, { school: { id: school.id } }, request, reply);
    if (journey.school?.id !== school.id) await this.timeKeeper.keepIfStillFree(slug, request);
    const answered = await this.journeys.load(slug, request);
    return seeOther(stepPath(journey, answered.draft ? nextStep(answered) : 'forelasning'));
  }
}

function ChooseSchool({ journey, schools, typed }: { journey: Journey; schools: School[]; typed: string }) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].schoolPage;
  const here = stepPath(journey, 'skola');
  return (
    <JourneyFrame
      journey={journey}
      step="skola"
      heading={journeyTexts[language].steps.school}
      back={stepPath(journey, 'forelasning')}
    >
      <form class="fb-search mt-4" method="get" action={link(here)} role="search">
        <TextField
          id="namn"
          label={t.search}
          hint={t.searchHint}
          value={typed}
          width="20"
          autocomplete="off"
        />
        <button class="ds-button" data-variant="secondary">
          {t.find}
        </button>
      </form>
      <p class="fb-muted mt-6" role="status">
        {schools.length === 0 ? t.none(journey.district.name) : t.count(schools.length)}
        {typed && (
          <>
            {' '}
            <a href={link(here)}>{t.showAll}</a>
          </>
        )}
      </p>
      {schools.length > 0 && (
        <PostForm action={link(here)}>
          <ul class="fb-picks mt-2">
            {schools.map(school => (
              <li>
                {journey.lecture && !suits(journey.lecture, school) ? (
                  <p class="off">
                    <span class="name">{school.displayName}</span>
                    <span class="more">{t.doesNotSuit}</span>
                  </p>
                ) : (
                  <button
                    name="skola"
                    value={school.id}
                    aria-current={journey.school?.id === school.id ? 'true' : undefined}
                  >
                    <span class="name">{school.displayName}</span>
                    <span class="more">{school.street}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        </PostForm>
      )}
      <p class="mt-6">
        <a href={link(`/boka/${journey.district.slug}/annan-skola`)}>{t.notListed}</a>
        <br />
        <span class="fb-small fb-muted">{t.notListedMore}</span>
      </p>
    </JourneyFrame>
  );
}
