import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { submit, tokenIn, type Visitor } from '../setup/post.js';
import { ACCESS } from '../../src/platform/web/access.js';
import { ROUTES } from './routes.js';

let app: TestApp;
const registered = new Set<string>();

beforeAll(async () => {
  app = await startApp({}, undefined, {}, one => {
    one
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', route => {
        for (const method of [route.method].flat()) registered.add(`${method} ${route.url}`);
      });
  });
});
afterAll(() => app.close());

/** What stands above each handler: its address, and who may use it. */
function declared(): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const classes = [...app.app.get(ModulesContainer).values()].flatMap(one => [...one.controllers.values()]);
  for (const { metatype } of classes) {
    if (typeof metatype !== 'function') continue;
    const prototype = metatype.prototype as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) continue;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
      const access: unknown = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, metatype);
      for (const path of [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat()) {
        const address = [Reflect.getMetadata(PATH_METADATA, metatype) as string, path].join('/');
        found[`${method} /${address.split('/').filter(Boolean).join('/')}`] = access;
      }
    }
  }
  return found;
}

test('every route that runs is listed, and nothing is listed that does not run', () => {
  const heads = Object.keys(ROUTES)
    .filter(route => route.startsWith('GET '))
    .map(route => route.replace('GET', 'HEAD'));
  expect([...registered].sort()).toEqual([...Object.keys(ROUTES), ...heads].sort());
});

test('every handler declares who may use it, as the list says', () => {
  const ours = Object.entries(ROUTES).filter(([, access]) => access !== 'files');
  expect(declared()).toEqual(Object.fromEntries(ours));
});

describe('a booking is opened by its own link alone', () => {
  let holder: Visitor;
  let stranger: Visitor;
  let reference: string;

  const holderOf = async (booked: { token: string }) => {
    const visitor = app.visitor();
    await visitor.get(`/bokning/l/${booked.token}`).redirects(1);
    return visitor;
  };

  beforeAll(async () => {
    const world = await World.of(app);
    await world.hire({}, {}, {});
    const own = await world.book();
    reference = own.reference;
    holder = await holderOf(own);
    stranger = await holderOf(await world.book({ date: '2026-12-09', email: 'b@edu.stockholm.se' }));
  });

  const routes = Object.keys(ROUTES).filter(route => ROUTES[route] === 'linkHolder');

  test.each(routes)('%s', async route => {
    const [method, path] = route.split(' ') as [string, string];
    const ask = async (visitor: Visitor, of: string) => {
      const address = path.replace(':reference', of);
      if (method === 'GET') return visitor.get(address).redirects(0);
      return submit(visitor, '/bokning/lankar', {}, address);
    };
    const missing = await ask(holder, '222-222');
    for (const visitor of [app.visitor(), stranger]) {
      const answer = await ask(visitor, reference);
      expect(answer.status).toBe(404);
      expect(withoutToken(answer.text)).toBe(withoutToken(missing.text));
    }
    // Only a mailed link may confirm or disown; the others open to this one, which came with the receipt.
    const isMailedOnly = /bekrafta|inte-jag/.test(route);
    expect((await ask(holder, reference)).status === 404).toBe(isMailedOnly);
  });
});

const withoutToken = (html: string) =>
  html.replaceAll(tokenIn(html) || 'none', '').replace(/\/bokning\/[2-9A-Z]{3}-[2-9A-Z]{3}/g, '');

test('what is a demonstration’s alone does not exist in an installation', async () => {
  const installation = await startApp({ mode: 'installation', smtpUrl: 'smtp://127.0.0.1:9' });
  for (const route of Object.keys(ROUTES).filter(one => ROUTES[one] === 'demonstration')) {
    const path = route.slice('GET '.length).replace(':id', '0199a5c8-1f2e-7c3a-8b4d-5e6f7a8b9c0d');
    expect((await installation.http.get(path)).status).toBe(404);
  }
  await installation.close();
});
