import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { District } from '../districts/district.entity.js';
import { DistrictsQueries } from '../districts/districts.queries.js';
import { faceOf } from '../districts/face-of.js';
import { SETTINGS } from '../platform/config/config.module.js';
import type { Settings } from '../platform/config/settings.js';
import { OpenTo } from '../platform/web/access.js';
import { page, type Answer } from '../platform/web/answer.js';
import { InLanguage } from '../platform/web/request-language.js';
import type { Language } from '../shared/language.js';
import { aboutTexts, type AboutPageName } from './about-texts.js';
import { AboutPage } from './about.view.js';

/** What only those see who hold a link or are signed in. */
const CLOSED_TO_ROBOTS = ['/bokning/', '/en/bokning/', '/kalender/', '/en/kalender/'];

/** The pages that the law asks for, linked from the foot of every page, in the words of the district in question. */
@Controller()
@OpenTo('anyone')
export class AboutController {
  constructor(
    private readonly districts: DistrictsQueries,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Tillgänglighetsredogörelse: lagen (2018:1937) om tillgänglighet till digital offentlig service, 13 §. */
  @Get('tillganglighet')
  accessibility(
    @Query('stadsdel') slug: string | undefined,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    return this.show('accessibility', slug, language);
  }

  /** GDPR, article 13. */
  @Get('personuppgifter')
  privacy(@Query('stadsdel') slug: string | undefined, @InLanguage() language: Language): Promise<Answer> {
    return this.show('privacy', slug, language);
  }

  /** Lagen (2022:482) om elektronisk kommunikation, 9 kap. 28 §: only what the service needs, so nothing to ask. */
  @Get('kakor')
  cookies(@Query('stadsdel') slug: string | undefined, @InLanguage() language: Language): Promise<Answer> {
    return this.show('cookies', slug, language);
  }

  @Get('om')
  about(@Query('stadsdel') slug: string | undefined, @InLanguage() language: Language): Promise<Answer> {
    return this.show('about', slug, language);
  }

  /** A demonstration asks robots to stay out altogether; an installation shows its offer and nothing more. */
  @Get('robots.txt')
  robots(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.header('content-type', 'text/plain; charset=utf-8');
    if (this.settings.mode === 'demonstration') return 'User-agent: *\nDisallow: /\n';
    return ['User-agent: *', ...CLOSED_TO_ROBOTS.map(path => `Disallow: ${path}`), ''].join('\n');
  }

  private async show(name: AboutPageName, slug: string | undefined, language: Language): Promise<Answer> {
    const districts = await this.districts.all();
    const chosen = districts.filter(district => district.slug === slug);
    const only = districts.length === 1 ? districts : chosen;
    const district: District | undefined = only[0];
    return page({
      title: aboutTexts(district)[language][name].title,
      district: district && faceOf(district),
      isPrivate: false,
      body: <AboutPage name={name} district={district} districts={districts} />,
    });
  }
}
