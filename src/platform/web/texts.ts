import { numberWord, type Language } from '../../shared/language.js';

const sv = {
  product: 'Fältbokning',
  skip: 'Hoppa till innehållet',
  otherLanguage: 'English',
  otherLanguageTag: 'en',
  back: 'Tillbaka',
  demonstrationLabel: 'Om demonstrationen',
  demonstration: 'Exempeldata, inte en myndighets tjänst.',
  demonstrationMore:
    'Skolorna finns på riktigt, men fältassistenterna och bokningarna är påhittade. Mejlen hamnar i',
  demonstrationInbox: 'inkorgen',
  footer: (office: string) => `Fältbokning för ${office}`,
  footerWithoutDistrict: 'Fältbokning, fri programvara för stadsdelar och kommuner',
  accessibility: 'Tillgänglighet',
  privacy: 'Personuppgifter',
  cookies: 'Kakor',
  about: 'Om tjänsten',
  forStaff: 'För personal',
  footerLabel: 'Om webbplatsen',
  change: 'Ändra',
  optional: '(frivilligt)',
  errorPrefix: 'Fel: ',
  step: (number: number, of: number) => `Steg ${String(number)} av ${String(of)}`,
  fixFields: (count: number) =>
    `Rätta ${count === 1 ? 'ett' : numberWord('sv', count)} fält för att gå vidare`,
  call: (phone: string) => `Ring ${phone}`,
  errors: {
    notFound: {
      title: 'Sidan finns inte',
      text: 'Kontrollera adressen, eller börja om från startsidan.',
    },
    forbidden: {
      title: 'Sidan har legat öppen för länge',
      text: 'Gå tillbaka, ladda om sidan och skicka en gång till. Det du har fyllt i tidigare finns kvar.',
    },
    tooMany: {
      title: 'Just nu kommer det väldigt många anrop',
      text: 'Vänta en minut och försök igen.',
    },
    tooLarge: { title: 'Det var för mycket text', text: 'Gå tillbaka och korta ner det du har skrivit.' },
    unsupported: { title: 'Det gick inte att läsa', text: 'Skicka formuläret från vår egen sida.' },
    busy: {
      title: 'Just nu hinner vi inte svara',
      text: 'Det du har fyllt i finns kvar. Vänta en stund, ladda om sidan och försök igen.',
    },
    fault: {
      title: 'Något gick fel hos oss',
      text: 'Det du höll på med är inte sparat i det här steget. Försök igen om en stund eller ring oss.',
    },
    toStart: 'Till startsidan',
  },
};

const en: typeof sv = {
  product: 'Fältbokning',
  skip: 'Skip to the content',
  otherLanguage: 'Svenska',
  otherLanguageTag: 'sv',
  back: 'Back',
  demonstrationLabel: 'About the demonstration',
  demonstration: 'Example data, not the service of an authority.',
  demonstrationMore:
    'The schools are real, but the youth field workers and the bookings are invented. Mail goes to',
  demonstrationInbox: 'the inbox',
  footer: office => `Fältbokning for ${office}`,
  footerWithoutDistrict: 'Fältbokning, free software for city districts and municipalities',
  accessibility: 'Accessibility',
  privacy: 'Personal data',
  cookies: 'Cookies',
  about: 'About the service',
  forStaff: 'For staff',
  footerLabel: 'About the website',
  change: 'Change',
  optional: '(optional)',
  errorPrefix: 'Error: ',
  step: (number, of) => `Step ${String(number)} of ${String(of)}`,
  fixFields: count => `Correct ${numberWord('en', count)} ${count === 1 ? 'field' : 'fields'} to go on`,
  call: phone => `Call ${phone}`,
  errors: {
    notFound: {
      title: 'The page does not exist',
      text: 'Check the address, or begin again from the start page.',
    },
    forbidden: {
      title: 'The page has been open for too long',
      text: 'Go back, reload the page and send it once more. What you have filled in before is kept.',
    },
    tooMany: { title: 'There are very many requests right now', text: 'Wait a minute and try again.' },
    tooLarge: { title: 'That was too much text', text: 'Go back and shorten what you have written.' },
    unsupported: { title: 'That could not be read', text: 'Send the form from our own page.' },
    busy: {
      title: 'We cannot answer right now',
      text: 'What you have filled in is kept. Wait a while, reload the page and try again.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'What you were doing is not saved in this step. Try again in a while or call us.',
    },
    toStart: 'To the start page',
  },
};

export const frameTexts: Record<Language, typeof sv> = { sv, en };
