import type { BookingView } from '../../bookings/booking-view.queries.js';
import { usePage } from '../../platform/web/page-context.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { actTexts } from './act-texts.js';
import type { PastEvent, TeamsFacts } from './desk-booking.queries.js';
import { Events } from './history.view.js';

/** The state of a booking that a page has shown: its version, and the last event of its history. */
export interface SeenState {
  version: number;
  eventId: string;
}

/** Stands in every form that does something, so that nobody acts on what is no longer so. */
export function Seen({ view, facts }: { view: BookingView; facts: TeamsFacts }) {
  const eventId = facts.events.at(-1)?.id ?? '0';
  return <input type="hidden" name="sedd" value={`${String(view.version)}-${eventId}`} />;
}

/** Version 0 where it cannot be read, which no booking has. */
export function readSeen(posted: Posted): SeenState {
  const [, version = '0', eventId = '0'] = /^(\d{1,9})-(\d{1,18})$/.exec(textOf(posted, 'sedd')) ?? [];
  return { version: Number(version), eventId };
}

/** What has become different since the page was read. */
export function ChangedSince({ events, names }: { events: PastEvent[]; names: TeamsFacts['names'] }) {
  const t = actTexts[usePage().language].changed;
  return (
    <div class="ds-error-summary" tabindex={-1} role="group" aria-labelledby="andrat" autofocus>
      <h2 id="andrat">{t.heading}</h2>
      <p>{t.text}</p>
      <Events events={events} names={names} />
    </div>
  );
}
