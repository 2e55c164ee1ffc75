import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { faceOf } from '../../districts/face-of.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import {
  ErrorSummary,
  PostForm,
  RadioList,
  TextArea,
  type FieldError,
} from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { dateAtClock } from '../../shared/time/format.js';
import { BookingChanges } from '../booking-changes.js';
import { LONGEST, textFault } from '../details.rules.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { bookingPath, BookingFrame, VisitSlip } from './booking.view.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings, type ManagedBooking } from './managed-bookings.js';

const REASONS = ['timeDoesNotSuit', 'illness', 'otherPlans', 'mistake', 'other'] as const;

/** Cancelling: why, and one press. Calm words; a school may do this freely. */
@Controller('bokning/:reference/avboka')
@OpenTo('linkHolder')
export class CancelController {
  constructor(
    private readonly managed: ManagedBookings,
    private readonly changes: BookingChanges,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    return managed.mayMoveAndCancel
      ? form(managed, { reason: '', note: '' }, [], language)
      : seeOther(bookingPath(managed.view));
  }

  @Post()
  async cancel(
    @Param('reference') reference: string,
    @Body() posted: Posted,
    @Req() request: FastifyRequest,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const managed = await this.managed.loadToManage(reference, request);
    if (!managed) return lostLinkPage(language);
    const typed = { reason: textOf(posted, 'orsak'), note: textOf(posted, 'mer') };
    const errors = faults(typed, language);
    if (errors.length > 0) return form(managed, typed, errors, language);
    await this.managed.pressed(managed);
    const cancellation = { by: 'school' as const, reason: typed.reason, note: typed.note.trim() };
    const outcome = await this.changes.cancel(managed.view.id, cancellation, this.clock.now());
    return seeOther(bookingPath(managed.view, outcome === true ? '?klart=avbokad' : ''));
  }
}

interface Typed {
  reason: string;
  note: string;
}

function faults(typed: Typed, language: Language): FieldError[] {
  const t = manageTexts[language].cancelPage;
  const note = textFault(typed.note, LONGEST.message);
  return [
    ...(REASONS.some(reason => reason === typed.reason) ? [] : [{ id: 'orsak', message: t.missing }]),
    ...(note ? [{ id: 'mer', message: t[note] }] : []),
  ];
}

function form(managed: ManagedBooking, typed: Typed, errors: FieldError[], language: Language): Answer {
  const { title } = manageTexts[language].cancelPage;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    district: faceOf(managed.district),
    body: <CancelPage managed={managed} typed={typed} errors={errors} />,
  });
}

function CancelPage({
  managed,
  typed,
  errors,
}: {
  managed: ManagedBooking;
  typed: Typed;
  errors: FieldError[];
}) {
  const { language } = usePage();
  const link = useLink();
  const t = manageTexts[language].cancelPage;
  const { view } = managed;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <div class="fb-wrap">
        <BackLink to={bookingPath(view)} />
        <ErrorSummary errors={errors} />
      </div>
      <BookingFrame managed={managed} heading={t.title}>
        <p class="fb-lead mt-3 mb-6">{t.question(dateAtClock(language, view.startsAt))}</p>
        <VisitSlip view={view} />
        <PostForm action={link(bookingPath(view, '/avboka'))} class="fb-fields">
          <RadioList
            name="orsak"
            legend={t.reason}
            choices={REASONS.map(reason => ({ value: reason, label: t.reasons[reason] }))}
            chosen={[typed.reason]}
            error={errorOf('orsak')}
          />
          <TextArea
            id="mer"
            rows={3}
            label={t.note}
            hint={t.noteHint}
            value={typed.note}
            error={errorOf('mer')}
            isOptional
          />
          <div class="fb-buttons">
            <button class="ds-button">{t.cancel}</button>
            <a href={link(bookingPath(view))}>{t.keep}</a>
          </div>
        </PostForm>
      </BookingFrame>
    </>
  );
}
