import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { District } from '../../districts/district.entity.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { UNTRUE, type MailWriter } from '../../platform/mail/mail.js';
import { Postponed } from '../../platform/mail/postponed.js';
import { inLanguage } from '../../shared/language.js';
import { dateSpan, fullDate } from '../../shared/time/format.js';
import { bookingMailTexts } from '../mails/booking-mail-texts.js';
import { mailFrom } from '../mails/mail-from.js';
import { nextOfficeHour, reminderIsTrue } from './hours-reminder.rules.js';
import { hoursReminderTexts } from './hours-reminder-texts.js';
import { HOURS_REMINDER } from './hours-reminders.js';
import { MissingHoursQueries, type PromisedReminder } from './missing-hours.queries.js';

/** Writes the reminders of hours, as long as hours are missing when they leave. */
@Injectable()
export class HoursReminderMails implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly writers: MailWriters,
    private readonly queries: MissingHoursQueries,
    private readonly districts: DistrictsQueries,
  ) {}

  onModuleInit(): void {
    this.writers.add({ [HOURS_REMINDER]: this.write });
  }

  private readonly write: MailWriter = async (owed, now) => {
    const reminder = await this.queries.promised(owed.subjectId);
    if (!reminder || !reminderIsTrue(reminder, now)) return UNTRUE;
    const later = nextOfficeHour(now);
    if (later) return new Postponed(later);
    const district = await this.districts.byId(reminder.districtId);
    return mailFrom(district, { letter: this.letter(reminder, district) });
  };

  private letter(reminder: PromisedReminder, district: District): Letter {
    const { language, season, termStartsOn, endsOn, name } = reminder;
    const t = hoursReminderTexts[language];
    const startsOn = fullDate(language, termStartsOn);
    const at = (path: string) => `${this.settings.baseUrl}${inLanguage(language, path)}`;
    return {
      language,
      subject: t.subject(season),
      preview: t.preview(startsOn),
      heading: t.heading(season),
      paragraphs: [t.text(name.split(' ')[0]!, startsOn), t.why],
      button: { label: t.button, href: at('/min-tillganglighet') },
      facts: [{ label: t.term, value: dateSpan(language, termStartsOn, endsOn) }],
      sender: [`${language === 'sv' ? district.officeNameSv : district.officeNameEn}.`],
      privacy: {
        label: bookingMailTexts[language].privacy,
        href: at(`/personuppgifter?stadsdel=${district.slug}`),
      },
    };
  }
}
