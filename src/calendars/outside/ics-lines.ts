/** Lines of one event, unfolded; only those whose names are wanted, so that no title, place or name is even read. */
export type EventLines = string[];

const WANTED =
  /^(?:UID|SEQUENCE|DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|TRANSP|STATUS|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i;

/** Longer lines are not read: a list of dates of several years fits. */
const LONGEST_LINE = 50_000;

/** The events of a file (RFC 5545), or undefined where it is no calendar, or one that was cut off. */
export function eventsIn(file: string): EventLines[] | undefined {
  const lines = file
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .trim()
    .split(/\r?\n/);
  if (!isLine(lines[0], 'BEGIN:VCALENDAR') || !isLine(lines.at(-1), 'END:VCALENDAR')) return undefined;
  const events: EventLines[] = [];
  let event: EventLines | undefined;
  /** How many components are open within the event: alarms, which have times of their own. */
  let within = 0;
  for (const line of lines) {
    if (isLine(line, 'BEGIN:VEVENT')) events.push((event = []));
    else if (isLine(line, 'END:VEVENT')) [event, within] = [undefined, 0];
    else if (event && /^BEGIN:/i.test(line)) within++;
    else if (event && /^END:/i.test(line)) within--;
    else if (event && within === 0 && line.length <= LONGEST_LINE && WANTED.test(line)) event.push(line);
  }
  return events;
}

const isLine = (line: string | undefined, expected: string) => line?.trimEnd().toUpperCase() === expected;
