import { usePage } from '../platform/web/page-context.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { RowLabel } from './report-labels.js';
import { partMark, reportTexts } from './report-texts.js';
import { hoursInWords, type Shown } from './report-table.js';

const WIDTH = 1180;
const LEFT = 56;
const TOP = 36;
const FOOT = 250;
const STACK = ['held', 'untold', 'ahead'] as const;

interface ChartProps {
  heading: string;
  title: string;
  grouping: 'week' | 'month';
  labels: RowLabel[];
  rows: Shown[];
  today: IsoDate;
}

/** Hours by week or month: what was offered as an outline, what was booked inside it. Drawn from the numbers of the table. */
export function Chart({ heading, title, grouping, labels, rows, today }: ChartProps) {
  const { language } = usePage();
  const t = reportTexts[language];
  const { top, step } = scale(Math.max(...rows.map(row => Math.max(row.offered!, row.booked!))));
  const y = (tenths: number) => at(FOOT - (tenths / top) * (FOOT - TOP));
  const slot = (WIDTH - LEFT) / rows.length;
  const everyNth = Math.ceil(rows.length / 40);
  const firstAhead = labels.findIndex(label => label.dates!.from > today);
  return (
    <figure class="fb-chart mt-9">
      <figcaption>
        <h2 class="fb-h2">{heading}</h2>
        <p class="fb-legend">
          <span>
            <i class="k-held" />
            {t.legend.held}
          </span>
          <span>
            <i class="k-untold" />
            {t.legend.untold}
          </span>
          <span>
            <i class="k-next" />
            {t.legend.ahead}
          </span>
          <span>
            <i class="k-off" />
            {t.legend.offered}
          </span>
        </p>
      </figcaption>
      <svg viewBox={`0 0 ${String(WIDTH)} 284`} role="img" aria-labelledby="ct cd">
        <title id="ct">{title}</title>
        <desc id="cd">{t.chartAbout(labels[0]!.text, labels.at(-1)!.text)}</desc>
        <text class="c-t" x="0" y="14">
          {t.chartUnit}
        </text>
        {ticks(top, step).map(tick => (
          <>
            <line class="c-grid" x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} />
            <text class="c-t" x={LEFT - 10} y={y(tick) + 4} text-anchor="end">
              {tick / 10}
            </text>
          </>
        ))}
        {rows.map((row, index) => {
          const x = LEFT + index * slot;
          const isNow = labels[index]!.dates!.from <= today && today <= labels[index]!.dates!.to;
          return (
            <g>
              <title>{barInWords(labels[index]!.text, row, language)}</title>
              <Bar row={row} x={x} slot={slot} y={y} />
              {index % everyNth === 0 && (
                <text
                  class={isNow ? 'c-t c-b' : 'c-t'}
                  x={at(x + slot / 2)}
                  y={FOOT + 22}
                  text-anchor="middle"
                >
                  {index === 0 && grouping === 'week'
                    ? labels[0]!.text
                    : partMark(language, grouping, labels[index]!.dates!.from)}
                </text>
              )}
            </g>
          );
        })}
        {firstAhead > 0 && (
          <>
            <line
              class="c-now"
              x1={at(LEFT + firstAhead * slot)}
              x2={at(LEFT + firstAhead * slot)}
              y1="18"
              y2={FOOT + 28}
              stroke-dasharray="3 4"
            />
            <text class="c-t" x={at(LEFT + firstAhead * slot + 8)} y="26">
              {t.forward}
            </text>
          </>
        )}
      </svg>
    </figure>
  );
}

function Bar({ row, x, slot, y }: { row: Shown; x: number; slot: number; y: (tenths: number) => number }) {
  const gap = slot * 0.12;
  const inset = Math.min(4, slot * 0.08);
  let reached = 0;
  return (
    <>
      {row.offered! > 0 && (
        <rect
          class="c-off"
          x={at(x + gap)}
          y={y(row.offered!)}
          width={at(slot - 2 * gap)}
          height={at(FOOT - y(row.offered!))}
          rx="3"
        />
      )}
      {STACK.map(kind => {
        const from = reached;
        reached += row[kind]!;
        return row[kind]! > 0 ? (
          <rect
            class={CLASSES[kind]}
            x={at(x + gap + inset)}
            y={y(reached)}
            width={at(slot - 2 * (gap + inset))}
            height={at(y(from) - y(reached))}
            rx="1.5"
          />
        ) : null;
      })}
    </>
  );
}

const CLASSES = { held: 'c-held', untold: 'c-untold', ahead: 'c-next' };

function barInWords(label: string, row: Shown, language: 'sv' | 'en'): string {
  const hours = (tenths: number | null) => hoursInWords(language, tenths!);
  return reportTexts[language].bar(
    label,
    hours(row.offered),
    hours(row.held),
    hours(row.untold),
    hours(row.ahead),
  );
}

const at = (value: number) => Math.round(value * 100) / 100;

/** The next round number above the highest bar, in about four steps. */
function scale(highest: number): { top: number; step: number } {
  const wanted = Math.max(highest, 10) / 4;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = power * [1, 2, 5, 10].find(factor => factor * power >= wanted)!;
  return { top: Math.ceil(Math.max(highest, 10) / step) * step, step };
}

const ticks = (top: number, step: number) =>
  Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
