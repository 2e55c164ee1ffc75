import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { District } from '../../districts/district.entity.js';
import type { DistrictPlan } from '../../districts/district-plan.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { keyedDigest } from '../../platform/secrets.js';
import type { School } from '../../schools/school.entity.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import { noContact, readContact } from '../contact.rules.js';
import { noDetails, readDetails } from '../details.rules.js';
import { detailsLimits, suits, type VisitGround } from '../visit-ground.js';
import type { Draft, DraftAnswers } from './draft.entity.js';
import { Drafts } from './drafts.js';
import { Holds } from './holds.js';

/** What a visitor has answered so far, with what the answers stand for. */
export interface Journey {
  district: District;
  plan: DistrictPlan;
  draft: Draft | null;
  answers: DraftAnswers;
  lecture?: Lecture;
  /** Of the district's schools; undefined while none is chosen, and for one that is not in our list. */
  school: School | undefined;
  startsAt?: Date;
  heldUntil?: Date;
}

export type Step = 'forelasning' | 'skola' | 'tid' | 'klass' | 'kontakt' | 'granska';
const STEPS: Step[] = ['forelasning', 'skola', 'tid', 'klass', 'kontakt', 'granska'];
export const stepNumber = (step: Step) => STEPS.indexOf(step) + 1;
export const STEP_COUNT = STEPS.length;

export const stepPath = (journey: Pick<Journey, 'district'>, step: Step): string =>
  `/boka/${journey.district.slug}/${step}`;

/** Finds the visitor's draft again by its cookie, and keeps what is answered. */
@Injectable()
export class Journeys {
  private readonly cookieName: string;
  private readonly isHttps: boolean;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly schools: SchoolsQueries,
    private readonly drafts: Drafts,
    private readonly holds: Holds,
  ) {
    this.isHttps = settings.baseUrl.startsWith('https:');
    this.cookieName = this.isHttps ? '__Host-utkast' : 'utkast';
  }

  async load(slug: string, request: FastifyRequest): Promise<Journey> {
    const now = this.clock.now();
    const district = await this.districts.bySlug(slug);
    if (!district) throw new NotFoundException();
    const plan = await this.districts.plan(district.id);
    const draft = await this.drafts.find(request.cookies[this.cookieName], district.id, now);
    const answers = draft?.answers ?? {};
    const lecture = answers.lectureId ? await this.lectures.byId(answers.lectureId) : null;
    const schoolId = answers.school && 'id' in answers.school ? answers.school.id : undefined;
    const school = schoolId ? await this.schools.inDistrict(district.id, { id: schoolId }) : undefined;
    return {
      district,
      plan,
      draft,
      answers,
      lecture: lecture?.districtId === district.id ? lecture : undefined,
      school,
      startsAt: answers.startsAt ? new Date(answers.startsAt) : undefined,
      heldUntil: draft ? await this.holds.until(draft.id, now) : undefined,
    };
  }

  /** Where the visit would stand by what has been answered so far; the lecture has been. */
  async ground({ district, plan, lecture, school }: Journey): Promise<VisitGround> {
    const schoolClosedDays = await this.schools.closedDays(school?.id);
    return { district, plan, lecture: lecture!, school, schoolClosedDays };
  }

  /** Keeps answers, beginning a draft where there is none (or where the old one has already become a booking). */
  async answer(
    journey: Journey,
    answers: DraftAnswers,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Draft> {
    if (journey.draft && !journey.draft.bookingId) {
      await this.drafts.answer(journey.draft, answers);
      return journey.draft;
    }
    return this.begin(journey.district.id, { ...journey.answers, ...answers }, request, reply);
  }

  async begin(
    districtId: string,
    answers: DraftAnswers,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Draft> {
    const networkKey = keyedDigest(this.settings.sessionSecret, request.ip);
    const { draft, secret } = await this.drafts.begin(districtId, networkKey, answers, this.clock.now());
    void reply.setCookie(this.cookieName, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isHttps,
      maxAge: 24 * 3600,
    });
    return draft;
  }
}

/** Whether the answer to a step is there and still holds. */
function isAnswered(journey: Journey, step: Step): boolean {
  const { answers, lecture, school } = journey;
  switch (step) {
    case 'forelasning':
      return lecture !== undefined;
    case 'skola':
      return (
        lecture !== undefined &&
        (school ? suits(lecture, school) : answers.school !== undefined && !('id' in answers.school))
      );
    case 'tid':
      return journey.startsAt !== undefined;
    case 'klass':
      return (
        lecture !== undefined &&
        'details' in readDetails(answers.details ?? noDetails(), detailsLimits({ ...journey, lecture }))
      );
    case 'kontakt':
      return 'contact' in readContact(answers.contact ?? noContact());
    case 'granska':
      return false;
  }
}

/** The first step that still has to be answered: where "continue" leads. */
export const nextStep = (journey: Journey): Step => STEPS.find(step => !isAnswered(journey, step))!;

/** The step to go to first, where one before `step` has not been answered; undefined where all have. */
export function missingBefore(journey: Journey, step: Step): Step | undefined {
  const missing = nextStep(journey);
  return stepNumber(missing) < stepNumber(step) ? missing : undefined;
}
