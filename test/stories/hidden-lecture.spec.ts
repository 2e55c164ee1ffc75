import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { World } from '../builders/world.js';
import { startApp, type TestApp } from '../setup/app.js';
import { accountOf, signedIn } from '../setup/staff-visitor.js';
import type { Visitor } from '../setup/post.js';

// A lecture that is no longer offered still has the visits that were booked while it was.

let app: TestApp;
let desk: Visitor;
let page: string;

beforeAll(async () => {
  app = await startApp();
  const world = await World.of(app);
  await world.hire({}, {}, {});
  const districtId = world.district.id;
  await accountOf(app, { role: 'coordinator', districtId, email: 'lena@x.example' });
  desk = await signedIn(app, 'lena@x.example');
  page = `/bokningar/${(await world.book()).reference}`;
  await app.db.query('UPDATE lecture SET is_published = false');
});
afterAll(() => app.close());

test('its visits can be moved by the district', async () => {
  const { status, text } = await desk.get(`${page}/flytta`).redirects(0);
  expect(status).toBe(200);
  expect(text).toContain('class="fb-time"');
});

test('who goes on them can be changed', async () => {
  const { status, text } = await desk.get(`${page}/bemanning`).redirects(0);
  expect(status).toBe(200);
  expect(text).toContain('Person 3');
});
