import type { Language } from '../../shared/language.js';
import { uncapitalised } from '../../shared/time/format.js';

interface Visit {
  title: string;
  group: string;
  school: string;
  fullDate: string;
  weekdayAndDate: string;
  clock: string;
  startClock: string;
  meetClock: string;
  room: string;
  assistants: string;
}

const roomOf = (visit: Visit) => (visit.room ? `, ${visit.room}` : '');

const sv = {
  hello: (name: string) => `Hej ${name}!`,
  provides: 'Det här behöver vi:',
  needsItem: (needs: string) => `tänk på: ${needs.toLowerCase()}`,
  teacherItem: 'en lärare som är med hela tiden',
  manage: 'Flytta, ändra eller avboka',
  changeUntil: (date: string) =>
    `Flytta eller avboka senast ${date}, så hinner en annan klass få tiden. Därefter ringer du oss.`,
  notYou:
    'Var det inte du som bokade? Öppna länken ovan och välj ”Det var inte jag som bokade”, så tar vi bort bokningen.',
  labels: {
    booking: 'Bokning',
    address: 'Adress',
    room: 'Sal',
    group: 'Grupp',
    count: 'Antal',
    needs: 'Behov',
    contact: 'Kontakt',
    onSite: 'På plats',
    hurry: 'Bråttom?',
    message: 'Meddelande',
    staff: 'Bemanning',
    oldTime: 'Tidigare tid',
    away: 'Borta då',
    reason: 'Orsak',
  },
  callUs: (phone: string, hours: string) => `Ring ${phone}, ${hours}`,
  attached: 'Besöket ligger som bifogad kalenderfil.',
  publicRecord: 'Bokningen är en allmän handling.',
  privacy: 'Så hanterar vi personuppgifter',
  sessions: (count: number) =>
    `Det här är den första av ${String(count)} träffar. De andra planerar vi tillsammans.`,

  confirmation: {
    subject: (v: Visit) => `Bokat: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Nu är det bokat',
    text: (v: Visit) =>
      `${v.assistants} kommer till ${v.group} på ${v.school} ${v.fullDate} ${v.clock}${roomOf(v)}. Möt oss gärna i entrén ${v.meetClock}.`,
  },
  preliminary: {
    subject: (v: Visit) => `Bekräfta din bokning: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Bekräfta din bokning',
    text: (v: Visit) =>
      `Vi håller ${v.fullDate} ${v.clock} åt ${v.group} på ${v.school}. Tiden är din när du har bekräftat den.`,
    until: (when: string) => `Bekräfta senast ${when}. Annars blir tiden ledig för andra skolor.`,
    button: 'Bekräfta bokningen',
    notYou: 'Har du inte bokat något? Då behöver du inte göra någonting.',
  },
  moved: {
    subject: (v: Visit) => `Ny tid: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Tiden är ändrad',
    text: (v: Visit) =>
      `Ny tid för ${v.group} på ${v.school}: ${v.fullDate} ${v.clock}${roomOf(v)}. Den gamla tiden gäller inte längre.`,
  },
  cancelled: {
    subject: (v: Visit) => `Avbokat: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Besöket är avbokat',
    text: (v: Visit) =>
      `Besöket hos ${v.group} på ${v.school} ${v.fullDate} ${v.clock} är avbokat. Tiden är nu ledig för andra skolor.`,
    again: 'Boka en ny tid',
  },
  cancelledByUs: {
    subject: (v: Visit) => `Inställt: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Vi måste ställa in besöket',
    text: (v: Visit) =>
      `Vi måste tyvärr ställa in besöket hos ${v.group} på ${v.school} ${v.fullDate} ${v.clock}. Vi beklagar.`,
    why: (reason: string) => `Orsak: ${uncapitalised(reason)}.`,
    offers: 'De här tiderna är lediga just nu:',
    chooseText: 'Välj en ny tid med länken. Klass och kontaktperson är redan ifyllda.',
    choose: 'Välj en ny tid',
  },
  lapsed: {
    subject: (v: Visit) => `Tiden är släppt: ${v.title}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Bokningen blev inte bekräftad',
    text: (v: Visit) =>
      `Vi höll ${v.fullDate} ${v.clock} åt ${v.group} på ${v.school}, men bokningen bekräftades inte i tid. Tiden är nu ledig för andra skolor.`,
    again: 'Boka en ny tid',
  },
  reminder: {
    subject: (v: Visit) => `Påminnelse: ${v.weekdayAndDate} ${v.startClock}, ${v.group}`,
    heading: 'Snart kommer vi',
    text: (v: Visit, count: number) =>
      `${v.weekdayAndDate} ${v.startClock} kommer vi till ${v.group}. ${v.room ? `Stämmer ${v.room} och ${String(count)} deltagare fortfarande?` : `Stämmer ${String(count)} deltagare fortfarande, och vilken sal är det?`} Då behöver du inte göra något. Annars ändrar du här.`,
    who: (names: string) => `Det är ${names} som kommer.`,
    button: 'Se eller ändra bokningen',
  },
  officeCopy: {
    subject: (v: Visit) => `Kopia: besök på ${v.school} ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Ett besök är bokat på er skola',
    text: (v: Visit, by: string) =>
      `${by} har bokat ${v.title} för ${v.group} ${v.fullDate} ${v.clock}${roomOf(v)}. Det här är en kopia till skolans adress. Stämmer något inte? Hör av er till oss.`,
  },
  notice: {
    new: {
      subject: (v: Visit) => `Ny bokning: ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
      heading: 'Ny bokning',
    },
    moved: {
      subject: (v: Visit) => `Flyttad: ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
      heading: 'En bokning är flyttad',
    },
    changed: {
      subject: (v: Visit) => `Ändrade uppgifter: ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
      heading: 'Uppgifter är ändrade',
    },
    cancelled: {
      subject: (v: Visit) => `Avbokad: ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
      heading: 'En bokning är avbokad',
    },
    absence: {
      subject: (v: Visit) => `Frånvaro krockar: ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
      heading: 'Frånvaro krockar med ett besök',
    },
    text: (v: Visit) => `${v.title} för ${v.group} på ${v.school}, ${v.fullDate} ${v.clock}.`,
    unknownSender: 'Okänd avsändare: adressen hör inte till någon av våra skolors domäner.',
  },
  invitation: {
    subject: (v: Visit) => `${v.title}, ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
    heading: 'Du är bokad',
    text: (v: Visit) =>
      `Du är bokad på ${v.title} för ${v.group} på ${v.school}, ${v.fullDate} ${v.clock}${roomOf(v)}. Kalendern uppdateras av sig själv.`,
    with: (names: string) => `Du går med ${names}.`,
    cancelledSubject: (v: Visit) => `Inställt: ${v.title}, ${v.school}, ${v.weekdayAndDate} ${v.startClock}`,
    cancelledHeading: 'Du är inte längre bokad',
    cancelledText: (v: Visit) =>
      `Besöket hos ${v.group} på ${v.school} ${v.fullDate} ${v.clock} är inte längre ditt. Tiden är ledig igen.`,
  },
  links: {
    subject: 'Länkar till dina bokningar',
    heading: 'Dina bokningar',
    text: 'Här är nya länkar till dina kommande bokningar. Gamla länkar gäller också.',
  },
  reasons: {
    timeDoesNotSuit: 'Tiden passar inte längre',
    illness: 'Sjukdom på skolan',
    otherPlans: 'Klassen har fått något annat inplanerat',
    mistake: 'Bokades av misstag',
    other: 'Annat',
    notMine: 'Adressens ägare säger att någon annan har bokat',
    notConfirmed: 'Bekräftades inte i tid',
    weAreIll: 'Sjukdom hos oss',
    weAreTooFew: 'Vi är för få den dagen',
    somethingHappened: 'Något akut har hänt som vi måste ta hand om',
    ourMistake: 'Bokningen blev fel hos oss',
  } as Record<string, string>,
  calendarDescription: (reference: string, group: string) =>
    `Bokning ${reference}, ${group}. Ändringar kommer med mejl.`,
};

const en: typeof sv = {
  hello: name => `Hello ${name}!`,
  provides: 'This is what we need:',
  needsItem: needs => `remember: ${needs.toLowerCase()}`,
  teacherItem: 'a teacher who stays the whole time',
  manage: 'Move, change or cancel',
  changeUntil: date =>
    `Move or cancel by ${date} at the latest, so that another class can have the time. After that, please call us.`,
  notYou:
    'Was it not you who booked? Open the link above and choose “It was not me who booked”, and we remove the booking.',
  labels: {
    booking: 'Booking',
    address: 'Address',
    room: 'Room',
    group: 'Group',
    count: 'Number',
    needs: 'Needs',
    contact: 'Contact',
    onSite: 'On the day',
    hurry: 'Urgent?',
    message: 'Message',
    staff: 'Staff',
    oldTime: 'Earlier time',
    away: 'Away then',
    reason: 'Reason',
  },
  callUs: (phone, hours) => `Call ${phone}, ${hours}`,
  attached: 'The visit is attached as a calendar file.',
  publicRecord: 'The booking is a public record.',
  privacy: 'How we handle personal data',
  sessions: count => `This is the first of ${String(count)} meetings. We plan the others together.`,

  confirmation: {
    subject: v => `Booked: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'Your visit is booked',
    text: v =>
      `${v.assistants} will come to ${v.group} at ${v.school} on ${v.fullDate}, ${v.clock}${roomOf(v)}. Please meet us at the entrance at ${v.meetClock}.`,
  },
  preliminary: {
    subject: v => `Confirm your booking: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'Confirm your booking',
    text: v =>
      `We are keeping ${v.fullDate}, ${v.clock} for ${v.group} at ${v.school}. The time is yours once you have confirmed it.`,
    until: when => `Confirm by ${when} at the latest. Otherwise the time becomes free for other schools.`,
    button: 'Confirm the booking',
    notYou: 'Have you not booked anything? Then you do not need to do anything.',
  },
  moved: {
    subject: v => `New time: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'The time has changed',
    text: v =>
      `New time for ${v.group} at ${v.school}: ${v.fullDate}, ${v.clock}${roomOf(v)}. The old time no longer applies.`,
  },
  cancelled: {
    subject: v => `Cancelled: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'The visit is cancelled',
    text: v =>
      `The visit to ${v.group} at ${v.school} on ${v.fullDate}, ${v.clock} is cancelled. The time is now free for other schools.`,
    again: 'Book a new time',
  },
  cancelledByUs: {
    subject: v => `Called off: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'We have to call off the visit',
    text: v =>
      `Unfortunately we have to call off the visit to ${v.group} at ${v.school} on ${v.fullDate}, ${v.clock}. We are sorry.`,
    why: reason => `Reason: ${uncapitalised(reason)}.`,
    offers: 'These times are free right now:',
    chooseText: 'Choose a new time by the link. Class and contact person are already filled in.',
    choose: 'Choose a new time',
  },
  lapsed: {
    subject: v => `The time has been released: ${v.title}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'The booking was not confirmed',
    text: v =>
      `We kept ${v.fullDate}, ${v.clock} for ${v.group} at ${v.school}, but the booking was not confirmed in time. The time is now free for other schools.`,
    again: 'Book a new time',
  },
  reminder: {
    subject: v => `Reminder: ${v.weekdayAndDate} at ${v.startClock}, ${v.group}`,
    heading: 'We are coming soon',
    text: (v, count) =>
      `On ${v.weekdayAndDate} at ${v.startClock} we come to ${v.group}. ${v.room ? `Are ${v.room} and ${String(count)} participants still right?` : `Are ${String(count)} participants still right, and which room is it?`} Then you do not need to do anything. Otherwise you change it here.`,
    who: names => `The people who come are ${names}.`,
    button: 'See or change the booking',
  },
  officeCopy: {
    subject: v => `Copy: visit to ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'A visit to your school has been booked',
    text: (v, by) =>
      `${by} has booked ${v.title} for ${v.group} on ${v.fullDate}, ${v.clock}${roomOf(v)}. This is a copy to the address of the school. Is something wrong? Please contact us.`,
  },
  notice: {
    new: {
      subject: v => `New booking: ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
      heading: 'New booking',
    },
    moved: {
      subject: v => `Moved: ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
      heading: 'A booking has been moved',
    },
    changed: {
      subject: v => `Changed details: ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
      heading: 'Details have been changed',
    },
    cancelled: {
      subject: v => `Cancelled: ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
      heading: 'A booking has been cancelled',
    },
    absence: {
      subject: v => `Absence at the time of a visit: ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
      heading: 'Absence at the time of a visit',
    },
    text: v => `${v.title} for ${v.group} at ${v.school}, ${v.fullDate}, ${v.clock}.`,
    unknownSender: 'Unknown sender: the address is not at any of our schools’ domains.',
  },
  invitation: {
    subject: v => `${v.title}, ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
    heading: 'You are booked',
    text: v =>
      `You are booked for ${v.title} with ${v.group} at ${v.school}, ${v.fullDate}, ${v.clock}${roomOf(v)}. The calendar updates by itself.`,
    with: names => `You go with ${names}.`,
    cancelledSubject: v => `Called off: ${v.title}, ${v.school}, ${v.weekdayAndDate} at ${v.startClock}`,
    cancelledHeading: 'You are no longer booked',
    cancelledText: v =>
      `The visit to ${v.group} at ${v.school} on ${v.fullDate}, ${v.clock} is no longer yours. The time is free again.`,
  },
  links: {
    subject: 'Links to your bookings',
    heading: 'Your bookings',
    text: 'Here are new links to your coming bookings. Old links still work too.',
  },
  reasons: {
    timeDoesNotSuit: 'The time no longer suits',
    illness: 'Illness at the school',
    otherPlans: 'The class has got other plans',
    mistake: 'Booked by mistake',
    other: 'Other',
    notMine: 'The owner of the address says that somebody else booked',
    notConfirmed: 'Was not confirmed in time',
    weAreIll: 'Illness on our side',
    weAreTooFew: 'We are too few that day',
    somethingHappened: 'Something urgent has happened that we must see to',
    ourMistake: 'The booking was a mistake of ours',
  },
  calendarDescription: (reference, group) => `Booking ${reference}, ${group}. Changes come by mail.`,
};

export const bookingMailTexts: Record<Language, typeof sv> = { sv, en };
