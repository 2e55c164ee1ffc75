import type { Language } from '../../shared/language.js';
import type { HandoverMailKind } from './handover-mail-plan.js';
import type { AskFault } from './handover.rules.js';

interface Said {
  from: string;
  to: string;
  what: string;
  when: string;
}
type MailWords = Record<'subject' | 'heading' | 'text', (said: Said) => string>;

const sv = {
  title: 'Lämna över besöket',
  lead: {
    consent: 'Kollegan får ett mejl och svarar. Du går på besöket tills kollegan har tagit över.',
    atOnce: 'Kollegan får en inbjudan och går på besöket i stället för dig. Det gäller direkt.',
  },
  who: 'Vem frågar du?',
  whoAtOnce: 'Vem tar över?',
  words: 'Några ord till kollegan',
  wordsHint: 'Syns för kollegan. Skriv inget om elever.',
  ask: 'Fråga kollegan',
  handOver: 'Lämna över',
  nobody: 'Ingen kollega som håller föreläsningen är ledig då. Prata med samordnaren.',
  notComing: 'Besöket kan inte lämnas över längre.',
  faults: {
    nobodyChosen: 'Välj en kollega.',
    notFree: 'Kollegan är inte ledig längre. Välj en annan.',
    wordsTooLong: 'Skriv kortare. Högst 300 tecken.',
    wordsHoldNumber: 'Ta bort personnumret.',
  } satisfies Record<AskFault, string>,
  asked: (to: string) => `Du har frågat ${to} om att ta över. Du går tills ${to} har svarat ja.`,
  declined: (to: string) => `${to} kunde inte ta över.`,
  done: 'Besöket är överlämnat.',
  takeBack: 'Ta tillbaka frågan',
  wish: (from: string) => `${from} frågar: kan du ta över?`,
  take: 'Ta över',
  takeOf: (what: string) => `Ta över ${what}`,
  decline: 'Nej tack',
  declineOf: (what: string) => `Nej tack till ${what}`,
  taken: 'Du har tagit över besöket.',
  saidNo: 'Du tackade nej. Din kollega får veta det.',
  gone: {
    title: 'Frågan gäller inte längre',
    lapsed: 'Besöket har ändrats eller börjat sedan din kollega frågade. Du behöver inte göra något.',
    settled: 'Frågan är redan besvarad eller tillbakatagen. Du behöver inte göra något.',
    notFree: 'Något annat tar din tid då, så du kan inte ta över. Tacka nej, eller prata med samordnaren.',
    notFreeTitle: 'Du är inte ledig då',
    back: 'Till Idag',
  },
  labels: { words: 'Hälsning' },
  mails: {
    answer: 'Svara på Idag',
    'handover.asked': {
      subject: s => `Kan du ta över? ${s.what}, ${s.when}`,
      heading: s => `${s.from} frågar om du kan ta över`,
      text: s => `${s.from} går på besöket tills du har tagit över.`,
    },
    'handover.taken': {
      subject: s => `Överlämnat: ${s.what}, ${s.when}`,
      heading: s => `${s.to} har tagit över`,
      text: s => `${s.from} lämnade över till ${s.to}, som nu går på besöket.`,
    },
    'handover.declined': {
      subject: s => `Inte överlämnat: ${s.what}, ${s.when}`,
      heading: s => `${s.to} kunde inte ta över`,
      text: s => `${s.from} går fortfarande på besöket. En annan kollega kan bli frågad.`,
    },
  } satisfies Record<HandoverMailKind, MailWords> & { answer: string } as Record<
    HandoverMailKind,
    MailWords
  > & {
    answer: string;
  },
};

const en: typeof sv = {
  title: 'Hand the visit over',
  lead: {
    consent: 'The colleague gets a mail and answers. You go on the visit until the colleague has taken over.',
    atOnce: 'The colleague gets an invitation and goes on the visit in your place. It counts at once.',
  },
  who: 'Whom do you ask?',
  whoAtOnce: 'Who takes over?',
  words: 'A few words to the colleague',
  wordsHint: 'Shown to the colleague. Write nothing about pupils.',
  ask: 'Ask the colleague',
  handOver: 'Hand over',
  nobody: 'No colleague who holds the lecture is free then. Talk to the coordinator.',
  notComing: 'The visit can be handed over no longer.',
  faults: {
    nobodyChosen: 'Choose a colleague.',
    notFree: 'The colleague is no longer free. Choose another one.',
    wordsTooLong: 'Write less. At most 300 characters.',
    wordsHoldNumber: 'Remove the personal identity number.',
  },
  asked: to => `You have asked ${to} to take over. You go until ${to} has said yes.`,
  declined: to => `${to} could not take over.`,
  done: 'The visit is handed over.',
  takeBack: 'Take the question back',
  wish: from => `${from} asks: can you take over?`,
  take: 'Take over',
  takeOf: what => `Take over ${what}`,
  decline: 'No thanks',
  declineOf: what => `No thanks to ${what}`,
  taken: 'You have taken the visit over.',
  saidNo: 'You said no. Your colleague is told.',
  gone: {
    title: 'The question no longer counts',
    lapsed: 'The visit has changed or begun since your colleague asked. You need do nothing.',
    settled: 'The question has been answered or taken back already. You need do nothing.',
    notFree:
      'Something else takes your time then, so you cannot take over. Say no, or talk to the coordinator.',
    notFreeTitle: 'You are not free then',
    back: 'To Today',
  },
  labels: { words: 'Greeting' },
  mails: {
    answer: 'Answer in Today',
    'handover.asked': {
      subject: s => `Can you take over? ${s.what}, ${s.when}`,
      heading: s => `${s.from} asks whether you can take over`,
      text: s => `${s.from} goes on the visit until you have taken over.`,
    },
    'handover.taken': {
      subject: s => `Handed over: ${s.what}, ${s.when}`,
      heading: s => `${s.to} has taken over`,
      text: s => `${s.from} handed over to ${s.to}, who now goes on the visit.`,
    },
    'handover.declined': {
      subject: s => `Not handed over: ${s.what}, ${s.when}`,
      heading: s => `${s.to} could not take over`,
      text: s => `${s.from} still goes on the visit. Another colleague can be asked.`,
    },
  },
};

export const handoverTexts: Record<Language, typeof sv> = { sv, en };
