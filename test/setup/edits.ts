import { expect } from '@jest/globals';
import type supertest from 'supertest';
import type { Desk } from './desk.js';
import { changedSince, dump } from './dump.js';
import { formIn, type Fields } from './form.js';
import { submit, wordsOf } from './post.js';

/** Saves what cannot be understood: each fault is told in words, everything typed is kept, and nothing is written. */
export async function expectFaults(
  desk: Desk,
  path: string,
  typed: Fields,
  sentences: string[],
): Promise<void> {
  const before = await dump(desk.app.db);
  const answer = await desk.edit(path, typed);
  expect(answer.status).toBe(422);
  expectRefused(answer, typed, sentences);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
}

/** What somebody else does while the page is open, what is typed there, and what is told of the former. */
interface Overtaken {
  meanwhile: () => Promise<unknown>;
  typed: Fields;
  told: string;
  who?: Desk['lena'];
}

/** Saves what somebody else has changed meanwhile: it is told, and everything typed is kept. Answers the page. */
export async function expectStale(
  desk: Desk,
  path: string,
  { meanwhile, typed, told, who = desk.lena }: Overtaken,
): Promise<supertest.Response> {
  const opened = formIn((await who.get(path)).text);
  await meanwhile();
  const before = await dump(desk.app.db);
  const answer = await submit(who, path, { ...opened, ...typed });
  expect(answer.status).toBe(409);
  expectRefused(answer, typed, ['Någon annan har ändrat samma sak', told]);
  expect(await changedSince(before, desk.app.db)).toEqual([]);
  return answer;
}

function expectRefused({ text }: supertest.Response, typed: Fields, sentences: string[]): void {
  expect(text).toContain('<title>Fel: ');
  const words = wordsOf(text);
  for (const sentence of sentences) expect(words).toContain(sentence);
  const kept = formIn(text);
  const asList = (value: string | string[] = []) => [value].flat().map(one => one.trim());
  for (const [name, value] of Object.entries(typed))
    expect([name, asList(kept[name])]).toEqual([name, asList(value)]);
}
