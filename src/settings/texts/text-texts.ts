import type { Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import type { TextSheet } from './text-sheet.js';

const sv = {
  title: 'Texter',
  lead: 'Det här står på era sidor och i era mejl. Där du inte skriver något eget står vår vanliga text.',
  groups: { office: 'Om er', words: 'Egna ord', mails: 'Så ser mejlen ut' },
  wordsLead: 'Vanlig text utan länkar och formatering. Fyll i båda språken eller inget.',
  mailsLead: 'Med det som är sparat, och ett påhittat besök. Spara först om du har ändrat något.',
  noMails: 'Visa minst en föreläsning i utbudet för att se mejlen.',
  samples: { confirmation: 'Bekräftelse', reminder: 'Påminnelse' },
  send: { confirmation: 'Skicka bekräftelsen till mig', reminder: 'Skicka påminnelsen till mig' },
  sent: (email: string) => `Mejlet är på väg till ${email}.`,
  sampleSubject: (subject: string) => `Prov: ${subject}`,
  fields: {
    officeNameSv: { label: 'Förvaltningens namn' },
    officeNameEn: { label: 'Förvaltningens namn på engelska' },
    boardName: { label: 'Nämndens namn', hint: 'Den som ansvarar för personuppgifterna.' },
    email: { label: 'Teamets e-post', hint: 'Visas för skolor och får ett mejl om varje bokning.' },
    phone: { label: 'Telefon' },
    concernReportUrl: { label: 'Länk till orosanmälan', hint: 'En adress som börjar med https://.' },
    phoneHoursSv: { label: 'Telefontid', hint: 'Till exempel: vardagar kl. 9–15.' },
    phoneHoursEn: { label: 'Telefontid på engelska' },
    startLeadSv: { label: 'Ingress på startsidan', hint: 'Högst 400 tecken.' },
    startLeadEn: { label: 'Ingress på startsidan, på engelska' },
    prepareSv: {
      label: 'Att förbereda, i bekräftelsen',
      hint: 'En sak på varje rad, högst fem. Till exempel: bänkar i en ring.',
    },
    prepareEn: { label: 'Att förbereda, på engelska' },
    reminderSv: {
      label: 'Ett stycke i påminnelsen',
      hint: 'Högst 400 tecken. Till exempel var ni parkerar.',
    },
    reminderEn: { label: 'Ett stycke i påminnelsen, på engelska' },
  } satisfies FieldWords<TextSheet> as FieldWords<TextSheet>,
};

const en: typeof sv = {
  title: 'Texts',
  lead: 'This stands on your pages and in your mails. Where you write nothing of your own, our usual text stands.',
  groups: { office: 'About you', words: 'Own words', mails: 'What the mails look like' },
  wordsLead: 'Plain text without links and formatting. Fill in both languages or neither.',
  mailsLead: 'With what is saved, and an invented visit. Save first if you have changed something.',
  noMails: 'Show at least one lecture of the offer to see the mails.',
  samples: { confirmation: 'Confirmation', reminder: 'Reminder' },
  send: { confirmation: 'Send the confirmation to me', reminder: 'Send the reminder to me' },
  sent: email => `The mail is on its way to ${email}.`,
  sampleSubject: subject => `Sample: ${subject}`,
  fields: {
    officeNameSv: { label: 'Name of the office in Swedish' },
    officeNameEn: { label: 'Name of the office in English' },
    boardName: { label: 'Name of the board', hint: 'The one that answers for personal data.' },
    email: { label: 'The team’s e-mail', hint: 'Shown to schools, and gets a mail about each booking.' },
    phone: { label: 'Telephone' },
    concernReportUrl: { label: 'Link to report concern', hint: 'An address that begins with https://.' },
    phoneHoursSv: { label: 'Telephone hours in Swedish', hint: 'For example: vardagar kl. 9–15.' },
    phoneHoursEn: { label: 'Telephone hours in English' },
    startLeadSv: { label: 'Lead of the start page in Swedish', hint: 'At most 400 characters.' },
    startLeadEn: { label: 'Lead of the start page in English' },
    prepareSv: {
      label: 'To prepare, in the confirmation, in Swedish',
      hint: 'One thing on each line, at most five. For example: bänkar i en ring.',
    },
    prepareEn: { label: 'To prepare, in the confirmation, in English' },
    reminderSv: {
      label: 'A paragraph in the reminder, in Swedish',
      hint: 'At most 400 characters. For example where you park.',
    },
    reminderEn: { label: 'A paragraph in the reminder, in English' },
  },
};

export const textTexts: Record<Language, typeof sv> = { sv, en };
