import { useLink, usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import { clock } from '../../shared/time/format.js';
import { isoWeekOf } from '../../shared/time/iso-week.js';
import { swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import type { Lecture } from '../../lectures/lecture.entity.js';
import type { Slot } from '../../slots/offer.rules.js';
import { shortDate, shortDayAtClock } from '../words.js';
import type { CapacityAhead } from './capacity.js';
import { levelOf, type Supply, type WeekAhead } from './capacity.rules.js';
import { riskTexts } from './risk-texts.js';

/** Lectures and weeks: each cell says its number, and leads to a new booking of the first free time. */
export function CapacityTable({ capacity }: { capacity: CapacityAhead }) {
  const { language } = usePage();
  const link = useLink();
  const t = riskTexts[language].capacity;
  const { weeks, lectures } = capacity;
  return (
    <section>
      <h2 id="lediga" class="fb-h2">
        {t.title}
      </h2>
      {weeks.length === 0 || lectures.length === 0 ? (
        <p class="fb-muted">{weeks.length === 0 ? t.nothing : t.noLectures}</p>
      ) : (
        <>
          <p class="fb-muted mb-4">{t.lead}</p>
          <WideTable labelledBy="lediga" kind={{ 'data-supply': '' }}>
            <thead>
              <tr>
                <th scope="col">{t.lecture}</th>
                {weeks.map(week => (
                  <Week week={week} />
                ))}
              </tr>
            </thead>
            <tbody>
              {lectures.map(({ lecture, supplies }) => (
                <tr>
                  <th scope="row">{lecture.texts[language].title}</th>
                  {supplies.map(supply => (
                    <td>{supply ? <Cell supply={supply} lecture={lecture} /> : <NoSchool />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </WideTable>
          {lectures.some(({ supplies }) => supplies.some(runsOut)) && (
            <p class="mt-4">
              {t.publishWhy} <a href={link('/publicerade-tider')}>{t.publish}</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

const runsOut = (supply: Supply | undefined): boolean => supply?.free === 0 && !supply.releasedAt;

function Week({ week }: { week: WeekAhead }) {
  const { language } = usePage();
  const t = riskTexts[language].capacity;
  const numbers = [week.first, week.last].map(monday => String(isoWeekOf(monday).number));
  return (
    <th scope="col">
      {t.week([...new Set(numbers)].join('–'))}
      {week.kind === 'closed' && <small>{week.name?.[language] ?? t.noSchool}</small>}
    </th>
  );
}

function NoSchool() {
  const t = riskTexts[usePage().language].capacity;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="ds-sr-only">{t.noSchool}</span>
    </>
  );
}

function Cell({ supply, lecture }: { supply: Supply; lecture: Lecture }) {
  const { language } = usePage();
  const link = useLink();
  const t = riskTexts[language].capacity;
  const level = levelOf(supply);
  if (!supply.first) {
    return supply.releasedAt ? (
      <span class="fb-muted">{t.released(shortDate(language, swedishDateOf(supply.releasedAt)))}</span>
    ) : (
      <>
        <span class="fb-status" data-s="bad">
          {t.none}
        </span>
        {supply.why && <small class="fb-muted">{t.why[supply.why]}</small>}
      </>
    );
  }
  const { title } = lecture.texts[language];
  return (
    <a href={link(newBookingAt(lecture, supply.first))}>
      {level === 'few' ? (
        <span class="fb-status" data-s="wait">
          {t.few(supply.free)}
        </span>
      ) : (
        supply.free
      )}
      <span class="ds-sr-only">
        . {t.book(title, shortDayAtClock(language, new Date(supply.first.start)))}
      </span>
    </a>
  );
}

const newBookingAt = (lecture: Lecture, { start }: Slot): string =>
  `/bokningar/ny?${new URLSearchParams({
    forelasning: lecture.id,
    datum: swedishDateOf(start),
    klockan: clock('sv', swedishMinuteOf(start)),
  }).toString()}`;
