import { usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import type { SignedIn } from '../../staff/roles.js';
import type { BookingView } from '../booking-view.queries.js';
import { agendaTexts } from './agenda-texts.js';

/** Contact details are for those who go on the visit, and for the coordinator. */
export const mayContact = (me: SignedIn, view: BookingView): boolean =>
  me.role === 'coordinator' || view.staff.some(person => person.id === me.assistantId);

/** Three thumb buttons: call whoever meets us, mail the contact, find the way. */
export function Contacts({ me, view }: { me: SignedIn; view: BookingView }) {
  const t = agendaTexts[usePage().language];
  const address = [view.schoolStreet, view.schoolPostalCode, view.schoolCity].filter(Boolean).join(' ');
  const onTheDay =
    view.contact.onSiteName && view.contact.onSitePhone
      ? { name: view.contact.onSiteName, phone: view.contact.onSitePhone }
      : view.contact;
  const isForMe = mayContact(me, view);
  return (
    <div class="fb-thumbs">
      {isForMe && onTheDay.phone && (
        <a href={`tel:${onTheDay.phone}`} aria-label={t.callWhom(onTheDay.name)}>
          <Icon name="phone" />
          {t.call}
        </a>
      )}
      {isForMe && view.contact.email && (
        <a href={`mailto:${view.contact.email}`} aria-label={t.mailWhom(view.contact.name)}>
          <Icon name="envelope" />
          {t.mail}
        </a>
      )}
      {address && (
        <a
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`}
          aria-label={t.mapOf(address)}
          rel="noreferrer"
        >
          <Icon name="pin" />
          {t.map}
        </a>
      )}
    </div>
  );
}
