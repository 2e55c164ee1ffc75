import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { OutsideServer, TestReach } from '../../../test/setup/outside-server.js';
import { Outbound } from './outbound.js';
import { fetchableUrl, isPublicAddress } from './reach.js';

const NOTHING = { etag: undefined, lastModified: undefined };

let server: OutsideServer;
let reach: TestReach;
let outbound: Outbound;

beforeAll(async () => {
  server = await OutsideServer.start();
});
beforeEach(() => {
  reach = new TestReach(server.port);
  outbound = new Outbound(reach);
  server.requests.length = 0;
  server.gives('BEGIN:VCALENDAR');
});
afterAll(() => server.close());

const fetched = (address = 'https://kalender.example/k.ics', longestMs?: number) =>
  outbound.fetchText(address, NOTHING, longestMs);

describe('addresses', () => {
  test.each([
    'http://kalender.example/',
    'ftp://kalender.example/',
    'file:///etc/passwd',
    'https://user:secret@kalender.example/',
    'https://kalender.example:8443/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0x7f000001/',
    'https://017700000001/',
    'https://0/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://１２７.0.0.1/',
    'https://8.8.8.8/',
    'https://localhost/',
    'https://localhost./',
    'https://app.localhost/',
    'https://skrivare.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'kalender.example',
    '',
  ])('%s is refused without a question to anybody', async address => {
    expect(fetchableUrl(address)).toBeUndefined();
    expect(await fetched(address)).toEqual({ fault: 'refused' });
    expect(server.requests).toEqual([]);
  });

  test.each([
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['127.0.0.53', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['224.0.0.1', false],
    ['198.18.0.1', false],
    ['::', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['nonsense', false],
    ['8.8.8.8', true],
    ['::ffff:8.8.8.8', true],
    ['2a00:801::1', true],
  ])('%s is of the internet: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('names', () => {
  test.each([
    [['10.0.0.5']],
    [['127.0.0.2']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['93.184.216.34', '10.0.0.5']],
    [['127.0.0.1', '::ffff:192.168.0.1']],
    [[]],
  ])('that resolve to %j are refused', async addresses => {
    reach.names['kalender.example'] = addresses;
    expect(await fetched()).toEqual({ fault: 'refused' });
    expect(server.requests).toEqual([]);
  });

  test('that lead nowhere, and servers with another name’s certificate, cannot be reached', async () => {
    expect(await fetched('https://okand.example/')).toEqual({ fault: 'unreachable' });
    reach.names['tredje.example'] = ['127.0.0.1'];
    expect(await fetched('https://tredje.example/')).toEqual({ fault: 'unreachable' });
    expect(server.requests).toEqual([]);
  });
});

describe('redirects', () => {
  const redirectsTo = (location: string) => {
    server.answer = (request, response) => {
      if (request.url === '/k.ics') response.writeHead(302, { location }).end('moved');
      else response.end('BEGIN:VCALENDAR');
    };
  };

  test('within the same host are followed', async () => {
    redirectsTo('/annan.ics');
    expect(await fetched()).toMatchObject({ text: 'BEGIN:VCALENDAR' });
  });

  test.each([
    'https://annan.example/k.ics',
    'http://kalender.example/annan.ics',
    'https://127.0.0.1/annan.ics',
    'https://kalender.example:22/annan.ics',
    'file:///etc/passwd',
    'https://[::1]/',
    '',
    '/k.ics',
  ])('to %j are not', async location => {
    redirectsTo(location);
    expect(await fetched()).toEqual({ fault: 'movedElsewhere' });
    expect(server.requests.every(request => request.url === '/k.ics')).toBe(true);
  });

  test('are looked up again: a name may by then lead inward', async () => {
    server.answer = (_request, response) => {
      reach.names['kalender.example'] = ['10.0.0.5'];
      response.writeHead(302, { location: '/annan.ics', connection: 'close' }).end();
    };
    expect(await fetched()).toEqual({ fault: 'refused' });
    expect(server.requests.length).toBe(1);
  });
});

describe('answers', () => {
  test('come with what tells the next time whether they have changed', async () => {
    server.gives('BEGIN:VCALENDAR', { etag: '"v1"', 'last-modified': 'Mon, 07 Dec 2026 08:00:00 GMT' });
    const first = await fetched();
    expect(first).toEqual({
      kind: 'text',
      text: 'BEGIN:VCALENDAR',
      etag: '"v1"',
      lastModified: 'Mon, 07 Dec 2026 08:00:00 GMT',
    });
    server.answer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end();
    expect(
      await outbound.fetchText('https://kalender.example/k.ics', { etag: '"v1"', lastModified: undefined }),
    ).toEqual({
      kind: 'unchanged',
    });
  });

  test.each([
    [401, 'notShared'],
    [404, 'notShared'],
    [410, 'notShared'],
    [500, 'unexpected'],
    [204, 'unexpected'],
  ])('%s are %s', async (status, fault) => {
    server.answer = (_request, response) => response.writeHead(status).end();
    expect(await fetched()).toEqual({ fault });
  });

  test('packed by gzip are unpacked', async () => {
    server.answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('BEGIN:VCALENDAR'));
    expect(await fetched()).toMatchObject({ text: 'BEGIN:VCALENDAR' });
  });

  test('that are too large are given up: long, endless, or small until they are unpacked', async () => {
    server.gives('x'.repeat(2_000_001));
    expect(await fetched()).toEqual({ fault: 'tooLarge' });
    server.answer = (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(60_000)));
      };
      response.on('drain', more).writeHead(200);
      more();
    };
    expect(await fetched()).toEqual({ fault: 'tooLarge' });
    server.answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    expect(await fetched()).toEqual({ fault: 'tooLarge' });
  });

  test('that take too long are given up: silent ones, and those that come drop by drop', async () => {
    server.answer = () => undefined;
    expect(await fetched(undefined, 300)).toEqual({ fault: 'tooSlow' });
    server.answer = (_request, response) => {
      const drop = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(drop);
      });
    };
    expect(await fetched(undefined, 300)).toEqual({ fault: 'tooSlow' });
  });

  test('that break off cannot be reached', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('BEGIN:VCALENDAR');
      response.destroy();
    };
    expect(await fetched()).toEqual({ fault: 'unreachable' });
  });
});
