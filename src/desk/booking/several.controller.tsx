import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { readReason } from '../../bookings/acts/cancel.rules.js';
import { SeveralAtOnce, type Chosen, type SeveralActs } from '../../bookings/acts/several.js';
import { Undos } from '../../bookings/acts/undos.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { reasonErrors } from './cancel.view.js';
import { DeskBookings } from './desk-bookings.js';
import { severalTexts, type SeveralAct } from './several-texts.js';
import { SeveralDonePage, SeveralPage, type DoneLine } from './several.view.js';

/** As many as a page of the list holds. */
const AT_MOST = 50;

/** The same act on several bookings: what will happen to each is said, and one press does it. */
@Controller('bokningar/flera')
@ForStaff('coordinator')
export class SeveralController {
  constructor(
    private readonly bookings: DeskBookings,
    private readonly several: SeveralAtOnce,
    private readonly undos: Undos,
    private readonly clock: Clock,
  ) {}

  /** What was done, after the press; the way to undo it. */
  @Get()
  async done(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const t = severalTexts[language];
    const batchId = textOf(query, 'omgang');
    const undoable = isUUID(batchId) ? await this.undos.open(me, { batchId }, this.clock.now()) : [];
    const lines: DoneLine[] = [];
    for (const [name, texts] of [
      ['gjord', textsOf(query, 'gjord')],
      ['angrad', textsOf(query, 'angrad')],
      ['ej', textsOf(query, 'ej')],
    ] as const) {
      for (const text of texts.slice(0, AT_MOST)) {
        const [reference = '', whyNot] = text.split('.');
        const view = await this.bookings.find(me, reference);
        if (view) lines.push({ view, whyNot: name === 'ej' ? (whyNot ?? 'other') : undefined });
      }
    }
    const isUndone = textsOf(query, 'angrad').length > 0;
    return page({
      title: isUndone ? t.undoneTitle : t.doneTitle,
      menu: staffMenu(language, 'bookings', me),
      body: <SeveralDonePage lines={lines} undoable={undoable} isUndone={isUndone} />,
    });
  }

  @Post()
  async act(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const act = (Object.keys(severalTexts.sv.acts) as SeveralAct[]).find(
      one => one === textOf(posted, 'gor'),
    );
    const chosen = await this.chosen(me, posted);
    if (!act || chosen.length === 0) return seeOther('/bokningar/flera');
    const typed = { reason: textOf(posted, 'orsak'), note: textOf(posted, 'mer') };
    if (textOf(posted, 'steg') !== 'gor') return this.ask(me, act, chosen, typed, language);
    const acts = readActs(act, typed);
    if ('faults' in acts) return this.ask(me, act, chosen, typed, language, acts.faults);
    const { batchId, results } = await this.several.do(me, acts, chosen, this.clock.now());
    const query = new URLSearchParams({ omgang: batchId });
    for (const { reference, whyNot } of results)
      query.append(whyNot ? 'ej' : 'gjord', whyNot ? `${reference}.${whyNot}` : reference);
    return seeOther(`/bokningar/flera?${query.toString()}`);
  }

  /** Those of the reader's own district: as the list names them, or with the versions that the page of the act has shown. */
  private async chosen(me: SignedIn, posted: Posted): Promise<Chosen[]> {
    const chosen: Chosen[] = [];
    const texts = [...textsOf(posted, 'bokning'), ...textOf(posted, 'bokningar').split(' ')];
    for (const text of [...new Set(texts)].filter(Boolean).slice(0, AT_MOST)) {
      const [reference = '', version] = text.split('.');
      const view = await this.bookings.find(me, reference);
      if (view) chosen.push({ view, seenVersion: version === undefined ? view.version : Number(version) });
    }
    return chosen.sort((a, b) => a.view.startsAt.getTime() - b.view.startsAt.getTime());
  }

  private ask(
    me: SignedIn,
    act: SeveralAct,
    chosen: Chosen[],
    typed: { reason: string; note: string },
    language: Language,
    faults?: Parameters<typeof reasonErrors>[0],
  ): Answer {
    const errors = faults ? reasonErrors(faults, language) : [];
    const title = severalTexts[language].acts[act].title(chosen.length);
    return page({
      status: faults ? 422 : 200,
      title: faults ? frameTexts[language].errorPrefix + title : title,
      menu: staffMenu(language, 'bookings', me),
      body: <SeveralPage act={act} chosen={chosen} typed={typed} errors={errors} now={this.clock.now()} />,
    });
  }
}

function readActs(
  act: SeveralAct,
  typed: { reason: string; note: string },
): SeveralActs | Extract<ReturnType<typeof readReason>, { faults: object }> {
  if (act === 'bemanna') return { act: 'fill' };
  if (act === 'folj-upp') return { act: 'followUp' };
  const reason = readReason(typed);
  return 'faults' in reason ? reason : { act: 'cancel', reason };
}
