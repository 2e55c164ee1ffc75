import { dateAtClock } from '../../../shared/time/format.js';
import { Icon } from '../../web/parts/icon.js';
import { BackLink, Facts } from '../../web/parts/page-parts.js';
import { usePage } from '../../web/page-context.js';
import type { DemonstrationMail } from '../demonstration-mail.entity.js';

const TEXTS = {
  sv: {
    title: 'Inkorg',
    lead: 'Här hamnar demonstrationens mejl i stället för hos mottagarna.',
    empty: 'Inga mejl än. Boka en föreläsning, så kommer det ett hit inom några sekunder.',
    to: 'Till',
    from: 'Från',
    sent: 'Skickat',
    file: 'Kalenderfil',
    download: 'Hämta faltbokning.ics',
    html: 'Så ser mejlet ut',
    text: 'Textdelen',
  },
  en: {
    title: 'Inbox',
    lead: 'The mails of the demonstration end up here instead of with their receivers.',
    empty: 'No mails yet. Book a lecture, and one arrives here within a few seconds.',
    to: 'To',
    from: 'From',
    sent: 'Sent',
    file: 'Calendar file',
    download: 'Download faltbokning.ics',
    html: 'What the mail looks like',
    text: 'The text part',
  },
};

export function InboxList({ mails }: { mails: DemonstrationMail[] }) {
  const { language } = usePage();
  const t = TEXTS[language];
  return (
    <div class="fb-wrap fb-message">
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <p class="fb-lead">{t.lead}</p>
      {mails.length === 0 && <p>{t.empty}</p>}
      <ul class="fb-actions fb-inbox mt-6">
        {mails.map(mail => (
          <li>
            <Icon name="envelope" />
            <a href={`/dev/inbox/${mail.id}`}>{mail.subject}</a>
            <p class="fb-muted">
              {mail.recipient}, {dateAtClock(language, mail.receivedAt)}
            </p>
            <Icon name="chevronRight" />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function InboxMessage({ mail }: { mail: DemonstrationMail }) {
  const { language } = usePage();
  const t = TEXTS[language];
  return (
    <div class="fb-wrap fb-message">
      <BackLink to="/dev/inbox" />
      <h1 class="ds-heading mb-6" data-size="lg">
        {mail.subject}
      </h1>
      <Facts
        facts={[
          { label: t.from, value: mail.sender },
          { label: t.to, value: mail.recipient },
          { label: t.sent, value: dateAtClock(language, mail.receivedAt) },
          ...(mail.calendar === null
            ? []
            : [{ label: t.file, value: <a href={`/dev/inbox/${mail.id}/faltbokning.ics`}>{t.download}</a> }]),
        ]}
      />
      <h2 class="ds-heading mt-9 mb-4" data-size="sm">
        {t.html}
      </h2>
      <iframe
        class="fb-mailframe"
        title={t.html}
        src={`/dev/inbox/${mail.id}/html`}
        sandbox="allow-popups allow-top-navigation-by-user-activation"
      ></iframe>
      <h2 class="ds-heading mt-9 mb-4" data-size="sm">
        {t.text}
      </h2>
      <pre class="fb-mailtext">{mail.bodyText}</pre>
    </div>
  );
}
