import { Injectable } from '@nestjs/common';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Agent, buildConnector, errors, request, type Dispatcher } from 'undici';
import { fetchableUrl, Reach } from './reach.js';

/** What the file was when it was last fetched, in the words of its server. */
export interface Validators {
  etag: string | undefined;
  lastModified: string | undefined;
}

/** Why there is nothing: `refused` where we do not ask, the others are answers or silence. */
export type FetchFault =
  'refused' | 'unreachable' | 'tooSlow' | 'tooLarge' | 'movedElsewhere' | 'notShared' | 'unexpected';

export type Fetched =
  ({ kind: 'text'; text: string } & Validators) | { kind: 'unchanged' } | { fault: FetchFault };

/** Bytes of an answer, unpacked. */
const LARGEST = 2_000_000;
const LONGEST_MS = 20_000;
const SILENCE_MS = 10_000;
const MOST_REDIRECTS = 3;

/**
 * The one way in which a request goes out to an address that somebody has typed, and only from the worker. It goes to
 * names of the internet alone, whatever they resolve to and redirect to, and is given up when it takes long or is large.
 */
@Injectable()
export class Outbound {
  constructor(private readonly reach: Reach) {}

  async fetchText(address: string, known: Validators, longestMs = LONGEST_MS): Promise<Fetched> {
    const url = fetchableUrl(address);
    if (!url) return { fault: 'refused' };
    const agent = this.agent();
    const signal = AbortSignal.timeout(longestMs);
    try {
      return await follow(agent, url, known, signal);
    } catch (error) {
      return { fault: signal.aborted ? 'tooSlow' : faultOf(error) };
    } finally {
      await agent.destroy();
    }
  }

  private agent(): Agent {
    const { certificate, port } = this.reach;
    const connect = buildConnector({
      ca: certificate,
      lookup: this.lookup,
      allowH2: false,
      timeout: SILENCE_MS,
    });
    return new Agent({
      // A literal address is never looked up: it is refused before.
      connect: (options, callback) => {
        if (isIP(options.hostname.replace(/^\[|\]$/g, '')) || options.protocol !== 'https:')
          callback(new RefusedAddress(), null);
        else connect(port === undefined ? options : { ...options, port: String(port) }, callback);
      },
      headersTimeout: SILENCE_MS,
      bodyTimeout: SILENCE_MS,
      maxHeaderSize: 16_384,
    });
  }

  /** Of a name that also leads inward, no address is used. The connection goes to what was looked at, not to a later answer. */
  private readonly lookup: LookupFunction = (name, options, callback) => {
    this.reach.addressesOf(name).then(
      found => {
        const [first] = found;
        if (!first || !found.every(({ address }) => this.reach.isAllowed(address)))
          callback(new RefusedAddress(), '', 0);
        else if (options.all) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error as Error, '', 0);
      },
    );
  };
}

class RefusedAddress extends Error {}
class TooLarge extends Error {}

async function follow(agent: Agent, start: URL, known: Validators, signal: AbortSignal): Promise<Fetched> {
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
        'accept-encoding': 'gzip',
        'user-agent': 'Faltbokning (calendar reader)',
        ...(known.etag && { 'if-none-match': known.etag }),
        ...(known.lastModified && { 'if-modified-since': known.lastModified }),
      },
    });
    const next = redirectOf(answer, url);
    if (next === undefined) return read(answer);
    await answer.body.dump({ limit: 10_000, signal });
    if (redirects === MOST_REDIRECTS || fetchableUrl(next.href)?.hostname !== start.hostname)
      return { fault: 'movedElsewhere' };
    url = next;
  }
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const { location } = headers;
  return (typeof location === 'string' ? URL.parse(location, from.href) : null) ?? new URL('about:blank');
}

async function read({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Fetched> {
  if (statusCode === 200) {
    return {
      kind: 'text',
      text: await textOf(body, one(headers['content-encoding'])),
      etag: one(headers.etag),
      lastModified: one(headers['last-modified']),
    };
  }
  // What is left of the answer goes with the connection.
  body.on('error', () => undefined).destroy();
  if (statusCode === 304) return { kind: 'unchanged' };
  return { fault: [401, 403, 404, 410].includes(statusCode) ? 'notShared' : 'unexpected' };
}

const one = (header: string | string[] | undefined) =>
  (Array.isArray(header) ? header[0] : header)?.slice(0, 500);

/** Counts what comes out: an answer may be packed small and be endless. */
async function textOf(body: Dispatcher.ResponseData['body'], encoding: string | undefined): Promise<string> {
  const parts: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    let bytes = 0;
    for await (const part of source) {
      bytes += part.length;
      if (bytes > LARGEST) throw new TooLarge();
      parts.push(part);
    }
  };
  await (encoding === 'gzip' ? pipeline(body, createGunzip(), collect) : pipeline(body, collect));
  return new TextDecoder().decode(Buffer.concat(parts));
}

function faultOf(error: unknown): FetchFault {
  if (error instanceof RefusedAddress) return 'refused';
  if (error instanceof TooLarge) return 'tooLarge';
  const isLate =
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError;
  return isLate ? 'tooSlow' : 'unreachable';
}
