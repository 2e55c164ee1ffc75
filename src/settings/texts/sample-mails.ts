import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { lastDayToChange } from '../../bookings/booking.rules.js';
import { mailFrom } from '../../bookings/mails/mail-from.js';
import { confirmationLetter, reminderLetter } from '../../bookings/mails/school-letters.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { LecturesQueries } from '../../lectures/lectures.queries.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { UNTRUE, type Mail } from '../../platform/mail/mail.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { inLanguage, LANGUAGES, type Language } from '../../shared/language.js';
import { Sheets, type Editor } from '../sheets.service.js';
import { sampleVisit } from './sample-visit.js';
import { textTexts } from './text-texts.js';

export const SAMPLES = ['confirmation', 'reminder'] as const;
export type Sample = (typeof SAMPLES)[number];

const kindOf = (sample: Sample, language: Language) => `settings.sample.${sample}.${language}`;

/** The mails that a district's own words stand in, written as the real ones are, about a visit that does not exist. */
@Injectable()
export class SampleMails implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly writers: MailWriters,
    private readonly sheets: Sheets,
    private readonly districts: DistrictsQueries,
    private readonly lectures: LecturesQueries,
    private readonly bell: MailBell,
  ) {}

  onModuleInit(): void {
    for (const sample of SAMPLES)
      for (const language of LANGUAGES)
        this.writers.add({
          [kindOf(sample, language)]: async (owed, now) => {
            const mail = await this.write(owed.subjectId, sample, language, now);
            return mail ? { ...mail, subject: textTexts[language].sampleSubject(mail.subject) } : UNTRUE;
          },
        });
  }

  /** Undefined where the district offers nothing that a mail could be about. */
  async write(districtId: string, sample: Sample, language: Language, now: Date): Promise<Mail | undefined> {
    const [lecture] = await this.lectures.published(districtId);
    if (!lecture) return undefined;
    const district = await this.districts.byId(districtId);
    const { rules } = await this.districts.plan(districtId);
    const view = sampleVisit(lecture, rules.peopleNeeded, language, now);
    const ownWords = await this.districts.ownWords(districtId);
    const ground = { view, district, ownWords, baseUrl: this.settings.baseUrl };
    const manage = `${this.settings.baseUrl}${inLanguage(language, '/bokning/lankar')}`;
    const lastDay = lastDayToChange(view.startsAt, rules.changeCutoffWorkingDays);
    const letter =
      sample === 'confirmation'
        ? confirmationLetter(ground, 'confirmation', { manage, isProven: true }, lastDay)
        : reminderLetter(ground, manage, false);
    return mailFrom(district, { letter });
  }

  /** To whoever asks, by the way that all mails take. */
  async sendTo(editor: Editor, sample: Sample, language: Language, now: Date): Promise<void> {
    const kind = kindOf(sample, language);
    const subjectId = editor.districtId;
    await this.sheets.inTurn(editor, async manager => {
      const [{ earlier }] = await manager.query<[{ earlier: number }]>(
        'SELECT count(*)::int AS earlier FROM owed_mail WHERE subject_id = $1 AND kind = $2',
        [subjectId, kind],
      );
      const mail = { districtId: subjectId, subjectId, kind, recipient: editor.email, dueAt: now };
      await oweMails(manager, [{ ...mail, subjectVersion: earlier + 1 }], now);
    });
    this.bell.ringSoon();
  }
}
