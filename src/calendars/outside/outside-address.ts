import { fetchableUrl } from '../../platform/outbound/reach.js';

/** What we keep addresses sealed for. */
export const SEALED_FOR = 'address of an outside calendar';

const LONGEST = 2000;

/** The address of a calendar as it was pasted; webcal is what some programs call https. Undefined where it is none. */
export function outsideAddress(typed: string): { address: string; host: string } | undefined {
  const text = typed.trim().replace(/^webcals?:/i, 'https:');
  const url = text.length <= LONGEST ? fetchableUrl(text) : undefined;
  return url && { address: url.href, host: url.hostname };
}
