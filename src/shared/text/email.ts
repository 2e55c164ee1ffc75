/** Lengths by RFC 5321, 4.5.3.1. */
const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;

/**
 * Exactly one plain e-mail address, trimmed, its domain in lower case; otherwise undefined. Quoted local parts,
 * comments, lists and control characters are refused on purpose: a mail library may read two recipients out of them.
 * The expressions go without the flag u, under which "ſ" counts as s and the Kelvin sign as k.
 */
export function emailAddress(typed: string): string | undefined {
  const text = typed.trim();
  const match = /^([a-z0-9åäöéü!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9åäöéü!#$%&'*+/=?^_`{|}~-]+)*)@([^@]+)$/i.exec(
    text,
  );
  if (!match || text.length > LONGEST_ADDRESS) return undefined;
  const [, localPart, domain] = match;
  if (localPart!.length > LONGEST_LOCAL_PART || !isDomain(domain!)) return undefined;
  return `${localPart!}@${domain!.toLowerCase()}`;
}

const isDomain = (domain: string) =>
  /^(?:[a-z0-9åäö](?:[a-z0-9åäö-]{0,61}[a-z0-9åäö])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(domain);

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
