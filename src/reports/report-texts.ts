import { numberWord, plural, type Language } from '../shared/language.js';
import { capitalised, dateSpan, dayAndMonth, monthName, shortMonthName } from '../shared/time/format.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import { isoWeekOf } from '../shared/time/iso-week.js';
import type { Audience } from '../districts/bookable-hours.entity.js';
import type { Dates, Period, PeriodFault, PeriodKind } from './period.rules.js';
import type { Loss, Organizer } from './report-question.js';
import type { Grouping, Side } from './report.rules.js';
import type { ColumnKey } from './report-table.js';

const NBSP = '\u00a0';
const yearOf = (period: Pick<Period, 'from'>) => period.from.slice(0, 4);
const schoolYear = (period: Period) => `${yearOf(period)}/${period.to.slice(2, 4)}`;

const sv = {
  title: 'Kapacitet',
  ofDistrict: (name: string) => `Kapacitet, ${name}`,
  ofAllDistricts: 'Alla stadsdelar',
  fetched: (date: string) => `hämtad ${date}`,
  excel: 'Excel',
  csv: 'CSV',
  print: 'Skriv ut',
  period: 'Period',
  periodGroups: { terms: 'Terminer och läsår', tertials: 'Tertial och år', months: 'Månader' },
  ownPeriod: 'Egna datum',
  from: 'Från och med',
  to: 'Till och med',
  ownHint: 'Datumen gäller när du har valt Egna datum.',
  grouping: 'Visa per',
  groupings: {
    week: 'Vecka',
    month: 'Månad',
    assistant: 'Fältassistent',
    school: 'Skola',
    district: 'Stadsdelsområde',
  } satisfies Record<Grouping, string>,
  organizer: 'Huvudman',
  organizers: {
    municipal: 'Kommunal',
    independent: 'Fristående',
    otherPublic: 'Annan offentlig',
    unlisted: 'Okänd',
  } satisfies Record<Organizer, string>,
  audience: 'Målgrupp',
  audiences: {
    students: 'Elever',
    guardians: 'Vårdnadshavare',
    schoolStaff: 'Skolpersonal',
    schoolLeaders: 'Skolledning',
  } satisfies Record<Audience, string>,
  lecture: 'Föreläsning',
  grade: 'Årskurs',
  district: 'Stadsdelsområde',
  all: 'Alla',
  show: 'Visa',
  faults: {
    notADate: 'Välj en dag, till exempel 2026-11-23.',
    notOrdered: 'Slutet måste ligga efter början.',
    tooLong: 'Välj högst fem år.',
  } satisfies Record<PeriodFault, string>,
  periodNames: {
    ht: period => `höstterminen ${yearOf(period)}`,
    vt: period => `vårterminen ${yearOf(period)}`,
    lasar: period => `läsåret ${schoolYear(period)}`,
    t1: period => `tertial 1 ${yearOf(period)}`,
    t2: period => `tertial 2 ${yearOf(period)} (januari–augusti)`,
    t2b: period => `maj–augusti ${yearOf(period)}`,
    ar: period => `helåret ${yearOf(period)}`,
    man: period => `${monthName('sv', period.from)} ${yearOf(period)}`,
    egen: period => dateSpan('sv', period.from, period.to),
  } satisfies Record<PeriodKind, (period: Period) => string> as Record<
    PeriodKind,
    (period: Period) => string
  >,
  columns: {
    available: 'Tillgängliga timmar',
    offered: 'Erbjudna timmar',
    booked: 'Bokade timmar',
    held: 'varav genomförda',
    untold: 'varav att följa upp',
    ahead: 'varav framåt',
    preliminary: 'Preliminära timmar',
    utilisation: 'Beläggning',
    visits: 'Genomförda besök',
    pupils: 'Elever',
    lost: 'Förlorade besök',
  } satisfies Record<ColumnKey, string>,
  total: 'Hela perioden',
  unlisted: 'Skolor utanför listan',
  week: (week: number) => `v.${NBSP}${String(week)}`,
  figures: {
    available: 'Tillgängliga timmar',
    offered: (hours: string) => `${hours} av dem erbjudna`,
    utilisation: 'Beläggning',
    booked: (hours: string, preliminary: string) =>
      `${hours} timmar bokade, ${preliminary} preliminära därutöver`,
    visits: 'Genomförda besök',
    sides: (municipal: string, independent: string, other: string) =>
      `${municipal} kommunala, ${independent} fristående${other === '0' ? '' : `, ${other} andra`}`,
    pupils: 'Elever som nåtts',
    reached: 'Skolor som nåtts',
    reachedOf: (reached: string, schools: string) => `${reached} av ${schools}`,
    reachedSides: (municipal: string, independent: string) =>
      `${municipal} kommunala, ${independent} fristående`,
    lost: 'Förlorade besök',
    noneLost: 'Inget avbokat sent, inget uteblivet',
  },
  losses: {
    lateBySchool: 'avbokade sent av skolan',
    lateByDistrict: 'inställda sent av oss',
    notHeldBySchool: 'inte genomförda på grund av skolan',
    noShow: 'där klassen inte var på plats',
    notHeldByDistrict: 'inte genomförda på grund av oss',
  } satisfies Record<Loss, string>,
  chart: (grouping: 'week' | 'month', period: string) =>
    `Timmar per ${grouping === 'week' ? 'vecka' : 'månad'}, ${period}`,
  chartHeading: { week: 'Timmar per vecka', month: 'Timmar per månad' },
  chartUnit: 'Timmar',
  chartAbout: (first: string, last: string) =>
    `Staplar från ${first} till ${last}. Samma siffror finns i tabellen under diagrammet.`,
  legend: { held: 'Genomförda', untold: 'Att följa upp', ahead: 'Bokade framåt', offered: 'Erbjudna' },
  bar: (label: string, offered: string, held: string, untold: string, ahead: string) =>
    `${label}: erbjudna ${offered}, genomförda ${held}, att följa upp ${untold}, bokade framåt ${ahead}`,
  forward: 'Framåt',
  tableOf: (grouping: string) => `Kapacitet per ${grouping.toLowerCase()}`,
  empty: (period: string) =>
    `Inga genomförda föreläsningar i ${period}. Välj en annan period eller ta bort ett filter.`,
  compareHeading: 'Kommunala och fristående skolor',
  sides: {
    municipal: 'Kommunala',
    independent: 'Fristående',
    other: 'Andra offentliga och skolor utanför listan',
  } satisfies Record<Side, string>,
  compareColumns: { reached: 'Skolor som nåtts', schools: 'av skolor', hours: 'Bokade timmar' },
  allSchools: 'Alla skolor',
  adultsToo: (count: string) => `Därutöver ${count} vuxna vid föreläsningar för vårdnadshavare och personal.`,
  textHeading: 'Text till tertialrapporten',
  text: {
    held: (period: string, until: string | undefined, visits: number, visitsShown: string) =>
      `Under ${period} har fältassistenterna ${until ? `till och med den ${until} ` : ''}genomfört ${plural(visits, 'en föreläsning', `${visitsShown} föreläsningar`)}`,
    where: (reached: string, schools: string, where: string) =>
      ` vid ${reached} av ${where} ${schools} skolor`,
    inDistrict: 'stadsdelens',
    inCity: 'stadens',
    split: (municipal: number, independent: number) =>
      `, ${numberWord('sv', municipal)} ${plural(municipal, 'kommunal', 'kommunala')} och ${numberWord('sv', independent)} fristående`,
    pupils: (pupils: string) =>
      `Föreläsningarna hade sammanlagt ${pupils} deltagande elever; en elev som har deltagit två gånger räknas två gånger.`,
    hours: (booked: string, available: string, percent: string) =>
      `${booked} av ${available} tillgängliga arbetstimmar var bokade, en beläggning på ${percent} procent.`,
    ahead: (count: number, shown: string) =>
      `Ytterligare ${plural(count, 'ett besök är bokat', `${shown} besök är bokade`)}.`,
    lost: (count: number, shown: string) =>
      `${plural(count, 'Ett besök', `${shown} besök`)} avbokades för sent för att tiden skulle kunna gå till någon annan, eller blev inte av.`,
  },
  rulesHeading: 'Så räknar vi',
  rules: {
    available:
      'Fältassistenternas veckotider och extra tider, räknade per person, minus frånvaro. Bara skoldagar i stadsdelen räknas: inte röda dagar, lov eller tid utanför terminerna. Tid som överlappar räknas en gång.',
    offered:
      'Den del av den tillgängliga tiden som ligger inom de klockslag då skolor kan boka, enligt de regler som gäller nu. Bokad tid ingår.',
    booked:
      'Föreläsningen med marginalerna före och efter, för var och en som går på besöket: genomförda besök, besök som ska följas upp och bekräftade besök framåt. Ett flyttat besök räknas på sin nya dag.',
    preliminary: 'Besök som skolan inte har bekräftat än. De ingår inte i bokade timmar.',
    utilisation:
      'Bokade timmar delat med tillgängliga timmar. Ett filter gäller besöken, inte den tillgängliga tiden.',
    visits: 'Besök som har följts upp som genomförda, på besökets datum.',
    pupils:
      'Summan av antal elever vid besöken, inte unika elever. Vuxna på föreläsningar för vårdnadshavare och personal räknas inte hit.',
    reached: 'Skolor med minst ett genomfört besök, av alla skolor som stadsdelen har.',
    lost: 'Besök som avbokades efter sista dagen för att avboka själv, eller som inte blev av.',
    rounding:
      'Vi räknar i hela minuter och visar timmar med en decimal. Raderna är avrundade så att de blir exakt summan.',
  },
  sheets: { visits: 'Besök', rules: 'Så räknar vi' },
  visitColumns: {
    date: 'Datum',
    week: 'Vecka',
    start: 'Börjar',
    minutes: 'Minuter',
    district: 'Stadsdelsområde',
    school: 'Skola',
    code: 'Skolenhetskod',
    organizer: 'Huvudman',
    lecture: 'Föreläsning',
    audience: 'Målgrupp',
    grade: 'Årskurs',
    status: 'Status',
    people: 'Fältassistenter',
    personMinutes: 'Personminuter med marginaler',
    pupils: 'Anmälda',
    present: 'Närvarande',
  },
  statuses: {
    preliminary: 'Preliminärbokad',
    confirmed: 'Bekräftad',
    held: 'Genomförd',
    cancelledBySchool: 'Avbokad av skolan',
    cancelledByDistrict: 'Inställd av oss',
    notHeldBySchool: 'Blev inte av, skolan',
    noShow: 'Klassen var inte på plats',
    notHeldByDistrict: 'Blev inte av, vi',
  },
  tooManyVisits: (most: string) => `Fler än ${most} besök: välj en kortare period eller en stadsdel.`,
};

const en: typeof sv = {
  title: 'Capacity',
  ofDistrict: name => `Capacity, ${name}`,
  ofAllDistricts: 'All districts',
  fetched: date => `taken on ${date}`,
  excel: 'Excel',
  csv: 'CSV',
  print: 'Print',
  period: 'Period',
  periodGroups: { terms: 'Terms and school years', tertials: 'Tertials and years', months: 'Months' },
  ownPeriod: 'Dates of your own',
  from: 'From',
  to: 'To',
  ownHint: 'The dates count when you have chosen Dates of your own.',
  grouping: 'Show by',
  groupings: {
    week: 'Week',
    month: 'Month',
    assistant: 'Youth field worker',
    school: 'School',
    district: 'District',
  },
  organizer: 'School organiser',
  organizers: {
    municipal: 'Municipal',
    independent: 'Independent',
    otherPublic: 'Other public',
    unlisted: 'Unknown',
  },
  audience: 'Audience',
  audiences: {
    students: 'Pupils',
    guardians: 'Guardians',
    schoolStaff: 'School staff',
    schoolLeaders: 'School leaders',
  },
  lecture: 'Lecture',
  grade: 'Grade',
  district: 'District',
  all: 'All',
  show: 'Show',
  faults: {
    notADate: 'Choose a day, for example 2026-11-23.',
    notOrdered: 'The end has to be after the beginning.',
    tooLong: 'Choose at most five years.',
  },
  periodNames: {
    ht: period => `autumn term ${yearOf(period)}`,
    vt: period => `spring term ${yearOf(period)}`,
    lasar: period => `school year ${schoolYear(period)}`,
    t1: period => `tertial 1 ${yearOf(period)}`,
    t2: period => `tertial 2 ${yearOf(period)} (January–August)`,
    t2b: period => `May–August ${yearOf(period)}`,
    ar: period => `the year ${yearOf(period)}`,
    man: period => `${monthName('en', period.from)} ${yearOf(period)}`,
    egen: period => dateSpan('en', period.from, period.to),
  },
  columns: {
    available: 'Available hours',
    offered: 'Offered hours',
    booked: 'Booked hours',
    held: 'of them held',
    untold: 'to follow up',
    ahead: 'ahead',
    preliminary: 'Preliminary hours',
    utilisation: 'Utilisation',
    visits: 'Visits held',
    pupils: 'Pupils',
    lost: 'Lost visits',
  },
  total: 'The whole period',
  unlisted: 'Schools outside the list',
  week: week => `week${NBSP}${String(week)}`,
  figures: {
    available: 'Available hours',
    offered: hours => `${hours} of them offered`,
    utilisation: 'Utilisation',
    booked: (hours, preliminary) => `${hours} hours booked, ${preliminary} preliminary besides`,
    visits: 'Visits held',
    sides: (municipal, independent, other) =>
      `${municipal} municipal, ${independent} independent${other === '0' ? '' : `, ${other} other`}`,
    pupils: 'Pupils reached',
    reached: 'Schools reached',
    reachedOf: (reached, schools) => `${reached} of ${schools}`,
    reachedSides: (municipal, independent) => `${municipal} municipal, ${independent} independent`,
    lost: 'Lost visits',
    noneLost: 'None cancelled late, none missed',
  },
  losses: {
    lateBySchool: 'cancelled late by the school',
    lateByDistrict: 'cancelled late by us',
    notHeldBySchool: 'not held because of the school',
    noShow: 'where the class was not there',
    notHeldByDistrict: 'not held because of us',
  },
  chart: (grouping, period) => `Hours by ${grouping}, ${period}`,
  chartHeading: { week: 'Hours by week', month: 'Hours by month' },
  chartUnit: 'Hours',
  chartAbout: (first, last) =>
    `Bars from ${first} to ${last}. The table below the chart has the same figures.`,
  legend: { held: 'Held', untold: 'To follow up', ahead: 'Booked ahead', offered: 'Offered' },
  bar: (label, offered, held, untold, ahead) =>
    `${label}: offered ${offered}, held ${held}, to follow up ${untold}, booked ahead ${ahead}`,
  forward: 'Ahead',
  tableOf: grouping => `Capacity by ${grouping.toLowerCase()}`,
  empty: period => `No lectures held in ${period}. Choose another period or take a filter away.`,
  compareHeading: 'Municipal and independent schools',
  sides: {
    municipal: 'Municipal',
    independent: 'Independent',
    other: 'Other public, and schools outside the list',
  },
  compareColumns: { reached: 'Schools reached', schools: 'of schools', hours: 'Booked hours' },
  allSchools: 'All schools',
  adultsToo: count => `Besides, ${count} adults at lectures for guardians and staff.`,
  textHeading: 'Text for the tertial report',
  text: {
    held: (period, until, visits, visitsShown) =>
      `In ${period} the youth field workers have ${until ? `until ${until} ` : ''}held ${plural(visits, 'one lecture', `${visitsShown} lectures`)}`,
    where: (reached, schools, where) => ` at ${reached} of ${where} ${schools} schools`,
    inDistrict: 'the district’s',
    inCity: 'the city’s',
    split: (municipal, independent) =>
      `, ${numberWord('en', municipal)} municipal and ${numberWord('en', independent)} independent`,
    pupils: pupils =>
      `The lectures had ${pupils} participating pupils in all; a pupil who has taken part twice is counted twice.`,
    hours: (booked, available, percent) =>
      `${booked} of ${available} available working hours were booked, a utilisation of ${percent} per cent.`,
    ahead: (count, shown) => `Another ${plural(count, 'visit is booked', `${shown} visits are booked`)}.`,
    lost: (count, shown) =>
      `${plural(count, 'One visit was', `${shown} visits were`)} cancelled too late for the time to go to anybody else, or did not take place.`,
  },
  rulesHeading: 'How we count',
  rules: {
    available:
      'The weekly and the extra hours of the youth field workers, counted by person, less absence. Only school days of the district count: no public holidays, school breaks or time outside the terms. Hours that overlap count once.',
    offered:
      'The part of the available time that lies within the hours at which schools can book, by the rules as they are now. Booked time is included.',
    booked:
      'The lecture with the margins before and after, for each who goes on the visit: visits held, visits to follow up, and confirmed visits ahead. A visit that was moved counts on its new day.',
    preliminary: 'Visits that the school has not confirmed yet. They are not part of booked hours.',
    utilisation: 'Booked hours by available hours. A filter goes for the visits, not for the available time.',
    visits: 'Visits that have been followed up as held, by the date of the visit.',
    pupils:
      'The sum of the pupils at the visits, not unique pupils. Adults at lectures for guardians and staff are not counted here.',
    reached: 'Schools with at least one visit held, of all schools of the district.',
    lost: 'Visits that were cancelled after the last day on which a school may cancel by itself, or that did not take place.',
    rounding:
      'We count in whole minutes and show hours with one decimal. The rows are rounded so that they are exactly the sum.',
  },
  sheets: { visits: 'Visits', rules: 'How we count' },
  visitColumns: {
    date: 'Date',
    week: 'Week',
    start: 'Begins',
    minutes: 'Minutes',
    district: 'District',
    school: 'School',
    code: 'School unit code',
    organizer: 'School organiser',
    lecture: 'Lecture',
    audience: 'Audience',
    grade: 'Grade',
    status: 'Status',
    people: 'Youth field workers',
    personMinutes: 'Person-minutes with margins',
    pupils: 'Announced',
    present: 'Present',
  },
  statuses: {
    preliminary: 'Preliminary',
    confirmed: 'Confirmed',
    held: 'Held',
    cancelledBySchool: 'Cancelled by the school',
    cancelledByDistrict: 'Cancelled by us',
    notHeldBySchool: 'Not held, the school',
    noShow: 'The class was not there',
    notHeldByDistrict: 'Not held, we',
  },
  tooManyVisits: most => `More than ${most} visits: choose a shorter period or one district.`,
};

export const reportTexts: Record<Language, typeof sv> = { sv, en };

export const periodName = (language: Language, period: Period): string =>
  reportTexts[language].periodNames[period.kind](period);

/** The name of a row that is a week ("v. 49", with its year where the period has several) or a month. */
export function partName(
  language: Language,
  grouping: 'week' | 'month',
  part: Dates,
  all: readonly Dates[],
): string {
  const spansYears = all[0]!.from.slice(0, 4) !== all.at(-1)!.to.slice(0, 4);
  if (grouping === 'month') {
    const name = capitalised(monthName(language, part.from));
    return spansYears ? `${name} ${part.from.slice(0, 4)}` : name;
  }
  const week = isoWeekOf(part.from);
  const name = reportTexts[language].week(week.number);
  return spansYears ? `${name} ${String(week.year)}` : name;
}

/** As short as it can be under a bar. */
export const partMark = (language: Language, grouping: 'week' | 'month', from: IsoDate): string =>
  grouping === 'week' ? String(isoWeekOf(from).number) : shortMonthName(language, from);

/** "23–29 november", small beside the week. */
export const partDates = (language: Language, { from, to }: Dates): string =>
  from === to
    ? dayAndMonth(language, from)
    : from.slice(0, 7) === to.slice(0, 7)
      ? `${String(Number(from.slice(8)))}–${dayAndMonth(language, to)}`
      : `${dayAndMonth(language, from)}–${dayAndMonth(language, to)}`;
