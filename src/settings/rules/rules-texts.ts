import { offerTexts } from '../../bookings/offer/offer-texts.js';
import { AUDIENCES } from '../../districts/bookable-hours.entity.js';
import type { Language } from '../../shared/language.js';
import type { FieldWords } from '../filled.js';
import { HOUR_PARTS, LIMITS, type HourField, type RulesSheet } from './rules-sheet.js';

type HourWords = Record<(typeof HOUR_PARTS)[number], (audience: string) => string>;

/** The hours of each audience are named alike: "Elever: första besöket börjar". */
const hourFields = (language: Language, words: HourWords) =>
  Object.fromEntries(
    AUDIENCES.flatMap(audience =>
      HOUR_PARTS.map(part => [
        `${audience}${part}`,
        { label: words[part](offerTexts[language].lecture.audience[audience]) },
      ]),
    ),
  ) as FieldWords<Record<HourField, string>>;

const span = (name: keyof typeof LIMITS, to: string) =>
  `${String(LIMITS[name][0])} ${to} ${String(LIMITS[name][1])}`;
const sv_ = (name: keyof typeof LIMITS) => span(name, 'till');
const en_ = (name: keyof typeof LIMITS) => span(name, 'to');

const sv = {
  title: 'Regler',
  lead: 'Så bokar skolorna hos er. En ändring gäller nya bokningar direkt. Besök som är bokade står kvar.',
  first: 'Första dag som kan bokas',
  last: 'Sista dag som kan bokas',
  noSpan: 'Ingen dag kan bokas. Kontrollera läsåret.',
  groups: {
    when: 'När skolor kan boka',
    time: 'Tiden för ett besök',
    size: 'Hur många',
    team: 'I teamet',
    caps: 'Högst per person',
    teamCaps: 'Högst för hela teamet',
    rest: 'Vila efter sena pass',
    hours: 'Klockslag',
  },
  capsLead:
    'Den som har fått så många besök räknas inte som ledig. Lämna tomt om det inte finns någon gräns. Ett besök som två går på räknas för båda.',
  teamCapsLead:
    'När teamet har fått så många besök visas inga fler tider. Ett besök som två går på räknas en gång. En enskild föreläsning kan ha en egen gräns.',
  restLead:
    'När någon har arbetat efter kl.\u00a017 kan skolor boka personen igen först när vilan är slut. Det gäller besök, tider som personen har lagt in, och fältpass. Arbetstidslagen (13\u00a0§) säger elva timmar. Lämna tomt om ni ordnar vilan på annat sätt.',
  hoursLead:
    'Besöket ryms mellan de två första klockslagen, och inget besök börjar under lunchen. Lämna tomt för dem ni inte träffar.',
  grid: (minutes: string) => `${minutes} min`,
  consent: { yes: 'När kollegan har sagt ja', no: 'Direkt' },
  fields: {
    leadTimeWorkingDays: {
      label: 'Framförhållning i arbetsdagar',
      hint: `Så många arbetsdagar från idag ligger den första dag som kan bokas. ${sv_('leadTimeWorkingDays')}.`,
    },
    changeCutoffWorkingDays: {
      label: 'Sista ändring i arbetsdagar',
      hint: `Så länge före besöket kan skolan själv flytta och avboka. ${sv_('changeCutoffWorkingDays')}.`,
    },
    comingBookingsPerSchoolAndTerm: {
      label: 'Kommande besök per skola och termin',
      hint: `En skola kan ha högst så många bokade samtidigt. ${sv_('comingBookingsPerSchoolAndTerm')}.`,
    },
    holdMinutes: {
      label: 'Tiden hålls i minuter',
      hint: `Så länge är en vald tid reserverad för den som fyller i. ${sv_('holdMinutes')}.`,
    },
    startGridMinutes: {
      label: 'Tider börjar var',
      hint: 'Med 30 minuter börjar tiderna kl. 9.00, 9.30 och så vidare.',
    },
    marginBeforeMinutes: {
      label: 'Marginal före i minuter',
      hint: `Så länge före besöket är fältassistenten upptagen, för resan. ${sv_('marginBeforeMinutes')}.`,
    },
    marginAfterMinutes: {
      label: 'Marginal efter i minuter',
      hint: `Så länge efter besöket är fältassistenten upptagen. ${sv_('marginAfterMinutes')}.`,
    },
    breakAtSameSchoolMinutes: {
      label: 'Paus på samma skola i minuter',
      hint: `Så långt är det minst mellan två besök av samma person på en skola, i stället för marginalerna. ${sv_('breakAtSameSchoolMinutes')}.`,
    },
    peopleNeeded: {
      label: 'Fältassistenter per besök',
      hint: `Om föreläsningen inte säger något annat. ${sv_('peopleNeeded')}.`,
    },
    eveningLoadPercent: {
      label: 'En kväll räknas som procent',
      hint: `När besök fördelas rättvist. 150 ger en och en halv gång så mycket som samma tid på dagen. ${sv_('eveningLoadPercent')}.`,
    },
    handoverNeedsConsent: {
      label: 'Ett besök som lämnas över till en kollega byter person',
      hint: 'Bara en kollega som håller föreläsningen och är ledig kan ta över.',
    },
    hoursReminderWeeks: {
      label: 'Påminn om tider så många veckor före terminen',
      hint: `Den som inte har lagt in några tider får ett mejl då, och ett till en vecka före. ${sv_('hoursReminderWeeks')}, eller tomt för inga mejl.`,
    },
    groupSmallest: { label: 'Minsta grupp i personer', hint: 'Om föreläsningen inte säger något annat.' },
    groupLargest: { label: 'Största grupp i personer', hint: 'Om föreläsningen inte säger något annat.' },
    mostVisitsPerPersonAndDay: {
      label: 'Besök per dag',
      hint: `${sv_('mostVisitsPerPersonAndDay')}, eller tomt.`,
    },
    mostVisitsPerPersonAndWeek: {
      label: 'Besök per vecka',
      hint: `Måndag till söndag. ${sv_('mostVisitsPerPersonAndWeek')}, eller tomt.`,
    },
    mostEveningsPerPersonAndWeek: {
      label: 'Kvällar per vecka',
      hint: `Besök som börjar kl.\u00a017 eller senare. ${sv_('mostEveningsPerPersonAndWeek')}, eller tomt.`,
    },
    mostVisitsInARow: {
      label: 'Besök i rad utan rast',
      hint: `Under en dag. ${sv_('mostVisitsInARow')}, eller tomt.`,
    },
    breakMinutes: {
      label: 'Så många minuter är en rast',
      hint: `Mellan två lektioner. ${sv_('breakMinutes')}.`,
    },
    mostVisitsPerTeamAndDay: {
      label: 'Besök per dag, alla tillsammans',
      hint: `${sv_('mostVisitsPerTeamAndDay')}, eller tomt.`,
    },
    mostVisitsPerTeamAndWeek: {
      label: 'Besök per vecka, alla tillsammans',
      hint: `Måndag till söndag. ${sv_('mostVisitsPerTeamAndWeek')}, eller tomt.`,
    },
    restAfterLateWorkHours: {
      label: 'Vila i timmar',
      hint: `${sv_('restAfterLateWorkHours')}, eller tomt.`,
    },
    ...hourFields('sv', {
      Opens: audience => `${audience}: tidigast`,
      Closes: audience => `${audience}: slut senast`,
      LunchFrom: audience => `${audience}: lunch från`,
      LunchUntil: audience => `${audience}: lunch till`,
    }),
  } satisfies FieldWords<RulesSheet> as FieldWords<RulesSheet>,
};

const en: typeof sv = {
  title: 'Rules',
  lead: 'How schools book with you. A change counts for new bookings at once. Visits that are booked stay.',
  first: 'First day that can be booked',
  last: 'Last day that can be booked',
  noSpan: 'No day can be booked. Check the school year.',
  groups: {
    when: 'When schools can book',
    time: 'The time of a visit',
    size: 'How many',
    team: 'In the team',
    caps: 'At most per person',
    teamCaps: 'At most for the whole team',
    rest: 'Rest after late work',
    hours: 'Hours',
  },
  capsLead:
    'Whoever has been given that many visits does not count as free. Leave empty where there is no limit. A visit with two people counts for both.',
  teamCapsLead:
    'When the team has been given that many visits no more times are offered. A visit with two people counts once. A single lecture can have a limit of its own.',
  restLead:
    'Whoever has worked after 17:00 can be booked again only when the rest is over. Visits, hours that somebody has entered, and field shifts count. The law (arbetstidslagen, section 13) says eleven hours. Leave empty if you see to the rest in another way.',
  hoursLead:
    'The visit fits between the first two hours, and none begins during lunch. Leave empty for those whom you do not meet.',
  grid: minutes => `${minutes} min`,
  consent: { yes: 'When the colleague has said yes', no: 'At once' },
  fields: {
    leadTimeWorkingDays: {
      label: 'Notice in working days',
      hint: `The first day that can be booked is this many working days from today. ${en_('leadTimeWorkingDays')}.`,
    },
    changeCutoffWorkingDays: {
      label: 'Last change in working days',
      hint: `Until so long before the visit the school moves and cancels by itself. ${en_('changeCutoffWorkingDays')}.`,
    },
    comingBookingsPerSchoolAndTerm: {
      label: 'Coming visits per school and term',
      hint: `A school can have at most this many booked at a time. ${en_('comingBookingsPerSchoolAndTerm')}.`,
    },
    holdMinutes: {
      label: 'Time is held in minutes',
      hint: `So long a chosen time is kept for whoever fills in the form. ${en_('holdMinutes')}.`,
    },
    startGridMinutes: {
      label: 'Times begin every',
      hint: 'With 30 minutes they begin at 9:00, 9:30 and so on.',
    },
    marginBeforeMinutes: {
      label: 'Margin before in minutes',
      hint: `So long before the visit the youth field worker is busy, for the way. ${en_('marginBeforeMinutes')}.`,
    },
    marginAfterMinutes: {
      label: 'Margin after in minutes',
      hint: `So long after the visit the youth field worker is busy. ${en_('marginAfterMinutes')}.`,
    },
    breakAtSameSchoolMinutes: {
      label: 'Break at the same school in minutes',
      hint: `At least this long between two visits of one person at a school, instead of the margins. ${en_('breakAtSameSchoolMinutes')}.`,
    },
    peopleNeeded: {
      label: 'Youth field workers per visit',
      hint: `Unless the lecture says otherwise. ${en_('peopleNeeded')}.`,
    },
    eveningLoadPercent: {
      label: 'An evening counts as percent',
      hint: `When visits are shared out fairly. 150 is one and a half times as much as the same time by day. ${en_('eveningLoadPercent')}.`,
    },
    handoverNeedsConsent: {
      label: 'A visit that is handed over to a colleague changes hands',
      hint: 'Only a colleague who holds the lecture and is free can take over.',
    },
    hoursReminderWeeks: {
      label: 'Remind of hours so many weeks before the term',
      hint: `Whoever has entered no hours gets a mail then, and one more a week before. ${en_('hoursReminderWeeks')}, or empty for no mails.`,
    },
    groupSmallest: { label: 'Smallest group in people', hint: 'Unless the lecture says otherwise.' },
    groupLargest: { label: 'Largest group in people', hint: 'Unless the lecture says otherwise.' },
    mostVisitsPerPersonAndDay: {
      label: 'Visits per day',
      hint: `${en_('mostVisitsPerPersonAndDay')}, or empty.`,
    },
    mostVisitsPerPersonAndWeek: {
      label: 'Visits per week',
      hint: `Monday to Sunday. ${en_('mostVisitsPerPersonAndWeek')}, or empty.`,
    },
    mostEveningsPerPersonAndWeek: {
      label: 'Evenings per week',
      hint: `Visits that begin at 17:00 or later. ${en_('mostEveningsPerPersonAndWeek')}, or empty.`,
    },
    mostVisitsInARow: {
      label: 'Visits in a row without a break',
      hint: `On a day. ${en_('mostVisitsInARow')}, or empty.`,
    },
    breakMinutes: {
      label: 'A break is so many minutes',
      hint: `Between two lectures. ${en_('breakMinutes')}.`,
    },
    mostVisitsPerTeamAndDay: {
      label: 'Visits per day, all together',
      hint: `${en_('mostVisitsPerTeamAndDay')}, or empty.`,
    },
    mostVisitsPerTeamAndWeek: {
      label: 'Visits per week, all together',
      hint: `Monday to Sunday. ${en_('mostVisitsPerTeamAndWeek')}, or empty.`,
    },
    restAfterLateWorkHours: {
      label: 'Rest in hours',
      hint: `${en_('restAfterLateWorkHours')}, or empty.`,
    },
    ...hourFields('en', {
      Opens: audience => `${audience}: earliest`,
      Closes: audience => `${audience}: end at the latest`,
      LunchFrom: audience => `${audience}: lunch from`,
      LunchUntil: audience => `${audience}: lunch to`,
    }),
  },
};

export const rulesTexts: Record<Language, typeof sv> = { sv, en };
