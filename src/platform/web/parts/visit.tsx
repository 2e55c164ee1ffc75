import type { ComponentChildren } from 'preact';

/** The mark of a booked time: weekday, day and month, yellow on the board. */
export function DateBlock({ weekday, day, month }: { weekday: string; day: string; month: string }) {
  return (
    <p class="fb-date">
      <span>{weekday}</span>
      <b>{day}</b>
      <span>{month}</span>
    </p>
  );
}

export interface SlipProps {
  date: { weekday: string; day: string; month: string };
  clock: string;
  lines: string[];
  children?: ComponentChildren;
}

/** A time on the board: what is held, or booked. */
export function Slip({ date, clock, lines, children }: SlipProps) {
  return (
    <div class="fb-slip">
      <DateBlock {...date} />
      <div>
        <p class="when">{clock}</p>
        <p class="what">
          {lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      </div>
      {children}
    </div>
  );
}
