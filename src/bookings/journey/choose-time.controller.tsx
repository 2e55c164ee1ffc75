import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { weekdayAndDate, weekName } from '../../shared/time/format.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import { bookableSpan, type BookableSpan } from '../../slots/offer.rules.js';
import { SlotsService } from '../../slots/slots.service.js';
import { Alternatives } from '../alternatives.js';
import { VisitGrounds } from '../visit-ground.js';
import { Holds } from './holds.js';
import { CallUs, JourneyFrame, schoolNameOf } from './journey-frame.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, nextStep, stepPath, type Journey } from './journeys.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { takenPage } from './taken.view.js';
import { filterFrom, readInstant } from './time-query.js';
import { Times } from './times.view.js';
import { weekList, type TimeFilter, type WeekList } from './week-list.js';

/** Step 3: real free times by week and day. Choosing one keeps it for ten minutes. */
@Controller('boka/:slug/tid')
@OpenTo('anyone')
export class ChooseTimeController {
  constructor(
    private readonly journeys: Journeys,
    private readonly grounds: VisitGrounds,
    private readonly slots: SlotsService,
    private readonly holds: Holds,
    private readonly alternatives: Alternatives,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Query() query: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'tid');
    if (missing) return seeOther(stepPath(journey, missing));
    const now = this.clock.now();
    const ground = await this.journeys.ground(journey);
    const span = bookableSpan(journey.plan, now);
    const limits = await this.grounds.limits(ground, now, { draftId: journey.draft?.id });
    const days = span ? await this.slots.days(ground, span.first, span.last, limits, now) : [];
    const filter = filterFrom(query);
    return page({
      title: journeyTexts[language].steps.time,
      district: faceOf(journey.district),
      body: <ChooseTime journey={journey} list={weekList(days, filter)} filter={filter} span={span} />,
    });
  }

  @Post()
  async choose(
    @Param('slug') slug: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'tid');
    if (missing) return seeOther(stepPath(journey, missing));
    const startsAt = readInstant(textOf(posted, 'tid'));
    if (!startsAt) return seeOther(stepPath(journey, 'tid'));
    const now = this.clock.now();
    const draft = await this.journeys.answer(journey, {}, request, reply);
    const ground = await this.journeys.ground(journey);
    const outcome = await this.holds.hold(draft, ground, startsAt, now);
    if (isRefusal(outcome)) {
      const limits = await this.grounds.limits(ground, now, { draftId: draft.id });
      const nearest = await this.alternatives.near(ground, startsAt, limits, now);
      return takenPage(journey, startsAt, nearest, outcome.refused, language);
    }
    await this.journeys.answer({ ...journey, draft }, { startsAt: startsAt.toISOString() }, request, reply);
    return seeOther(stepPath(journey, nextStep({ ...journey, startsAt })));
  }
}

interface ChooseTimeProps {
  journey: Journey;
  list: WeekList;
  filter: TimeFilter;
  span: BookableSpan | undefined;
}

function ChooseTime({ journey, list, filter, span }: ChooseTimeProps) {
  const { language } = usePage();
  const link = useLink();
  const t = journeyTexts[language].timePage;
  const { lecture, district } = journey;
  const here = stepPath(journey, 'tid');
  const lead =
    list.firstFree &&
    t.lead(
      weekName(language, swedishDateOf(list.firstFree.start)),
      lecture!.texts[language].title,
      lecture!.minutes,
    );
  return (
    <JourneyFrame
      journey={journey}
      step="tid"
      heading={journeyTexts[language].steps.time}
      back={stepPath(journey, 'skola')}
    >
      {lead && span ? (
        <>
          <p class="fb-lead mt-3">
            {lead.before}
            <strong class="nb">{lead.week}</strong>
            {lead.after}
          </p>
          <p class="fb-small fb-muted mt-2 mb-6">
            {t.bookableFrom(weekdayAndDate(language, span.first))}{' '}
            <a href={`tel:${district.phone}`} class="nb">
              {phoneForReading(district.phone)}
            </a>
            .
          </p>
          <Times
            list={list}
            filter={filter}
            here={here}
            choose={{ post: link(here) }}
            first={span.first}
            last={span.last}
            schoolName={schoolNameOf(journey)}
          />
        </>
      ) : (
        <p class="fb-lead mt-3">{t.nothingFree}</p>
      )}
      <CallUs journey={journey} heading={t.nothingFits} text={t.nothingFitsText} />
    </JourneyFrame>
  );
}
