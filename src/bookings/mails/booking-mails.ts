import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DistrictsQueries } from '../../districts/districts.queries.js';
import { SETTINGS } from '../../platform/config/config.module.js';
import type { Settings } from '../../platform/config/settings.js';
import { MailWriters } from '../../platform/mail/mail-writers.js';
import { UNTRUE, type Mail, type MailWriter } from '../../platform/mail/mail.js';
import { SchoolsQueries } from '../../schools/schools.queries.js';
import type { Language } from '../../shared/language.js';
import { AccessLinks } from '../access-links.js';
import { BookingViewQueries, type BookingView } from '../booking-view.queries.js';
import { lastDayToChange } from '../booking.rules.js';
import { SenderQueries } from '../sender.queries.js';
import { type LetterGround } from './letter-ground.js';
import { NewTimes } from '../new-times.js';
import { mailFrom, type Written } from './mail-from.js';
import {
  calledOffLetter,
  confirmationLetter,
  goneLetter,
  linksLetter,
  officeCopyLetter,
  preliminaryLetter,
  reminderLetter,
} from './school-letters.js';
import { invitationLetter, noticeLetter } from './team-letters.js';
import type { BookingMailKind } from './booking-mail-plan.js';
import { calendarFile, type CalendarEntry } from './calendar-file.js';
import { schoolEntry } from './school-entry.js';
import { mailIsTrue, nextReminderHour } from './mail-truth.rules.js';
import { Postponed } from '../../platform/mail/postponed.js';

type Owed = Parameters<MailWriter>[0];

/** Writes each mail about a booking from the booking as it is at that moment. */
@Injectable()
export class BookingMails implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly writers: MailWriters,
    private readonly views: BookingViewQueries,
    private readonly districts: DistrictsQueries,
    private readonly schools: SchoolsQueries,
    private readonly links: AccessLinks,
    private readonly senders: SenderQueries,
    private readonly newTimes: NewTimes,
  ) {}

  onModuleInit(): void {
    this.writers.add({
      ...this.aboutBookings,
      'booking.links': (owed, now) => this.writeLinks(owed, now),
    });
  }

  private readonly aboutBookings: Record<BookingMailKind, MailWriter> = {
    'booking.confirmation': this.writer('booking.confirmation', (g, owed, now) =>
      this.confirmation(g, 'confirmation', now),
    ),
    'booking.moved': this.writer('booking.moved', (g, owed, now) => this.confirmation(g, 'moved', now)),
    'booking.preliminary': this.writer('booking.preliminary', async (g, owed, now) => ({
      letter: preliminaryLetter(g, await this.manageLink(g.view, now)),
    })),
    'booking.reminder5': this.writer('booking.reminder5', (g, owed, now) => this.reminder(g, now, false)),
    'booking.reminder1': this.writer('booking.reminder1', (g, owed, now) => this.reminder(g, now, true)),
    'booking.cancelled': this.writer('booking.cancelled', async (g, owed, now) => ({
      letter: g.view.cancelledBy === 'district' ? await this.calledOff(g, now) : goneLetter(g, 'cancelled'),
      calendar: this.forSchool(g, now),
    })),
    'booking.lapsed': this.writer('booking.lapsed', g => ({ letter: goneLetter(g, 'lapsed') })),
    'booking.officeCopy': this.writer('booking.officeCopy', g => ({ letter: officeCopyLetter(g) })),
    'booking.noticeNew': this.writer('booking.noticeNew', g => ({ letter: noticeLetter(g, 'new') })),
    'booking.noticeMoved': this.writer('booking.noticeMoved', g => ({ letter: noticeLetter(g, 'moved') })),
    'booking.noticeChanged': this.writer('booking.noticeChanged', g => ({
      letter: noticeLetter(g, 'changed'),
    })),
    'booking.noticeCancelled': this.writer('booking.noticeCancelled', g => ({
      letter: noticeLetter(g, 'cancelled'),
    })),
    'booking.noticeAbsence': this.writer('booking.noticeAbsence', g => ({
      letter: noticeLetter(g, 'absence'),
    })),
    'booking.invitation': this.writer('booking.invitation', (g, owed, now) => ({
      letter: invitationLetter(g, owed.recipient, false),
      calendar: this.forStaff(g, owed.recipient, 'REQUEST', now),
    })),
    'booking.invitationCancelled': this.writer('booking.invitationCancelled', (g, owed, now) => ({
      letter: invitationLetter(g, owed.recipient, true),
      calendar: this.forStaff(g, owed.recipient, 'CANCEL', now),
    })),
  };

  /** Reads the booking, drops what has become untrue, and puts the letter into the frame of a mail. */
  private writer(
    kind: BookingMailKind,
    write: (ground: LetterGround, owed: Owed, now: Date) => Written | Promise<Written>,
  ): MailWriter {
    return async (owed, now) => {
      const view = await this.views.byId(owed.subjectId);
      if (!view || !mailIsTrue(kind, view, owed, now)) return UNTRUE;
      if (kind === 'booking.reminder5' || kind === 'booking.reminder1' || kind === 'booking.lapsed') {
        const later = nextReminderHour(await this.calendarOf(view), now);
        if (later) return later < view.startsAt ? new Postponed(later) : UNTRUE;
      }
      const district = await this.districts.byId(view.districtId);
      const ownWords = await this.districts.ownWords(view.districtId);
      const ground = { view, district, ownWords, baseUrl: this.settings.baseUrl };
      return mailFrom(district, await write(ground, owed, now));
    };
  }

  private async calendarOf(view: BookingView) {
    const plan = await this.districts.plan(view.districtId);
    const schoolClosedDays = await this.schools.closedDays(view.schoolId ?? undefined);
    return { terms: plan.terms, breaks: plan.breaks, schoolClosedDays };
  }

  private async confirmation(
    ground: LetterGround,
    kind: 'confirmation' | 'moved',
    now: Date,
  ): Promise<Written> {
    const { view, district } = ground;
    const { rules } = await this.districts.plan(district.id);
    const isProven = await this.senders.isProven(district.id, view.contact.email);
    const manage = await this.manageLink(view, now);
    return {
      letter: confirmationLetter(
        ground,
        kind,
        { manage, isProven },
        lastDayToChange(view.startsAt, rules.changeCutoffWorkingDays),
      ),
      calendar: this.forSchool(ground, now),
    };
  }

  private async calledOff(ground: LetterGround, now: Date): Promise<Written['letter']> {
    const { view } = ground;
    return calledOffLetter(ground, await this.manageLink(view, now), await this.newTimes.near(view, now));
  }

  private async reminder(ground: LetterGround, now: Date, withNames: boolean): Promise<Written> {
    return {
      letter: reminderLetter(ground, await this.manageLink(ground.view, now), withNames),
      calendar: this.forSchool(ground, now),
    };
  }

  /** Each mail gets a link of its own: a hash cannot be mailed again. */
  private async manageLink(view: BookingView, now: Date): Promise<string> {
    const token = await this.links.make(view, 'manage', view.contact.email, now);
    return `${this.settings.baseUrl}/bokning/l/${token}`;
  }

  private forSchool(ground: LetterGround, now: Date): Mail['calendar'] {
    return { method: 'PUBLISH', content: calendarFile(schoolEntry(ground, now)) };
  }

  private forStaff(
    ground: LetterGround,
    email: string,
    method: 'REQUEST' | 'CANCEL',
    now: Date,
  ): Mail['calendar'] {
    const person = ground.view.staff.find(one => one.email === email);
    const entry: CalendarEntry = {
      ...schoolEntry(ground, now),
      method,
      isCancelled: method === 'CANCEL',
      summary: `${ground.view.lectureTexts.sv.title}, ${ground.view.schoolName} ${ground.view.className}`,
      attendee: { name: person?.name ?? email, email },
    };
    return { method, content: calendarFile(entry) };
  }

  private async writeLinks(owed: Owed, now: Date): Promise<Mail | typeof UNTRUE> {
    const district = await this.districts.byId(owed.subjectId);
    const bookings: { view: BookingView; link: string }[] = [];
    for (const { id } of await this.views.comingOf(district.id, owed.recipient, now)) {
      const view = (await this.views.byId(id))!;
      bookings.push({ view, link: await this.manageLink(view, now) });
    }
    if (bookings.length === 0) return UNTRUE;
    const language: Language = bookings[0]!.view.language;
    return mailFrom(district, { letter: linksLetter(district, this.settings.baseUrl, bookings, language) });
  }
}
