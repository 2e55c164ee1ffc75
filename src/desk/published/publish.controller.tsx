import { Body, Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import type { FieldError } from '../../platform/web/parts/form.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { mondayOf } from '../../shared/time/iso-week.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { PreviewPage } from './preview.view.js';
import { PublishPage } from './publish.view.js';
import { weekAddress } from './published.view.js';
import { publishedTexts } from './published-texts.js';
import { Publishing, type PublishingGround } from './publishing.js';
import {
  readPublishing,
  type FormKind,
  type PublishingFaults,
  type PublishingField,
  type PublishingWish,
  type TypedPublishing,
} from './publishing-form.js';

/** Publishes times of a day, of a term, or those of another term again. What it becomes is always shown first. */
@Controller('publicerade-tider')
@ForStaff('coordinator')
export class PublishController {
  constructor(
    private readonly publishing: Publishing,
    private readonly clock: Clock,
  ) {}

  @Get('ny')
  day(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    return this.form(me, 'ny', NOTHING, {}, language);
  }

  @Post('ny')
  publishDay(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.step(me, 'ny', posted, language);
  }

  @Get('termin')
  term(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    return this.form(me, 'termin', NOTHING, {}, language);
  }

  @Post('termin')
  publishTerm(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.step(me, 'termin', posted, language);
  }

  @Get('kopiera')
  copy(@Me() me: SignedIn, @InLanguage() language: Language): Promise<Answer> {
    return this.form(me, 'kopiera', NOTHING, {}, language);
  }

  @Post('kopiera')
  publishCopy(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    return this.step(me, 'kopiera', posted, language);
  }

  private async step(me: SignedIn, kind: FormKind, posted: Posted, language: Language): Promise<Answer> {
    const now = this.clock.now();
    const typed = typedIn(posted);
    const read = readPublishing(kind, typed, await this.publishing.ground(me, now));
    if ('faults' in read) return this.form(me, kind, typed, read.faults, language);
    const step = textOf(posted, 'steg');
    if (step === 'andra') return this.form(me, kind, typed, {}, language);
    const keys = textsOf(posted, 'tid');
    if (step !== 'publicera') return this.preview(me, { kind, typed, wish: read }, language);
    if (keys.length === 0)
      return this.preview(me, { kind, typed, wish: read, isNothingTicked: true }, language);
    const { published, lost, first } = await this.publishing.publish(me, read, keys, now);
    const said = `klart=publicerade&antal=${String(published)}&borta=${String(lost)}`;
    return seeOther(first ? `${weekAddress(mondayOf(first))}&${said}` : `/publicerade-tider?${said}`);
  }

  private async preview(
    me: SignedIn,
    asked: { kind: FormKind; typed: TypedPublishing; wish: PublishingWish; isNothingTicked?: boolean },
    language: Language,
  ): Promise<Answer> {
    const { kind, typed, wish, isNothingTicked } = asked;
    const now = this.clock.now();
    const plan = await this.publishing.plan(me, wish, now);
    const t = publishedTexts[language].preview;
    return page({
      status: isNothingTicked ? 422 : 200,
      title: isNothingTicked ? frameTexts[language].errorPrefix + t.title : t.title,
      menu: staffMenu(language, 'lectures', me),
      body: (
        <PreviewPage
          kind={kind}
          typed={typed}
          plan={plan}
          ground={await this.publishing.ground(me, now)}
          chosen={isNothingTicked ? [] : plan.times.map(time => time.key)}
          error={isNothingTicked ? t.noneChosen : undefined}
        />
      ),
    });
  }

  private async form(
    me: SignedIn,
    kind: FormKind,
    typed: TypedPublishing,
    faults: PublishingFaults,
    language: Language,
  ): Promise<Answer> {
    const ground: PublishingGround = await this.publishing.ground(me, this.clock.now());
    const errors = errorsOf(kind, faults, language);
    const { title } = publishedTexts[language].forms[kind];
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'lectures', me),
      body: <PublishPage kind={kind} ground={ground} typed={typed} errors={errors} />,
    });
  }
}

const NOTHING: TypedPublishing = {
  forelasning: '',
  datum: '',
  termin: '',
  veckodag: [],
  tider: '',
  person: [],
  fran: '',
};

/** Ticked under one name, or carried along in one field. */
const severalOf = (posted: Posted, name: string): string[] =>
  textsOf(posted, name).flatMap(text => text.split(' '));

const typedIn = (posted: Posted): TypedPublishing => ({
  forelasning: textOf(posted, 'forelasning'),
  datum: textOf(posted, 'datum'),
  termin: textOf(posted, 'termin'),
  veckodag: severalOf(posted, 'veckodag'),
  tider: textOf(posted, 'tider'),
  person: severalOf(posted, 'person'),
  fran: textOf(posted, 'fran'),
});

/** In the order in which the fields stand. */
const IN_ORDER: PublishingField[] = ['forelasning', 'datum', 'fran', 'termin', 'veckodag', 'tider', 'person'];

function errorsOf(kind: FormKind, faults: PublishingFaults, language: Language): FieldError[] {
  const t = publishedTexts[language];
  return IN_ORDER.flatMap(id => {
    const fault = faults[id];
    const label = kind === 'kopiera' && id === 'termin' ? t.copyTo : t.fields[id];
    return fault ? [{ id, message: t.faults[fault](label) }] : [];
  });
}
