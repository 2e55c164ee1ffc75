/** Mails to the staff are in Swedish; what the desk says of them is in desk/risk. */
export const hoursReminderTexts = {
  term: { autumn: 'höstterminen', spring: 'vårterminen' },
  subject: (term: string) => `Lägg in dina tider för ${term}`,
  preview: (day: string) => `Terminen börjar ${day}`,
  heading: (term: string) => `Dina tider för ${term} saknas`,
  text: (name: string, day: string) =>
    `Hej ${name}! Terminen börjar ${day}, och du har inte lagt in några tider för den än.`,
  why: 'Skolorna kan bara boka när någon av er arbetar. När du har lagt in dina veckotider kan du få besök.',
  button: 'Lägg in mina tider',
  termLabel: 'Termin',
};
