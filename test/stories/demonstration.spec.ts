import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Demo } from '../../src/demo/demo.js';
import { addDays } from '../../src/shared/time/iso-date.js';
import { instantAt } from '../../src/shared/time/swedish-time.js';
import { startApp, type TestApp } from '../setup/app.js';
import { wordsOf } from '../setup/post.js';
import { TestClock } from '../setup/test-clock.js';

// The demonstration is built around the day on which it is started, whichever that is.
describe.each(['2026-12-28', '2027-03-28', '2027-07-10', '2028-02-29'])(
  'A demonstration begun on %s',
  today => {
    let app: TestApp;

    beforeAll(async () => {
      app = await startApp({}, new TestClock(instantAt(today, 12 * 60)));
      await app.app.get(Demo).build(app.clock.now());
    });
    afterAll(() => app.close());

    test.each(['kungsholmen', 'skarholmen'])(
      'offers times in %s, and says when the next one is',
      async slug => {
        const list = await app.http.get(`/api/v1/districts/${slug}/lectures`).expect(200);
        const [lecture] = (list.body as { lectures: { id: string }[] }).lectures;
        const span = { from: today, to: addDays(today, 200) };
        const answer = await app.http.get(`/api/v1/lectures/${lecture!.id}/slots`).query(span).expect(200);
        expect((answer.body as { slots: unknown[] }).slots.length).toBeGreaterThan(20);

        const page = wordsOf((await app.http.get(`/boka/${slug}`).expect(200)).text);
        expect(page).toContain('Nästa lediga tid');
        expect(page).not.toContain('Just nu finns inga lediga tider');
      },
    );

    test('has visits behind it and ahead, of which only what lies ahead is owed', async () => {
      const now = app.clock.now();
      const [count] = await app.db.query<{ past: number; coming: number; owed: number; late: number }[]>(
        `SELECT (SELECT count(*)::int FROM booking WHERE starts_at < $1) AS past,
              (SELECT count(*)::int FROM booking WHERE starts_at > $1) AS coming,
              (SELECT count(*)::int FROM owed_mail WHERE state = 'pending') AS owed,
              (SELECT count(*)::int FROM owed_mail WHERE state = 'pending' AND due_at <= $1) AS late`,
        [now],
      );
      expect(count!.past).toBeGreaterThan(20);
      expect(count!.coming).toBeGreaterThan(20);
      expect(count!.owed).toBeGreaterThan(20);
      expect(count!.late).toBe(0);
    });
  },
);
