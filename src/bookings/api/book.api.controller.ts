import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { OpenTo } from '../../platform/web/access.js';
import { problem, type Problem } from '../../platform/web/problem.js';
import { isRefusal } from '../../shared/refusal.js';
import { isoWithOffset } from '../../shared/time/swedish-time.js';
import type { Booked } from '../booking-wish.js';
import { BookingsService, type BookRefusal } from '../bookings.service.js';
import { journeyTexts } from '../journey/journey-texts.js';
import { VisitGrounds } from '../visit-ground.js';
import { bookingRequestSchema, type BookingRequestBody } from './api.schemas.js';
import { wishFromBody, type FieldFault } from './body-to-wish.js';
import { slotForSystems } from './read.api.controller.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Booking for other systems: the same service, rules and limits as the form. */
@Controller('api/v1/bookings')
@OpenTo('anyone')
export class BookApiController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly bookings: BookingsService,
    private readonly grounds: VisitGrounds,
    private readonly clock: Clock,
  ) {}

  @Post()
  async book(
    @Headers('idempotency-key') key: string | undefined,
    @Headers('content-type') contentType: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    void reply.header('cache-control', 'no-store');
    if (!contentType?.toLowerCase().startsWith('application/json'))
      return told(reply, problem(415, undefined, 'The body has to be application/json.'));
    if (!key || !KEY.test(key))
      return told(
        reply,
        problem(
          400,
          type('idempotency-key-missing'),
          'Send a header Idempotency-Key of 1 to 200 visible characters.',
        ),
      );
    const parsed = bookingRequestSchema.safeParse(body);
    if (!parsed.success) return told(reply, misshapen(parsed.error));

    const read = await this.read(parsed.data);
    if ('faults' in read) return told(reply, invalid(read.faults));
    const now = this.clock.now();
    const outcome = await this.bookings.book(read.wish, read.ground, { key: `api ${key}` }, now);
    if (isRefusal(outcome)) return told(reply, refused(outcome, parsed.data.language));
    void reply.status(201);
    return this.answer(outcome);
  }

  private async read(body: BookingRequestBody) {
    const language = body.language;
    if ((body.schoolId === undefined) === (body.schoolUnitCode === undefined))
      return { faults: [{ field: 'schoolId', message: 'Give either schoolId or schoolUnitCode.' }] };
    const ground = await this.grounds.load(body.lectureId, {
      id: body.schoolId,
      schoolUnitCode: body.schoolUnitCode,
    });
    if (!ground?.school)
      return { faults: [{ field: 'lectureId', message: journeyTexts[language].refused.notOfferedHere }] };
    const read = wishFromBody(body, ground, ground.school);
    return 'wish' in read ? { ...read, ground } : read;
  }

  private answer(booked: Booked) {
    const answer = {
      reference: booked.reference,
      status: booked.status,
      start: isoWithOffset(booked.startsAt),
      end: isoWithOffset(booked.endsAt),
    };
    if (booked.status !== 'confirmed') return answer;
    return { ...answer, manageUrl: `${this.settings.baseUrl}/bokning/l/${booked.token}` };
  }
}

const type = (name: string) => `/api/v1/problems/${name}`;

function told(reply: FastifyReply, content: Problem): Problem {
  void reply.status(content.status).header('content-type', 'application/problem+json; charset=utf-8');
  return content;
}

/** An unknown key or a wrong type is a fault of the calling program; a value that we do not accept is the user's. */
function misshapen(error: z.ZodError): Problem {
  const errors = error.issues.map(issue => ({
    field: issue.path.join('.') || 'body',
    message: issue.message,
  }));
  const isUnknownKey = error.issues.some(issue => issue.code === 'unrecognized_keys');
  return problem(
    isUnknownKey ? 400 : 422,
    type('invalid-body'),
    'The body does not have the described shape.',
    { errors },
  );
}

const invalid = (errors: FieldFault[]) =>
  problem(422, type('invalid-values'), 'Some values cannot be accepted.', { errors });

function refused(refusal: BookRefusal, language: 'sv' | 'en'): Problem {
  const t = journeyTexts[language];
  switch (refusal.refused) {
    case 'timeTaken':
      return problem(409, type('time-taken'), t.taken.title, {
        alternatives: refusal.details.alternatives.map(slotForSystems),
      });
    case 'timeNotOffered':
      return problem(409, type('time-not-offered'), t.taken.notOfferedTitle, {
        alternatives: refusal.details.alternatives.map(slotForSystems),
      });
    case 'schoolHasItsShare':
      return problem(409, type('school-has-its-share'), t.timePage.share);
    case 'tooManyPreliminary':
      return problem(409, type('too-many-preliminary'), t.refused.tooManyPreliminary);
    case 'tooManyFromAddress':
      return problem(429, type('too-many-from-address'), t.refused.tooManyFromAddress);
    case 'requestReused':
      return problem(
        422,
        type('idempotency-key-reused'),
        'The Idempotency-Key has been used for another body.',
      );
  }
}
