import { Body, Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { sendForFrame } from '../../platform/mail/mail-frame.js';
import { seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { answerToSheet } from '../answer-to-sheet.js';
import { freshly, type Filled } from '../filled.js';
import { sheetFrom } from '../sheet.js';
import { sheetPage } from '../sheet-form.js';
import { sheetTexts } from '../sheet-texts.js';
import { editorOf } from '../sheets.service.js';
import { SampleMails, SAMPLES, type Sample } from './sample-mails.js';
import { TextEdits, TEXTS } from './text-edits.js';
import { EMPTY_TEXTS, readTexts, type TextSheet } from './text-sheet.js';
import { textTexts } from './text-texts.js';
import { TextsPage } from './texts.view.js';

const sampleNamed = (name: string): Sample | undefined => SAMPLES.find(sample => sample === name);

/** What a district says of itself, its own words, and how they look in mails. */
@Controller('installningar/texter')
@ForStaff('coordinator')
export class TextsController {
  constructor(
    private readonly edits: TextEdits,
    private readonly samples: SampleMails,
    private readonly changeLog: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const said: Record<string, string> = {
      sparad: sheetTexts[language].saved,
      skickat: textTexts[language].sent(me.email),
    };
    const sheet = await this.edits.sheet(editorOf(me).districtId);
    return this.form(me, language, freshly(sheet), said[textOf(query, 'klart')]);
  }

  @Post()
  async change(
    @Me() me: SignedIn,
    @Body() posted: Posted,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const sheet = sheetFrom(posted, EMPTY_TEXTS);
    return answerToSheet(
      { posted, sheet, read: readTexts(sheet), words: textTexts[language].fields, language },
      {
        save: (texts, seen) => this.edits.change(editorOf(me), seen, texts, this.clock.now()),
        show: filled => this.form(me, language, filled),
        savedAt: '/installningar/texter?klart=sparad',
      },
    );
  }

  /** A mail as it is sent, for the frame of the page. */
  @Get('prov/:sample')
  async sample(
    @Me() me: SignedIn,
    @Param('sample') name: string,
    @InLanguage() language: Language,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sample = sampleNamed(name);
    const { districtId } = editorOf(me);
    const mail = sample && (await this.samples.write(districtId, sample, language, this.clock.now()));
    if (!mail) throw new NotFoundException();
    await sendForFrame(reply, mail.html);
  }

  @Post('prov')
  async send(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const sample = sampleNamed(textOf(posted, 'mejl'));
    if (!sample) return seeOther('/installningar/texter');
    await this.samples.sendTo(editorOf(me), sample, language, this.clock.now());
    return seeOther('/installningar/texter?klart=skickat');
  }

  private async form(
    me: SignedIn,
    language: Language,
    filled: Filled<TextSheet>,
    done?: string,
  ): Promise<Answer> {
    const { districtId } = editorOf(me);
    const sample = await this.samples.write(districtId, 'confirmation', language, this.clock.now());
    return sheetPage({
      me,
      language,
      place: 'settings',
      title: textTexts[language].title,
      filled,
      body: (
        <TextsPage
          filled={filled}
          hasSamples={sample !== undefined}
          changes={await this.changeLog.of(TEXTS, districtId)}
          done={done}
        />
      ),
    });
  }
}
