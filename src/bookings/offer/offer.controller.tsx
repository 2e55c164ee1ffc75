import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { District } from '../../districts/district.entity.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { faceOf } from '../../districts/face-of.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { SlotsService } from '../../slots/slots.service.js';
import { DistrictsPage } from './districts.view.js';
import { LecturePage } from './lecture.view.js';
import { Offers } from './offer.js';
import { OfferPage } from './offer.view.js';
import { offerTexts } from './offer-texts.js';

/** What is offered, before anything is asked: for whom, how long, and when next. */
@Controller()
@OpenTo('anyone')
export class OfferController {
  constructor(
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly offers: Offers,
    private readonly slots: SlotsService,
    private readonly clock: Clock,
  ) {}

  @Get(['/', 'boka'])
  async start(@InLanguage() language: Language): Promise<Answer> {
    const districts = await this.districts.all();
    if (districts.length === 1) return seeOther(`/boka/${districts[0]!.slug}`);
    const offers = await Promise.all(districts.map(district => this.offers.of(district, this.clock.now())));
    return page({
      title: offerTexts[language].title,
      isPrivate: false,
      body: <DistrictsPage offers={offers} />,
    });
  }

  @Get('boka/:slug')
  async district(@Param('slug') slug: string, @InLanguage() language: Language): Promise<Answer> {
    const district = await this.find(slug);
    return page({
      title: `${offerTexts[language].title}, ${district.name}`,
      district: faceOf(district),
      isPrivate: false,
      body: <OfferPage offer={await this.offers.of(district, this.clock.now())} />,
    });
  }

  @Get('boka/:slug/utbud/:lecture')
  async lecture(
    @Param('slug') slug: string,
    @Param('lecture') lectureSlug: string,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const district = await this.find(slug);
    const lecture = await this.lectures.bySlug(district.id, lectureSlug);
    if (!lecture) throw new NotFoundException();
    const plan = await this.districts.plan(district.id);
    const next = await this.slots.nextFree({ lecture, plan, schoolClosedDays: [] }, this.clock.now());
    const group = {
      smallest: lecture.groupSmallest ?? plan.rules.groupSmallest,
      largest: lecture.groupLargest ?? plan.rules.groupLargest,
    };
    return page({
      title: lecture.texts[language].title,
      district: faceOf(district),
      body: <LecturePage district={district} lecture={lecture} next={next} group={group} />,
    });
  }

  private async find(slug: string): Promise<District> {
    const district = await this.districts.bySlug(slug);
    if (!district) throw new NotFoundException();
    return district;
  }
}
