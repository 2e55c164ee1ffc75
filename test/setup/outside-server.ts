import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress, Reach, type Address } from '../../src/platform/outbound/reach.js';

/** Made for these tests and for nothing else, for kalender.example and annan.example. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUNu2HdqG2faWlU5J
bLTckhdsWbod+2dT5zQh3LdpdZehRANCAAQ9MK/fj3XGMxoX8T+K8F+FmRC0cFgi
nJJWFLyqQLHhjjZh5eJyd3R7ehRy7Fgl4inGnERweyXjIY+ijHtpJm3d
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBuDCCAV+gAwIBAgIUaDwwAEDah3+DKVQDSZHhAs1gPH8wCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQa2FsZW5kZXIuZXhhbXBsZTAgFw0yNjExMjUxNjQzMTNaGA8y
MTI2MTEwMTE2NDMxM1owGzEZMBcGA1UEAwwQa2FsZW5kZXIuZXhhbXBsZTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABD0wr9+PdcYzGhfxP4rwX4WZELRwWCKcklYU
vKpAseGONmHl4nJ3dHt6FHLsWCXiKcacRHB7JeMhj6KMe2kmbd2jfzB9MB0GA1Ud
DgQWBBQU7jlvTH2uzkblX7AlQR8KpWJ+OzAfBgNVHSMEGDAWgBQU7jlvTH2uzkbl
X7AlQR8KpWJ+OzAPBgNVHRMBAf8EBTADAQH/MCoGA1UdEQQjMCGCEGthbGVuZGVy
LmV4YW1wbGWCDWFubmFuLmV4YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgIxGypG5U
TnSEZLthodgny4nBAULjECC9ORs6DM8h2gsCIDiJY2jBv2R5u9KqXsQnm5UsO1Mk
kUGcK+Ob50OqYqiQ
-----END CERTIFICATE-----`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of calendars on this machine, which stands for the internet. */
export class OutsideServer {
  answer: Answer = (_request, response) => response.writeHead(404).end();
  readonly requests: IncomingMessage[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<OutsideServer> {
    const server = createServer({ key: KEY, cert: CERTIFICATE });
    const outside = new OutsideServer(server);
    server.on('request', (request, response) => {
      outside.requests.push(request);
      outside.answer(request, response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return outside;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Answers every request with this file. */
  gives(file: string, headers: Record<string, string> = {}): void {
    this.answer = (_request, response) => response.writeHead(200, headers).end(file);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

/** Lets requests through to one server of this machine, and to nothing else that the product would refuse. */
export class TestReach extends Reach {
  override readonly certificate = CERTIFICATE;
  /** What names resolve to. */
  names: Record<string, string[]> = { 'kalender.example': ['127.0.0.1'], 'annan.example': ['127.0.0.1'] };
  /** The one address of this machine that counts as one of the internet. */
  let = '127.0.0.1';

  constructor(override readonly port: number) {
    super();
  }

  addressesOf(name: string): Promise<Address[]> {
    const found = this.names[name];
    if (!found) return Promise.reject(new Error(`${name} is not known`));
    return Promise.resolve(found.map(address => ({ address, family: address.includes(':') ? 6 : 4 })));
  }

  isAllowed(address: string): boolean {
    return address === this.let || isPublicAddress(address);
  }
}
