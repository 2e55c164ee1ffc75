import type { AddressInfo } from 'node:net';
import { EventEmitter, once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { simpleParser, type ParsedMail } from 'mailparser';

export interface Delivery {
  messageId: string;
  recipient: string;
  /** The line was cut after the whole message had come, before the answer. */
  wasDropped: boolean;
  at: number;
  mail: ParsedMail;
}

/** What the server does with a message that has come whole. */
type Verdict = 'accept' | 'refuse for now' | 'refuse for good' | 'drop the line' | 'say nothing';

/** A mail server that remembers what it was given, and that can be told to behave badly. */
export interface MailSink {
  url: string;
  deliveries: Delivery[];
  /** Messages that it did not take, in the order in which they came. */
  refused: Delivery[];
  /** Addresses that it does not know. */
  unknown: Set<string>;
  /** Waits until so many messages have been delivered in all. */
  received: (count: number) => Promise<Delivery[]>;
  /** Cuts every line that is open, also those on which it has said nothing so far. */
  hangUp: () => void;
  close: () => Promise<void>;
}

const ANSWERS = {
  'refuse for now': { responseCode: 451, words: 'try again later' },
  'refuse for good': { responseCode: 554, words: 'we do not want this' },
};

export async function openMailSink(
  verdictOf: (recipient: string) => Verdict = () => 'accept',
  onDelivery: (count: number) => void = () => undefined,
): Promise<MailSink> {
  const deliveries: Delivery[] = [];
  const refused: Delivery[] = [];
  const unknown = new Set<string>();
  const events = new EventEmitter();
  const hangUp = (sessionId?: string) => {
    for (const connection of server.connections as unknown as Set<{ id: string; close: () => void }>)
      if (sessionId === undefined || connection.id === sessionId) connection.close();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (address, _session, answer) => {
      answer(unknown.has(address.address) ? refusal(550, 'no such mailbox') : undefined);
    },
    onData: (stream, session, answer) => {
      const read = simpleParser(stream).then(mail => {
        const recipient = session.envelope.rcptTo.map(one => one.address).join(',');
        const verdict = verdictOf(recipient);
        const wasDropped = verdict === 'drop the line';
        const delivery = { messageId: mail.messageId ?? '', recipient, wasDropped, at: Date.now(), mail };
        if (verdict === 'refuse for now' || verdict === 'refuse for good') {
          refused.push(delivery);
          answer(refusal(ANSWERS[verdict].responseCode, ANSWERS[verdict].words));
          return;
        }
        deliveries.push(delivery);
        if (verdict === 'drop the line') hangUp(session.id);
        else if (verdict === 'accept') answer();
        events.emit('delivery');
        onDelivery(deliveries.length);
      });
      // A sender that dies in the middle has delivered nothing.
      read.catch(() => undefined);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    deliveries,
    refused,
    unknown,
    received: async count => {
      while (deliveries.length < count) await once(events, 'delivery');
      return deliveries;
    },
    hangUp: () => {
      hangUp();
    },
    close: () =>
      new Promise(settle => {
        server.close(settle);
      }),
  };
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
