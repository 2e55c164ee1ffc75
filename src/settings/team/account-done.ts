import { textOf, type Posted } from '../../platform/web/posted.js';
import type { Language } from '../../shared/language.js';
import { emailAddress } from '../../shared/text/email.js';
import { ACCOUNT_ACTS } from './team.rules.js';
import { teamTexts } from './team-texts.js';

/** What has been done to an account, as told after the redirect; undefined for everything else in the address. */
export function accountDone(query: Posted, language: Language): string | undefined {
  const act = ACCOUNT_ACTS.find(one => one === textOf(query, 'klart'));
  const email = emailAddress(textOf(query, 'epost'));
  return act && email ? teamTexts[language].done[act](email) : undefined;
}
