import { describe, expect, test } from '@jest/globals';
import { nextStep, type AttemptFailure } from './retry.rules.js';

const owedSince = new Date('2026-12-08T09:00:00Z');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(owedSince.getTime() + hours * HOUR);
const greylisted: AttemptFailure = { message: '451 come back later', responseCode: 451, command: 'RCPT TO' };

function minutesUntilNext(attempts: number, failure = greylisted): number | 'failed' {
  const step = nextStep(failure, attempts, owedSince, owedSince);
  return step.state === 'failed' ? 'failed' : (step.dueAt.getTime() - owedSince.getTime()) / 60_000;
}

describe('A mail that was not accepted', () => {
  test('is tried again after 1, 5, 15, 60 and then every 240 minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(attempts => minutesUntilNext(attempts))).toEqual([
      1, 5, 15, 60, 240, 240, 240,
    ]);
  });

  test('is given up when the next attempt would come 48 hours after it became owed', () => {
    expect(nextStep(greylisted, 10, owedSince, later(44)).state).toBe('retry');
    expect(nextStep(greylisted, 10, owedSince, new Date(later(44).getTime() + 1))).toEqual({
      state: 'failed',
      answer: '451 come back later',
    });
    expect(nextStep(greylisted, 1, owedSince, later(48)).state).toBe('failed');
  });

  test('is tried about fifteen times before it is given up', () => {
    let now = owedSince;
    let attempts = 1;
    for (; ; attempts++) {
      const step = nextStep(greylisted, attempts, owedSince, now);
      if (step.state === 'failed') break;
      now = step.dueAt;
    }
    expect(attempts).toBe(16);
    expect(now.getTime()).toBeLessThanOrEqual(later(48).getTime());
    expect(now.getTime()).toBeGreaterThan(later(44).getTime());
  });

  test('keeps the beginning of the answer, however long it is', () => {
    const step = nextStep({ message: 'x'.repeat(10_000) }, 1, owedSince, owedSince);
    expect(step.answer).toBe('x'.repeat(500));
  });
});

describe('A final answer', () => {
  test.each(['RCPT TO', 'DATA'])('about the receiver or the message (%s) ends it at once', command => {
    const step = nextStep(
      { message: '550 no such user', responseCode: 550, command },
      1,
      owedSince,
      owedSince,
    );
    expect(step).toEqual({ state: 'failed', answer: '550 no such user' });
  });

  test.each(['AUTH PLAIN', 'MAIL FROM', 'EHLO', 'STARTTLS', undefined])(
    'about us (%s) is the operator’s to mend, and the mail waits for that',
    command => {
      expect(minutesUntilNext(1, { message: '535 login refused', responseCode: 535, command })).toBe(1);
    },
  );
});

describe('A mail that may have arrived', () => {
  const mayHaveArrived = (failure: AttemptFailure) => {
    const step = nextStep(failure, 1, owedSince, owedSince);
    return step.state === 'retry' && step.mayHaveArrived;
  };

  test('is one whose connection was lost without an answer', () => {
    expect(mayHaveArrived({ message: 'Connection closed unexpectedly', command: 'DATA' })).toBe(true);
    expect(mayHaveArrived({ message: 'Connection closed', command: 'CONN' })).toBe(true);
    expect(mayHaveArrived({ message: 'Timeout', command: 'CONN' })).toBe(true);
    expect(mayHaveArrived({ message: 'read ECONNRESET', command: 'CONN' })).toBe(true);
  });

  test.each([
    'connect ECONNREFUSED 127.0.0.1:25',
    'getaddrinfo ENOTFOUND mail.example.se',
    'getaddrinfo EAI_AGAIN mail.example.se',
    'connect EHOSTUNREACH 10.0.0.1:25',
    'Connection timeout',
    'Greeting never received',
    'Error initiating TLS - self-signed certificate',
  ])('is none that never came so far: %s', message => {
    expect(mayHaveArrived({ message, command: 'CONN' })).toBe(false);
  });

  test('is none that was answered, and none that broke before the message', () => {
    expect(mayHaveArrived(greylisted)).toBe(false);
    expect(mayHaveArrived({ message: '421 too busy', responseCode: 421, command: 'DATA' })).toBe(false);
    expect(mayHaveArrived({ message: 'Connection closed', command: 'RCPT TO' })).toBe(false);
  });
});
