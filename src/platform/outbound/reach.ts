import ipaddr from 'ipaddr.js';
import { lookup as resolve } from 'node:dns/promises';
import { isIP } from 'node:net';

export interface Address {
  address: string;
  family: number;
}

/** Where a request of ours may go. */
export abstract class Reach {
  abstract addressesOf(name: string): Promise<Address[]>;
  abstract isAllowed(address: string): boolean;
  /** Certificates to believe beside those of the machine, and which port stands for 443: for tests alone. */
  readonly certificate: string | undefined = undefined;
  readonly port: number | undefined = undefined;
}

/** The internet, and nothing of the network that this machine stands in. */
export class PublicReach extends Reach {
  addressesOf(name: string): Promise<Address[]> {
    return resolve(name, { all: true });
  }

  isAllowed(address: string): boolean {
    return isPublicAddress(address);
  }
}

/** Whether an address is one of the internet: not of this machine, a private network, a link, or set aside otherwise. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

/** Names that only mean something within a network. */
const INWARD = /^[^.]*$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** The address of something to fetch: https to a name of the internet, at the usual port. Undefined for all others. */
export function fetchableUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return undefined;
  // The parser writes every form of an address as a plain one: 2130706433 and 0x7f.1 become 127.0.0.1.
  const name = url.hostname.replace(/\.$/, '');
  return name.startsWith('[') || isIP(name) || INWARD.test(name) ? undefined : url;
}
