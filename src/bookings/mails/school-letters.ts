import type { District } from '../../districts/district.entity.js';
import type { Letter } from '../../platform/mail/letter.js';
import { inLanguage, type Language } from '../../shared/language.js';
import { atClock, capitalised, dateAtClock, weekdayAndDate } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Slot } from '../../slots/offer.rules.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { bookingMailTexts } from './booking-mail-texts.js';
import { filled, groundWork, type LetterGround } from './letter-ground.js';

/** To the contact: it is booked (or booked for another time). */
export function confirmationLetter(
  ground: LetterGround,
  kind: 'confirmation' | 'moved',
  links: { manage: string; isProven: boolean },
  lastDayToChange: IsoDate,
): Letter {
  const { view, ownWords } = ground;
  const { t, words, said, facts, frame, visit, sender, language } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t[kind].subject(said),
    heading: t[kind].heading,
    visit,
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      t[kind].text(said),
      ...(kind === 'moved' && view.moveNote ? [view.moveNote] : []),
      ...(view.sessionCount > 1 ? [t.sessions(view.sessionCount)] : []),
    ],
    list: {
      lead: t.provides,
      items: [
        ...words.provides,
        ...(words.needs ? [t.needsItem(words.needs)] : []),
        t.teacherItem,
        ...(ownWords.prepare?.[language].split('\n') ?? []),
      ],
    },
    button: { label: t.manage, href: links.manage },
    afterButton: [
      t.changeUntil(weekdayAndDate(language, lastDayToChange)),
      ...(links.isProven ? [] : [t.notYou]),
    ],
    facts: filled([
      facts.booking,
      ...(kind === 'moved' ? [facts.oldTime] : []),
      facts.address,
      facts.count,
      facts.hurry,
    ]),
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
  const { view, ownWords } = ground;
  const { t, words, said, facts, frame, visit, sender, language } = groundWork(ground, view.language);
  return {
    ...frame,
    subject: t.reminder.subject(said),
    heading: t.reminder.heading,
    visit,
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      capitalised(t.reminder.text(said, view.pupils)),
      ...(withNames && words.names ? [t.reminder.who(words.names)] : []),
      ...(ownWords.reminder ? [ownWords.reminder[language]] : []),
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

/** The district calls a visit off: why, and new times to choose among. */
export function calledOffLetter(ground: LetterGround, manageLink: string, offered: Slot[]): Letter {
  const { view } = ground;
  const { t, said, facts, frame, visit, sender, language } = groundWork(ground, view.language);
  const own = t.cancelledByUs;
  const reason = view.cancelReason === 'other' ? '' : (t.reasons[view.cancelReason ?? ''] ?? '');
  return {
    ...frame,
    subject: own.subject(said),
    heading: own.heading,
    visit: { ...visit, isOff: true },
    paragraphs: [
      t.hello(firstName(view.contact.name)),
      own.text(said),
      ...(reason ? [own.why(reason)] : []),
      ...(view.cancelNote ? [view.cancelNote] : []),
      own.chooseText,
    ],
    ...(offered.length > 0 && {
      list: { lead: own.offers, items: offered.map(slot => dateAtClock(language, slot.start)) },
    }),
    button: { label: own.choose, href: manageLink },
    facts: filled([facts.booking, facts.hurry]),
    sender,
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
