import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import type { MailOfBooking } from './mail-states.queries.js';
import { manageTexts } from './manage-texts.js';

/** What has been mailed and will be, and how it went: nobody has to wonder. */
export function MailStates({ mails: all }: { mails: MailOfBooking[] }) {
  const { language } = usePage();
  const t = manageTexts[language];
  const mails = all.filter(mail => mail.kind in t.mailKinds && mail.state !== 'suppressed');
  if (mails.length === 0) return null;
  return (
    <>
      <div class="fb-group">
        <h2>{t.mails}</h2>
      </div>
      <Facts
        facts={mails.map(mail => ({ label: t.mailKinds[mail.kind]!, value: mailState(mail, language) }))}
      />
    </>
  );
}

function mailState(mail: MailOfBooking, language: Language): string {
  const t = manageTexts[language].mailStates;
  switch (mail.state) {
    case 'pending':
      return capitalised(t.planned(dateAtClock(language, mail.dueAt)));
    case 'sending':
      return capitalised(t.underway);
    case 'retry':
      return capitalised(t.retry);
    case 'accepted':
      return capitalised(t.accepted(dateAtClock(language, mail.settledAt!)));
    case 'failed':
      return capitalised(t.failed);
    case 'suppressed':
      return '';
  }
}
