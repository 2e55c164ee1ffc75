import type { District } from '../../districts/district.entity.js';
import type { Letter, LetterVisit } from '../../platform/mail/letter.js';
import { inLanguage, type Language } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { atClock, capitalised, weekdayAndDate } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { bookingMailTexts } from './booking-mail-texts.js';

export interface LetterGround {
  view: BookingView;
  district: District;
  baseUrl: string;
}

/** What all letters about one visit are made of. */
function groundWork({ view, district, baseUrl }: LetterGround, language: Language) {
  const t = bookingMailTexts[language];
  const words = visitWords(view, language);
  const phoneHours = language === 'sv' ? district.phoneHoursSv : district.phoneHoursEn;
  const officeName = language === 'sv' ? district.officeNameSv : district.officeNameEn;
  const visit: LetterVisit = {
    weekday: words.shortWeekday,
    day: words.day,
    month: words.shortMonth,
    clock: words.clock,
    lines: [words.what, [view.schoolName, view.room].filter(Boolean).join(', ')],
    inWords: `${capitalised(words.fullDate)} ${words.clock}`,
    isOff: false,
  };
  return {
    t,
    words,
    visit,
    said: { ...words, school: view.schoolName, room: view.room, assistants: capitalised(words.assistants) },
    language,
    facts: {
      booking: { label: t.labels.booking, value: view.reference },
      address: { label: t.labels.address, value: words.address || view.schoolName },
      room: { label: t.labels.room, value: view.room },
      group: { label: t.labels.group, value: words.gradeAndGroup },
      count: { label: t.labels.count, value: String(view.pupils) },
      needs: { label: t.labels.needs, value: words.needs },
      hurry: { label: t.labels.hurry, value: t.callUs(phoneForReading(district.phone), phoneHours) },
    },
    frame: {
      language,
      preview: [view.schoolName, words.group, view.room].filter(Boolean).join(', '),
      privacy: {
        label: t.privacy,
        href: `${baseUrl}${inLanguage(language, '/personuppgifter')}?stadsdel=${district.slug}`,
      },
    },
    sender: [`${officeName}.`, t.attached, t.publicRecord],
    senderWithoutFile: [`${officeName}.`, t.publicRecord],
  };
}

const filled = (facts: { label: string; value: string }[]) => facts.filter(fact => fact.value !== '');

/** To the contact: it is booked (or booked for another time). */
export function confirmationLetter(
  ground: LetterGround,
  kind: 'confirmation' | 'moved',
  links: { manage: string; isProven: boolean },
  lastDayToChange: IsoDate,
): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, sender, language } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t[kind].subject(said),
    heading: t[kind].heading,
    visit,
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      t[kind].text(said),
      ...(view.sessionCount > 1 ? [t.sessions(view.sessionCount)] : []),
    ],
    list: {
      lead: t.provides,
      items: [...words.provides, ...(words.needs ? [t.needsItem(words.needs)] : []), t.teacherItem],
    },
    button: { label: t.manage, href: links.manage },
    afterButton: [
      t.changeUntil(weekdayAndDate(language, lastDayToChange)),
      ...(links.isProven ? [] : [t.notYou]),
    ],
    facts: filled([facts.booking, facts.address, facts.count, facts.hurry]),
    sender,
  };
}

/** To the contact of an address that we do not know: press, and it is booked. */
export function preliminaryLetter(ground: LetterGround, confirmLink: string): Letter {
  const { view } = ground;
  const { t, said, facts, frame, visit, senderWithoutFile, language } = groundWork(ground, view.language);
  // The limit is midnight after the last day: speak of that day.
  const lastDay = swedishDateOf(view.confirmBefore!.getTime() - 1);
  return {
    ...frame,
    subject: t.preliminary.subject(said),
    heading: t.preliminary.heading,
    visit,
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      t.preliminary.text(said),
      t.preliminary.until(weekdayAndDate(language, lastDay)),
    ],
    button: { label: t.preliminary.button, href: confirmLink },
    afterButton: [t.preliminary.notYou],
    facts: filled([facts.booking, facts.address, facts.count, facts.hurry]),
    sender: senderWithoutFile,
  };
}

export function reminderLetter(ground: LetterGround, manageLink: string, withNames: boolean): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, sender } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t.reminder.subject(said),
    heading: t.reminder.heading,
    visit,
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      capitalised(t.reminder.text(said, view.pupils)),
      ...(withNames && words.names ? [t.reminder.who(words.names)] : []),
    ],
    button: { label: t.reminder.button, href: manageLink },
    facts: filled([facts.booking, facts.address, facts.room, facts.count, facts.hurry]),
    sender,
  };
}

export function goneLetter(ground: LetterGround, kind: 'cancelled' | 'lapsed'): Letter {
  const { view, district, baseUrl } = ground;
  const { t, said, facts, frame, visit, sender, senderWithoutFile } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t[kind].subject(said),
    heading: t[kind].heading,
    visit: { ...visit, isOff: true },
    paragraphs: [t.hello(firstName(view.contact.name)), t[kind].text(said)],
    button: {
      label: t[kind].again,
      href: `${baseUrl}${inLanguage(view.language, `/boka/${district.slug}`)}`,
    },
    facts: filled([facts.booking, facts.hurry]),
    sender: kind === 'cancelled' ? sender : senderWithoutFile,
  };
}

export function officeCopyLetter(ground: LetterGround): Letter {
  const { view } = ground;
  const { t, said, facts, frame, visit, senderWithoutFile } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t.officeCopy.subject(said),
    heading: t.officeCopy.heading,
    visit,
    paragraphs: [t.officeCopy.text(said, view.contact.name)],
    facts: filled([facts.booking, facts.address, facts.hurry]),
    sender: senderWithoutFile,
  };
}

/** To the team's mailbox: everything that is needed to work with the visit from the first day. */
export function noticeLetter(ground: LetterGround, kind: 'new' | 'moved' | 'changed' | 'cancelled'): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, senderWithoutFile } = groundWork(ground, 'sv');
  const person = (name: string, phone: string) => [name, phone].filter(Boolean).join(', ');
  return {
    ...frame,
    subject: t.notice[kind].subject(said),
    heading: t.notice[kind].heading,
    visit: { ...visit, isOff: kind === 'cancelled' },
    paragraphs: [t.notice.text(said), ...(view.isKnownSender ? [] : [t.notice.unknownSender])],
    facts: filled([
      facts.booking,
      { label: t.labels.staff, value: view.staff.map(one => one.name).join(', ') },
      facts.address,
      facts.room,
      facts.group,
      facts.count,
      facts.needs,
      {
        label: t.labels.contact,
        value: [person(view.contact.name, view.contact.role), words.phone, view.contact.email].join(', '),
      },
      { label: t.labels.onSite, value: person(view.contact.onSiteName ?? '', words.onSitePhone) },
      { label: t.labels.message, value: view.message },
      {
        label: t.labels.reason,
        value: kind === 'cancelled' ? (t.reasons[view.cancelReason ?? ''] ?? '') : '',
      },
    ]),
    sender: senderWithoutFile,
  };
}

/** To a fältassistent: the calendar file does the work, the text says the same. */
export function invitationLetter(ground: LetterGround, recipient: string, isCancelled: boolean): Letter {
  const { view } = ground;
  const { t, words, said, facts, frame, visit, sender } = groundWork(ground, 'sv');
  const others = view.staff.filter(one => one.email !== recipient).map(one => one.name);
  const onSite = [view.contact.onSiteName ?? view.contact.name, words.onSitePhone || words.phone].join(', ');
  return {
    ...frame,
    subject: isCancelled ? t.invitation.cancelledSubject(said) : t.invitation.subject(said),
    heading: isCancelled ? t.invitation.cancelledHeading : t.invitation.heading,
    visit: { ...visit, isOff: isCancelled },
    paragraphs: isCancelled
      ? [t.invitation.cancelledText(said)]
      : [t.invitation.text(said), ...(others.length > 0 ? [t.invitation.with(others.join(', '))] : [])],
    facts: isCancelled
      ? [facts.booking]
      : filled([
          facts.booking,
          facts.address,
          facts.room,
          facts.group,
          facts.count,
          facts.needs,
          { label: t.labels.onSite, value: onSite },
          { label: t.labels.message, value: view.message },
        ]),
    sender,
  };
}

/** "Send my links again": one mail with a link for each coming booking. */
export function linksLetter(
  district: District,
  baseUrl: string,
  bookings: { view: BookingView; link: string }[],
  language: Language,
): Letter {
  const t = bookingMailTexts[language];
  return {
    language,
    subject: t.links.subject,
    preview: t.links.text,
    heading: t.links.heading,
    paragraphs: [t.links.text],
    facts: bookings.map(({ view, link }) => {
      const words = visitWords(view, language);
      return {
        label: view.reference,
        value: `${capitalised(words.weekdayAndDate)} ${atClock(language, view.startsAt)}, ${words.what}: ${link}`,
      };
    }),
    sender: [`${language === 'sv' ? district.officeNameSv : district.officeNameEn}.`],
    privacy: {
      label: t.privacy,
      href: `${baseUrl}${inLanguage(language, '/personuppgifter')}?stadsdel=${district.slug}`,
    },
  };
}

const firstName = (name: string) => name.split(' ')[0]!;
