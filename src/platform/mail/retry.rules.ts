// What happens after an attempt to send that did not succeed:
// - a final answer (5xx) about the receiver or the message ends it at once: a second try changes nothing. A 5xx about us
//   (login, sender) is the operator's to mend, and the mail waits for that;
// - everything else is tried again after 1, 5, 15, 60 and then every 240 minutes;
// - 48 hours after its receiver should have had it nobody waits for it any longer: it has failed, and somebody has to ring;
// - a connection lost after the whole message was handed over may have delivered it: the mail is flagged.

const PAUSES_MINUTES = [1, 5, 15, 60, 240];
const GIVE_UP_AFTER_HOURS = 48;

/** What nodemailer's errors carry: https://nodemailer.com/errors (responseCode, command). */
export interface AttemptFailure {
  message: string;
  responseCode?: number;
  command?: string;
}

export type NextStep =
  | { state: 'failed'; answer: string }
  | { state: 'retry'; dueAt: Date; mayHaveArrived: boolean; answer: string };

export function nextStep(failure: AttemptFailure, attempts: number, wantedAt: Date, now: Date): NextStep {
  const answer = failure.message.slice(0, 500);
  const isFinal =
    failure.responseCode !== undefined &&
    failure.responseCode >= 500 &&
    (failure.command === 'RCPT TO' || failure.command === 'DATA');
  const pause = PAUSES_MINUTES[Math.min(attempts, PAUSES_MINUTES.length) - 1]!;
  const dueAt = new Date(now.getTime() + pause * 60_000);
  const limit = wantedAt.getTime() + GIVE_UP_AFTER_HOURS * 3_600_000;
  if (isFinal || dueAt.getTime() > limit) return { state: 'failed', answer };
  return { state: 'retry', dueAt, mayHaveArrived: mayHaveArrived(failure), answer };
}

/**
 * No answer at all on a connection that stood. nodemailer does not tell how far it had come, so a line that broke
 * before the message was handed over is flagged too: a flag too many is honest, one too few is not.
 */
const mayHaveArrived = (failure: AttemptFailure) =>
  failure.responseCode === undefined &&
  (failure.command === 'DATA' || failure.command === 'CONN') &&
  !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|Greeting never received|Connection timeout|TLS/.test(
    failure.message,
  );
