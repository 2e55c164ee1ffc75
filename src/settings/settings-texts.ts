import type { Language } from '../shared/language.js';

const sv = {
  title: 'Inställningar',
  lead: 'Det som gäller för hela stadsdelsområdet. Allt du ändrar gäller direkt, och varje ändring skrivs upp.',
  places: [
    { to: '/installningar/lasar', title: 'Läsår', text: 'Terminer, lov och lovdagar.' },
    { to: '/installningar/regler', title: 'Regler', text: 'När skolor kan boka, hur länge och hur många.' },
    {
      to: '/installningar/texter',
      title: 'Texter',
      text: 'Kontaktuppgifter, och egna ord på sidor och i mejl.',
    },
  ],
};

const en: typeof sv = {
  title: 'Settings',
  lead: 'What counts for the whole district. Whatever you change counts at once, and each change is written down.',
  places: [
    { to: '/installningar/lasar', title: 'School years', text: 'Terms, breaks and days off.' },
    { to: '/installningar/regler', title: 'Rules', text: 'When schools can book, how long and how many.' },
    {
      to: '/installningar/texter',
      title: 'Texts',
      text: 'Contact details, and own words on pages and in mails.',
    },
  ],
};

export const settingsTexts: Record<Language, typeof sv> = { sv, en };
