import { plural, type Language } from '../../shared/language.js';

const sv = {
  ill: (name: string, days: string, count: number) =>
    `${name} är sjuk ${days}: ${String(count)} besök behöver någon annan`,
  days: {
    today: 'idag',
    todayAndTomorrow: 'idag och imorgon',
    until: (day: string) => `till och med ${day}`,
    oneDay: (day: string) => day,
    span: (from: string, until: string) => `${from} till ${until}`,
  },
  more: (count: number) => `och ${String(count)} till`,
};

const en: typeof sv = {
  ill: (name, days, count) =>
    `${name} is ill ${days}: ${String(count)} ${plural(count, 'visit needs', 'visits need')} somebody else`,
  days: {
    today: 'today',
    todayAndTomorrow: 'today and tomorrow',
    until: day => `until ${day}`,
    oneDay: day => `on ${day}`,
    span: (from, until) => `${from} to ${until}`,
  },
  more: count => `and ${String(count)} more`,
};

export const sickDeskTexts: Record<Language, typeof sv> = { sv, en };
