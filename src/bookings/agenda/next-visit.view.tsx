import { useLink, usePage } from '../../platform/web/page-context.js';
import { clock } from '../../shared/time/format.js';
import { swedishDateOf, swedishMinuteOf } from '../../shared/time/swedish-time.js';
import { capitalised, weekdayAndDate } from '../../shared/time/format.js';
import type { SignedIn } from '../../staff/roles.js';
import type { BookingView } from '../booking-view.queries.js';
import { visitWords } from '../visit-words.js';
import { agendaTexts } from './agenda-texts.js';
import { companyInWords } from './company-words.js';
import { Contacts, mayContact } from './contacts.view.js';

/** The one visit on the board: where, with whom, whom to ring. */
export function NextVisit({ me, view, now }: { me: SignedIn; view: BookingView; now: Date }) {
  const { language } = usePage();
  const link = useLink();
  const t = agendaTexts[language];
  const words = visitWords(view, language);
  const think = [words.needs, mayContact(me, view) ? view.message : ''].filter(Boolean).join('. ');
  const facts = [
    { label: t.labels.place, value: [view.schoolStreet, view.room].filter(Boolean).join(', ') },
    { label: t.labels.meet, value: words.meetClock },
    { label: t.labels.with, value: companyInWords(me, view, language) },
    { label: t.labels.think, value: think },
  ];
  return (
    <article class="fb-visit mt-4">
      <p class="top">
        <span>{t.next}</span>
        <span>{howSoon(view, now, language)}</span>
      </p>
      <div class="in">
        <p class="clock">
          {clock(language, swedishMinuteOf(view.startsAt))}
          <span>–{clock(language, swedishMinuteOf(view.endsAt))}</span>
        </p>
        <h2>
          <a href={link(`/kalender/${view.reference}`)}>
            {view.schoolName}, {view.className}
          </a>
        </h2>
        <p>
          {words.title}, {t.pupils(view.pupils)}
        </p>
        <dl class="kv">
          {facts
            .filter(fact => fact.value !== '')
            .map(fact => (
              <div>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
        </dl>
        <Contacts me={me} view={view} />
      </div>
    </article>
  );
}

function howSoon(view: BookingView, now: Date, language: 'sv' | 'en'): string {
  const t = agendaTexts[language];
  const minutes = Math.ceil((view.startsAt.getTime() - now.getTime()) / 60_000);
  if (minutes <= 0) return t.now;
  const date = swedishDateOf(view.startsAt);
  return date === swedishDateOf(now) ? t.inMinutes(minutes) : capitalised(weekdayAndDate(language, date));
}
