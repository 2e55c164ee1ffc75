import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { BookingCookies } from '../booking-cookies.js';
import type { BookingWish } from '../booking-wish.js';
import { BookingsService, type BookRefusal } from '../bookings.service.js';
import { readContact } from '../contact.rules.js';
import { readDetails } from '../details.rules.js';
import { detailsLimits } from '../visit-ground.js';
import { CheckForm } from './check.view.js';
import { journeyTexts } from './journey-texts.js';
import { Journeys, missingBefore, stepPath, type Journey } from './journeys.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { takenPage } from './taken.view.js';

/** Faster than anybody fills in six pages. A form that comes back sooner waits until this has passed, and is then sent. */
const FASTEST_HUMAN_MS = 3000;

/** Step 6: all answers on one page, and the one press that books. */
@Controller('boka/:slug/granska')
@OpenTo('anyone')
export class CheckAndSendController {
  constructor(
    private readonly journeys: Journeys,
    private readonly bookings: BookingsService,
    private readonly cookies: BookingCookies,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'granska');
    return missing ? seeOther(stepPath(journey, missing)) : form(journey, [], language);
  }

  @Post()
  async send(
    @Param('slug') slug: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const journey = await this.journeys.load(slug, request);
    const missing = missingBefore(journey, 'granska');
    if (missing) return seeOther(stepPath(journey, missing));
    if (textOf(posted, 'larare') !== 'ja') {
      const message = journeyTexts[language].checkPage.teacherMissing;
      return form(journey, [{ id: 'larare', message }], language);
    }
    const draft = journey.draft!;
    await this.clock.pause(draft.createdAt.getTime() + FASTEST_HUMAN_MS - this.clock.now().getTime());
    const now = this.clock.now();
    const wish = { ...wishFrom(journey, language), looksAutomatic: textOf(posted, 'webbplats') !== '' };
    const outcome = await this.bookings.book(
      wish,
      await this.journeys.ground(journey),
      { key: `form ${draft.id}`, draftId: draft.id },
      now,
    );
    if (isRefusal(outcome)) return refused(journey, wish, outcome, language);

    this.cookies.keep(reply, outcome.reference, outcome.token);
    return seeOther(`/bokning/${outcome.reference}/bokad`);
  }
}

function wishFrom(journey: Journey, language: Language): BookingWish {
  const details = readDetails(
    journey.answers.details!,
    detailsLimits({ ...journey, lecture: journey.lecture! }),
  );
  const contact = readContact(journey.answers.contact!);
  if ('faults' in details || 'faults' in contact) throw new Error('The journey let an unanswered step pass.');
  return {
    lectureId: journey.lecture!.id,
    startsAt: journey.startsAt!,
    school: journey.answers.school!,
    details: details.details,
    contact: contact.contact,
    language,
  };
}

function refused(journey: Journey, wish: BookingWish, refusal: BookRefusal, language: Language): Answer {
  if (refusal.refused === 'timeTaken' || refusal.refused === 'timeNotOffered')
    return takenPage(journey, wish.startsAt, refusal.details.alternatives, refusal.refused, language);
  const t = journeyTexts[language].refused;
  const message =
    refusal.refused === 'schoolHasItsShare'
      ? t.schoolHasItsShare(journey.plan.rules.comingBookingsPerSchoolAndTerm)
      : t[refusal.refused];
  return form(journey, [{ id: 'skicka', message }], language, message);
}

function form(journey: Journey, errors: FieldError[], language: Language, refusal?: string): Answer {
  const title = journeyTexts[language].steps.check;
  return page({
    status: refusal ? 409 : errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(journey.district),
    body: <CheckPage journey={journey} errors={errors} />,
  });
}

function CheckPage({ journey, errors }: { journey: Journey; errors: FieldError[] }) {
  const { language } = usePage();
  const link = useLink();
  return (
    <CheckForm
      journey={journey}
      wish={wishFrom(journey, language)}
      errors={errors}
      action={link(stepPath(journey, 'granska'))}
    />
  );
}
