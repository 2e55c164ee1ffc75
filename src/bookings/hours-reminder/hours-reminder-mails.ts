import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { District } from '../../districts/district.entity.js';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import type { Letter } from '../../platform/mail/letter.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { UNTRUE, type MailWriter } from '../../platform/mail/mail.js';
import { Postponed } from '../../platform/mail/postponed.js';
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
    const t = hoursReminderTexts;
    const term = t.term[reminder.season];
    const startsOn = reminder.termStartsOn!;
    return {
      language: 'sv',
      subject: t.subject(term),
      preview: t.preview(fullDate('sv', startsOn)),
      heading: t.heading(term),
      paragraphs: [t.text(reminder.name.split(' ')[0]!, fullDate('sv', startsOn)), t.why],
      button: { label: t.button, href: `${this.settings.baseUrl}/min-tillganglighet` },
      facts: [{ label: t.termLabel, value: dateSpan('sv', startsOn, reminder.endsOn) }],
      sender: [`${district.officeNameSv}.`],
      privacy: {
        label: bookingMailTexts.sv.privacy,
        href: `${this.settings.baseUrl}/personuppgifter?stadsdel=${district.slug}`,
      },
    };
  }
}
