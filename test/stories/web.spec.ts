import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, tokenIn, wordsOf } from '../setup/post.js';

let app: TestApp;

/** A route whose author has forgotten to say who may use it. */
@Controller('glomd')
class ForgottenController {
  @Get()
  tell() {
    return 'secret';
  }
}

beforeAll(async () => {
  app = await startApp({ baseUrl: 'http://127.0.0.1:3000' }, undefined, {
    controllers: [ForgottenController],
  });
  const world = await World.of(app);
  await world.hire({}, {});
});
afterAll(() => app.close());

const bookings = async () => (await app.db.query<unknown[]>('SELECT 1 FROM draft')).length;

describe('forms', () => {
  const page = '/boka/kungsholmen/forelasning';
  const fields = { forelasning: 'cannabis-och-hjarnan' };

  test('are taken with the token of our own page, and not without it', async () => {
    const visitor = app.visitor();
    expect((await submit(visitor, page, fields)).status).toBe(303);
    const before = await bookings();
    const without = await visitor.post(page).type('form').send(fields).redirects(0);
    expect(without.status).toBe(403);
    const foreign = tokenIn((await app.visitor().get(page)).text);
    const withForeign = await visitor
      .post(page)
      .type('form')
      .send({ ...fields, _csrf: foreign })
      .redirects(0);
    expect(withForeign.status).toBe(403);
    expect(wordsOf(withForeign.text)).toContain('ladda om sidan');
    expect(await bookings()).toBe(before);
  });

  test.each([
    ['sec-fetch-site', 'cross-site', 403],
    ['sec-fetch-site', 'same-site', 403],
    ['origin', 'https://evil.example', 403],
    ['origin', 'null', 303],
    ['sec-fetch-site', 'same-origin', 303],
  ])('that say %s: %s are answered %s', async (header, value, status) => {
    const visitor = app.visitor();
    const token = tokenIn((await visitor.get(page)).text);
    const answer = await visitor
      .post(page)
      .set(header, value)
      .type('form')
      .send({ ...fields, _csrf: token })
      .redirects(0);
    expect(answer.status).toBe(status);
  });

  test('do not go through by GET', async () => {
    const before = await bookings();
    await app.http.get(`${page}?forelasning=cannabis-och-hjarnan`);
    expect(await bookings()).toBe(before);
  });
});

describe('headers', () => {
  test('let pages run and load only what is ours, and say nothing of where people come from', async () => {
    const { headers, text } = await app.http.get('/boka/kungsholmen');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(text).not.toMatch(/<script(?![^>]*src=)|\sstyle="|\son\w+="/);
  });

  test('a demonstration answers to its own name only', async () => {
    const foreign = await app.http.get('/').set('host', 'evil.example');
    expect(foreign.status).toBe(421);
    expect((await app.http.get('/').set('host', 'localhost:3000')).status).toBe(303);
  });
});

describe('what goes wrong becomes a page in the visitor’s language', () => {
  test.each([
    ['/finns-inte', 404, 'finns inte'],
    ['/en/finns-inte', 404, 'not exist'],
    ['/boka/%00', 404, 'finns inte'],
    ['/boka/kungsholmen/utbud/%00', 404, 'finns inte'],
    ['/boka/kungsholmen/skola?namn=%00', 404, 'finns inte'],
    ['/boka/%E0%A4%A', 404, 'finns inte'],
    ['/en/boka/%', 404, 'not exist'],
    [`/boka/${'x'.repeat(3000)}`, 404, 'finns inte'],
    ['/glomd', 404, 'finns inte'],
    ['/dev/inbox/1', 404, 'finns inte'],
  ])('%s', async (path, status, words) => {
    const answer = await app.http.get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(wordsOf(answer.text)).toContain(words);
  });

  test('a body that is too large, or of a kind that we do not read', async () => {
    const tooLarge = await app.http
      .post('/bokning/lankar')
      .type('form')
      .send(`epost=${'x'.repeat(70_000)}`);
    expect(tooLarge.status).toBe(413);
    const foreignKind = await app.http.post('/bokning/lankar').set('content-type', 'text/xml').send('<a/>');
    expect(foreignKind.status).toBe(415);
    for (const answer of [tooLarge, foreignKind]) expect(answer.text).toContain('<!doctype html>');
  });

  test('markup in any field is shown as it was typed, never run', async () => {
    const attack = '"><script>alert(1)</script>';
    const answer = await submit(app.visitor(), '/bokning/lankar', { epost: attack });
    expect(answer.text).not.toContain('<script>alert');
    expect(answer.text).toContain('&lt;script>alert(1)');
    const search = await app.http.get('/boka/kungsholmen/tid').query({ vecka: attack });
    expect(search.text).not.toContain('<script>alert');
  });

  test('no redirect leads off our own pages', async () => {
    for (const path of [
      '/en//evil.example',
      '/en/\\evil.example',
      '//evil.example/boka',
      '/en//evil.example/%2f..',
    ]) {
      const answer = await app.http.get(path).redirects(0);
      expect(answer.headers.location ?? '/').toMatch(/^\/(?![/\\])/);
      expect(answer.text).not.toMatch(/(?:href|action)="(?:\/\/|\/\\|https?:\/\/evil)/);
    }
  });
});

test('a crowd behind one address is let in; what no crowd does is stopped, in words', async () => {
  const ask = (address: string, url = '/robots.txt') =>
    app.app.inject({ url, headers: { host: 'localhost', 'x-forwarded-for': address } });
  const statuses = new Map<number, number>();
  for (let turn = 0; turn < 6200; turn++) {
    const { statusCode } = await ask('10.9.9.9');
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
  }
  expect(statuses.get(200)).toBe(6000);
  expect(statuses.get(429)).toBe(200);
  expect((await ask('10.9.9.10')).statusCode).toBe(200);
  expect(wordsOf((await ask('10.9.9.9', '/en')).body)).toMatch(/very many requests/);
});

test('health: alive, ready, and honest about what is missing', async () => {
  expect((await app.http.get('/livez')).body).toEqual({ status: 'alive' });
  const ready = await app.http.get('/readyz');
  expect([ready.status, ready.body]).toEqual([200, { status: 'ready', database: 'ok', queue: 'ok' }]);
  await app.db.query(`DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)`);
  const behind = await app.http.get('/readyz');
  expect([behind.status, behind.body]).toMatchObject([503, { status: 'unready', database: 'not migrated' }]);
});
