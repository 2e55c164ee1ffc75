import { usePage } from '../../platform/web/page-context.js';
import type { DailyHours } from '../../districts/district-plan.js';
import { clock, shortWeekdayName } from '../../shared/time/format.js';
import { weekdayOf } from '../../shared/time/iso-date.js';
import { swedishMinuteOf, type MinuteOfDay } from '../../shared/time/swedish-time.js';
import type { OfferedDay, Slot } from '../../slots/offer.rules.js';

const COLUMN = 76;
const TOP = 26;
const HEIGHT = 190;
const INSET = 5;

interface Block {
  from: MinuteOfDay;
  until: MinuteOfDay;
}

/** The week of the next free time, drawn from the times themselves: free, taken, and the first one in yellow. */
export function WeekPicture({ week, hours, first }: { week: OfferedDay[]; hours: DailyHours; first: Slot }) {
  const { language } = usePage();
  const y = (minute: MinuteOfDay) =>
    TOP + 8 + ((minute - hours.opensAt) / (hours.closesAt - hours.opensAt)) * (HEIGHT - 16);
  const box = (block: Block) => ({ y: y(block.from) + 1, height: y(block.until) - y(block.from) - 2 });
  return (
    <svg class="week" viewBox="0 0 376 218" aria-hidden="true">
      {week.map((day, index) => {
        const x = index * COLUMN;
        const free = freeBlocks(day.slots);
        const isClosed = day.reason && !['nobodyFree', 'teamHasEnough'].includes(day.reason.kind);
        return (
          <g>
            <text x={x + 36} y="16" text-anchor="middle" class="day">
              {shortWeekdayName(language, weekdayOf(day.date))} {Number(day.date.slice(8))}
            </text>
            <rect x={x} y={TOP} width="72" height={HEIGHT} rx="5" class="ground" />
            {!isClosed &&
              busyBlocks(free, hours).map(block => (
                <rect x={x + INSET} {...box(block)} width="62" rx="3" class="busy" />
              ))}
            {free.map(block => (
              <rect x={x + INSET + 1} {...box(block)} width="60" rx="3" class="free" />
            ))}
            {day.slots.some(slot => slot.start === first.start) && (
              <>
                <rect
                  x={x + INSET}
                  {...box({ from: swedishMinuteOf(first.start), until: swedishMinuteOf(first.end) })}
                  width="62"
                  rx="3"
                  class="first"
                />
                <text x={x + 36} y={y(swedishMinuteOf(first.start)) + 17} text-anchor="middle" class="clock">
                  {clock(language, swedishMinuteOf(first.start))}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Starts that follow each other closely are one stretch of free time. */
function freeBlocks(slots: Slot[]): Block[] {
  const blocks: Block[] = [];
  for (const slot of slots) {
    const from = swedishMinuteOf(slot.start);
    const until = swedishMinuteOf(slot.end);
    const last = blocks.at(-1);
    if (last && from <= last.until) last.until = until;
    else blocks.push({ from, until });
  }
  return blocks;
}

/** What is left of the bookable hours. */
function busyBlocks(free: Block[], hours: DailyHours): Block[] {
  const blocks: Block[] = [];
  let from = hours.opensAt;
  for (const block of free) {
    if (block.from > from) blocks.push({ from, until: block.from });
    from = Math.max(from, block.until);
  }
  if (from < hours.closesAt) blocks.push({ from, until: hours.closesAt });
  return blocks.filter(block => block.until - block.from >= 15);
}
