import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { MailTransport } from '../../src/platform/mail/mail-transport.js';
import { emailAddress } from '../../src/shared/text/email.js';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { openMailSink, type Delivery, type MailSink } from '../setup/mail-sink.js';
import { readMail, sendDue } from '../setup/mail-room.js';

const KARIN = 'karin.ek@edu.stockholm.se';

let sink: MailSink;
let app: TestApp;
let world: World;

beforeAll(async () => {
  sink = await openMailSink();
  app = await startApp({ smtpUrl: sink.url });
  world = await World.of(app);
  await world.hire({}, {});
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(() => {
  sink.deliveries.length = 0;
});

/** What people have tried to smuggle into mails, in all orders. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\nBcc: evil@evil.example\r\n',
        '\nX-Evil: 1',
        '\r\r\n\r\n<html>',
        '%0d%0aBcc:evil@evil.example',
        '=?utf-8?q?=0D=0ABcc:_evil@evil.example?=',
        '", <evil@evil.example>, "',
        'a@b.example, c@d.example; ',
        '\u2028\u0085\u000b',
        '"\\"',
        '(comment)',
        'Åsa Öberg 🎈 \u202eevil',
        ':;,<>@[]\\',
        '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:evil@evil.example',
        'x'.repeat(2000),
      ),
      fc.string({ unit: 'binary', maxLength: 30 }).map(text => text.replaceAll('\0', '')),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join(''));

const namesOfHeaders = ({ mail }: Delivery) => mail.headerLines.map(line => line.key).sort();
const addressesIn = (field: Delivery['mail']['to']) =>
  [field ?? []].flat().flatMap(one => one.value.map(({ address }) => address));

test('names, rooms and words of a school cannot add a receiver, a header or a line to a calendar', async () => {
  await world.book();
  const plain = new Map((await sendDue(app, sink)).map((mail, index) => [mail.to, index]));
  expect(plain.size).toBe(4);
  const headers = new Map(sink.deliveries.map(one => [one.recipient, namesOfHeaders(one)]));
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (name, room, message) => {
      await app.db.query('UPDATE booking_contact SET name = $1, role = $2, on_site_name = $3', [
        name,
        room,
        name,
      ]);
      await app.db.query('UPDATE booking_text SET room = $1, message = $2', [room, message]);
      await app.db.query('UPDATE booking SET class_name = $1', [name]);
      await app.db.query('UPDATE school SET display_name = $1', [name]);
      await app.db.query('UPDATE district SET office_name_sv = $1', [message]);
      await app.db.query(
        `UPDATE owed_mail SET state = 'pending', settled_at = NULL, attempts = 0 WHERE due_at = created_at`,
      );
      const before = sink.deliveries.length;
      await sendDue(app, sink);
      const deliveries = sink.deliveries.slice(before);
      expect(deliveries.map(one => one.recipient).sort()).toEqual([...plain.keys()].sort());
      for (const delivery of deliveries) {
        expect(namesOfHeaders(delivery)).toEqual(headers.get(delivery.recipient));
        expect(addressesIn(delivery.mail.to)).toEqual([delivery.recipient]);
        expect(addressesIn(delivery.mail.replyTo)).toEqual(['falt@kungsholmen.example']);
        expect(delivery.mail.cc ?? delivery.mail.bcc).toBeUndefined();
        const { event } = readMail(delivery);
        if (event) expect(event.attendees.length).toBeLessThanOrEqual(1);
        if (event && delivery.recipient !== KARIN)
          expect(event.attendees).toEqual([`mailto:${delivery.recipient}`]);
      }
    }),
    { numRuns: 25 },
  );
});

const mail = {
  fromName: 'Kontoret',
  replyTo: 'falt@kungsholmen.example',
  subject: 'Hej',
  text: 'Hej',
  html: '<p>Hej',
};

/** Addresses of all kinds, most of them spoilt somewhere. */
const address = fc
  .tuple(
    fc.constantFrom('karin', 'k.ek', 'åsa', "o'brien", '"a b"', 'a@b', 'karin+x', 'x,y', 'k\r\n', '<k'),
    fc.constantFrom(
      'skola.example',
      'skola.se,evil.example',
      'åäö.example',
      'skola.example>',
      '[127.0.0.1]',
      'a..b.example',
    ),
    fc.oneof(fc.constant(''), hostile),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([local, domain, spoilt, at]) => {
    const whole = `${local}@${domain}`;
    return whole.slice(0, at) + spoilt + whole.slice(at);
  });

test('an address that we accept is one receiver, and the one that was typed', async () => {
  await fc.assert(
    fc.asyncProperty(address, async typed => {
      const recipient = emailAddress(typed);
      if (recipient === undefined) return;
      const before = sink.deliveries.length;
      await app.app
        .get(MailTransport)
        .send(mail, { recipient, messageId: `<${randomUUID()}@faltbokning.invalid>` });
      const deliveries = sink.deliveries.slice(before);
      expect(deliveries.map(one => readable(one.recipient))).toEqual([readable(recipient)]);
      expect(addressesIn(deliveries[0]!.mail.to)).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
  expect(sink.deliveries.length).toBeGreaterThan(10);
});

const readable = (mailbox: string) => {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}@${new URL(`http://${mailbox.slice(at + 1)}`).hostname}`;
};
