import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

export interface Delivery {
  messageId: string;
  recipient: string;
  /** The line was cut after the whole message had come, before the answer. */
  wasDropped: boolean;
  at: number;
}

/** What the server does with a message that has come whole. */
type Verdict = 'accept' | 'refuse for now' | 'drop the line';

/** A mail server that remembers what it was given, and that can be told to behave badly. */
export interface MailSink {
  url: string;
  deliveries: Delivery[];
  close: () => Promise<void>;
}

export async function openMailSink(
  verdictOf: () => Verdict,
  onDelivery: (count: number) => void = () => undefined,
): Promise<MailSink> {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, answer) => {
      const read = simpleParser(stream).then(mail => {
        const verdict = verdictOf();
        if (verdict === 'refuse for now') {
          answer(Object.assign(new Error('try again later'), { responseCode: 451 }));
          return;
        }
        deliveries.push({
          messageId: mail.messageId ?? '',
          recipient: session.envelope.rcptTo.map(one => one.address).join(','),
          wasDropped: verdict === 'drop the line',
          at: Date.now(),
        });
        if (verdict === 'drop the line') {
          for (const connection of server.connections as unknown as Set<{ id: string; close: () => void }>)
            if (connection.id === session.id) connection.close();
        } else answer();
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
    close: () =>
      new Promise(settle => {
        server.close(settle);
      }),
  };
}
