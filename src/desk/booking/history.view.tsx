import type { MailOfBooking } from '../../bookings/manage/mail-states.queries.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Language } from '../../shared/language.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import { bookingDeskTexts } from './booking-desk-texts.js';
import type { PastEvent, TeamsFacts } from './desk-booking.queries.js';
import { actorInWords, eventInWords } from './history-words.js';

export function History({ facts }: { facts: TeamsFacts }) {
  const t = bookingDeskTexts[usePage().language];
  return (
    <section aria-labelledby="historik">
      <div class="fb-group">
        <h2 id="historik">{t.history}</h2>
      </div>
      <Events events={facts.events} names={facts.names} />
    </section>
  );
}

/** What happened, the oldest first, with when and by whom. */
export function Events({ events, names }: { events: PastEvent[]; names: TeamsFacts['names'] }) {
  const { language } = usePage();
  return (
    <ol class="fb-events">
      {events.map(event => (
        <li>
          <p>{eventInWords(event, names, language)}.</p>
          <p class="fb-small fb-muted">
            {capitalised(dateAtClock(language, event.at))}, {actorInWords(event, language)}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Every mail of the booking: to whom, and how it went. */
export function MailTable({ mails }: { mails: MailOfBooking[] }) {
  const { language } = usePage();
  const t = bookingDeskTexts[language];
  return (
    <section aria-labelledby="mejl">
      <div class="fb-group">
        <h2 id="mejl">{t.mails}</h2>
      </div>
      {mails.length === 0 ? (
        <p class="mt-3 fb-muted">{t.noMails}</p>
      ) : (
        <table class="fb-mailstates">
          <thead>
            <tr>
              <th scope="col">{t.mailHead.what}</th>
              <th scope="col">{t.mailHead.to}</th>
              <th scope="col">{t.mailHead.state}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map(mail => (
              <tr>
                <th scope="row">{t.mailKinds[mail.kind] ?? mail.kind}</th>
                <td>{mail.recipient}</td>
                <td>
                  <MailState mail={mail} language={language} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const SHAPES = {
  pending: 'wait',
  sending: 'wait',
  retry: 'wait',
  accepted: 'ok',
  failed: 'bad',
  suppressed: 'off',
} as const;

function MailState({ mail, language }: { mail: MailOfBooking; language: Language }) {
  const t = bookingDeskTexts[language];
  const word = t.mailStates[mail.state];
  const when = dateAtClock(language, mail.settledAt ?? mail.dueAt);
  return (
    <>
      <span class="fb-status" data-s={SHAPES[mail.state]}>
        {typeof word === 'string' ? word : word(when)}
      </span>
      {mail.mayBeDuplicate && <span class="fb-small fb-muted"> {t.duplicate}</span>}
      {(mail.state === 'failed' || mail.state === 'retry') && mail.lastAnswer && (
        <p class="fb-small fb-muted">{mail.lastAnswer}</p>
      )}
    </>
  );
}
