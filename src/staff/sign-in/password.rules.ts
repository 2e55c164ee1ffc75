// A password that is good enough (NIST SP 800-63B-4, 3.1.1.2): long, not one that everybody tries first, not made of
// what is known of its owner. No demands on signs, and none to change it without a reason.
import { dictionary } from '@zxcvbn-ts/language-common';

export const SHORTEST_PASSWORD = 12;
/** Longer ones only cost time to hash. */
const LONGEST_PASSWORD = 200;
/** What is left of it when all that is known of its owner has been taken out has to be something. */
const SHORTEST_REST = 6;

const LEAKED = new Set(dictionary['passwords-common']);

export type PasswordFault = 'tooShort' | 'tooLong' | 'leaked' | 'ownName';

export function passwordFault(
  password: string,
  owner: { name: string; email: string },
): PasswordFault | undefined {
  if (Array.from(password).length < SHORTEST_PASSWORD) return 'tooShort';
  if (password.length > LONGEST_PASSWORD) return 'tooLong';
  const lower = password.toLowerCase();
  if (isLeaked(lower)) return 'leaked';
  const known = [...owner.name.split(/\s+/), ...owner.email.split(/[@.]/), 'fältbokning', 'faltbokning'];
  const rest = known
    .filter(part => part.length > 2)
    .reduce((left, part) => left.replaceAll(part.toLowerCase(), ''), lower);
  return rest.length < SHORTEST_REST ? 'ownName' : undefined;
}

/** One of the list itself, one of it with figures or signs around, or one of it over and over. */
function isLeaked(lower: string): boolean {
  const core = lower.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  const unit = /^(.+?)\1+$/.exec(lower)?.[1];
  return [lower, core, unit].some(word => word !== undefined && (LEAKED.has(word) || new Set(word).size < 3));
}
