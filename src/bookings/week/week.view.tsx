import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { capitalised, dateSpan, weekName } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import type { Language } from '../../shared/language.js';
import type { SignedIn } from '../../staff/roles.js';
import type { Whose } from '../agenda/agenda.queries.js';
import { outsideTexts } from '../outside/outside-texts.js';
import { DayLists } from './day-lists.view.js';
import { DrawnWeek } from './drawn-week.view.js';
import { TeamTable } from './team-table.view.js';
import { nameOfWeek, periodAfter, periodOfToday, type Period } from './week-period.rules.js';
import type { Week } from './week.rules.js';
import { weekTexts } from './week-texts.js';

interface WeekPageProps {
  me: SignedIn;
  week: Week;
  period: Period;
  whose: Whose;
  today: IsoDate;
}

/** "Vecka 49", or "7–9 december 2026" */
export const headingOf = ({ kind, dates }: Period, language: Language): string =>
  kind === 'week' ? capitalised(weekName(language, dates[0]!)) : dateSpan(language, dates[0]!, dates.at(-1)!);

export function WeekPage({ me, week, period, whose, today }: WeekPageProps) {
  const { language } = usePage();
  const { dates, kind } = period;
  const own = week.rows[0];
  return (
    <div class="fb-wrap fb-weekpage" data-wide="">
      <div class="fb-weekbar">
        <div>
          <p class="fb-muted">
            {kind === 'week'
              ? dateSpan(language, dates[0]!, dates.at(-1)!)
              : capitalised(weekName(language, dates[0]!))}
            <span class="fb-only-print">, {whose === 'team' ? weekTexts[language].team : me.name}</span>
          </p>
          <h1>{headingOf(period, language)}</h1>
        </div>
        <Steps period={period} whose={whose} today={today} />
        <Choices me={me} period={period} whose={whose} today={today} />
      </div>
      <DayLists me={me} week={week} whose={whose} />
      <div class="fb-only-desk">
        {whose === 'team' || !own ? (
          <TeamTable week={week} what={headingOf(period, language)} />
        ) : (
          <DrawnWeek week={week} own={own} />
        )}
        <Legend isTeam={whose === 'team'} />
      </div>
      <More me={me} from={dates[0]!} />
    </div>
  );
}

function addressOf({ kind, dates }: Period, whose: Whose): string {
  const days =
    kind === 'week' ? `vecka=${nameOfWeek(isoWeekOf(dates[0]!))}` : `visa=tre-dagar&fran=${dates[0]!}`;
  return `/kalender/vecka?${days}${whose === 'team' ? '&vems=teamet' : ''}`;
}

function Steps({ period, whose, today }: Pick<WeekPageProps, 'period' | 'whose' | 'today'>) {
  const { language } = usePage();
  const link = useLink();
  const t = weekTexts[language].steps;
  const [before, after] = [periodAfter(period, -1), periodAfter(period, 1)];
  const named = (words: string, to: Period) => `${words}, ${headingOf(to, language).toLocaleLowerCase('sv')}`;
  return (
    <nav class="fb-seg" aria-label={t.label}>
      <a href={link(addressOf(before, whose))} aria-label={named(t[period.kind].before, before)}>
        <Icon name="chevronLeft" />
      </a>
      <a href={link(addressOf(periodOfToday(period, today), whose))}>{t.today}</a>
      <a href={link(addressOf(after, whose))} aria-label={named(t[period.kind].after, after)}>
        <Icon name="chevronRight" />
      </a>
    </nav>
  );
}

function Choices({ me, period, whose, today }: Omit<WeekPageProps, 'week'>) {
  const link = useLink();
  const t = weekTexts[usePage().language];
  const from = period.dates.includes(today) ? today : period.dates[0]!;
  const other: Record<Period['kind'], string> = {
    week: addressOf({ kind: 'week', dates: [from] }, whose),
    threeDays: addressOf({ kind: 'threeDays', dates: [from] }, whose),
  };
  return (
    <div class="fb-weekchoices">
      <nav class="fb-seg" aria-label={t.lengths.label}>
        {(['week', 'threeDays'] as const).map(kind => (
          <a href={link(other[kind])} aria-current={kind === period.kind ? 'page' : undefined}>
            {t.lengths[kind]}
          </a>
        ))}
      </nav>
      {me.assistantId !== null && (
        <nav class="fb-seg" aria-label={t.whose}>
          {(['mine', 'team'] as const).map(one => (
            <a href={link(addressOf(period, one))} aria-current={one === whose ? 'page' : undefined}>
              {t[one]}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

function Legend({ isTeam }: { isTeam: boolean }) {
  const t = weekTexts[usePage().language].legend;
  return (
    <p class="fb-legend">
      {(['next', 'visit', 'open', 'duty', 'away'] as const)
        .filter(kind => !isTeam || kind !== 'open')
        .map(kind => (
          <span>
            <i class={`k-${kind}`} />
            {t[kind]}
          </span>
        ))}
    </p>
  );
}

function More({ me, from }: { me: SignedIn; from: IsoDate }) {
  const link = useLink();
  const { language } = usePage();
  const t = weekTexts[language];
  return (
    <div class="fb-buttons no-print mt-6">
      {me.role === 'assistant' && (
        <a class="ds-button" data-variant="secondary" href={link('/franvaro#lagg-in')}>
          {t.enterAbsence}
        </a>
      )}
      <button class="ds-button" data-variant="secondary" type="button" data-print="" hidden>
        <Icon name="printer" />
        {t.print}
      </button>
      {me.role === 'coordinator' && (
        <a href={link(`/publicerade-tider?vecka=${nameOfWeek(isoWeekOf(from))}`)}>{t.publishedTimes}</a>
      )}
      {me.role === 'assistant' && <a href={link('/kalender/prenumerera')}>{t.subscribe}</a>}
      {me.role === 'assistant' && <a href={link('/kalender/utifran')}>{outsideTexts[language].link}</a>}
    </div>
  );
}
