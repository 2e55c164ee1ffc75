import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BookingViewQueries } from '../bookings/booking-view.queries.js';
import { MailStatesQueries } from '../bookings/manage/mail-states.queries.js';
import { readReference } from '../bookings/reference.js';
import { staffingTexts } from '../bookings/staffing-texts.js';
import { countedInWords, decidedInWords } from '../bookings/staffing-words.js';
import type { StaffingReason } from '../calendars/staffing-reason.js';
import { dateAtClock } from '../shared/time/format.js';

/** One booking for the team's eyes: who goes and why, what happened to it, and how each mail went. */
export async function showBooking(app: INestApplicationContext, typed: string): Promise<string> {
  const dataSource = app.get(DataSource);
  const [row] = await dataSource.query<{ id: string }[]>('SELECT id FROM booking WHERE reference = $1', [
    readReference(typed),
  ]);
  const view = row && (await app.get(BookingViewQueries).byId(row.id));
  if (!view) throw new Error(`No booking is called ${typed}.`);

  const staff: { name: string; because: StaffingReason }[] = await dataSource.query(
    `SELECT a.name, o.chosen_because AS because FROM occupied_time o JOIN assistant a ON a.id = o.assistant_id
      WHERE o.booking_id = $1 ORDER BY a.name`,
    [view.id],
  );
  const events: { kind: string; actor: string; at: Date }[] = await dataSource.query(
    'SELECT kind, actor, at FROM booking_event WHERE booking_id = $1 ORDER BY id',
    [view.id],
  );
  const mails = await app.get(MailStatesQueries).withHandovers(view.id);
  return [
    `${view.reference}  ${view.status}${view.isKnownSender ? '' : '  (okänd avsändare)'}`,
    `${view.lectureTexts.sv.title}, ${view.className}, ${view.schoolName}, ${dateAtClock('sv', view.startsAt)}`,
    '',
    'Bemanning:',
    ...staff.map(({ name, because }) => `  ${name}: ${inWords(because)}`),
    '',
    'Historik:',
    ...events.map(event => `  ${dateAtClock('sv', event.at)}  ${event.kind} (${event.actor})`),
    '',
    'Utskick:',
    ...mails.map(
      mail =>
        `  ${mail.kind} till ${mail.recipient}: ${mail.state}, ${dateAtClock('sv', mail.settledAt ?? mail.dueAt)}${mail.mayBeDuplicate ? ', kan vara dubblett' : ''}${mail.lastAnswer ? ` (${mail.lastAnswer})` : ''}`,
    ),
  ].join('\n');
}

const OF_WHOM = {
  free: 'lediga och behöriga',
  margins: 'med annat nära inpå',
  caps: 'som redan har så många besök som gränsen',
  workingHours: 'som då arbetar andra tider',
};

const inWords = (because: StaffingReason) =>
  `nr ${String(because.place)} av ${String(because.freeAndQualified)} ${OF_WHOM[because.despite ?? 'free']}; hade ${String(because.bookedMinutes)} bokade minuter i terminen vid ${String(Math.round(because.workingShare * 100))} %${because.byHand ? `. ${staffingTexts.sv.byHand}` : ''}. ${[...decidedInWords(because, 'sv'), ...countedInWords(because, 'sv')].join(' ')}`.trimEnd();
