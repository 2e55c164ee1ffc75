import type { UndoableAct } from '../../bookings/acts/undos.js';
import type { BookingView } from '../../bookings/booking-view.queries.js';
import type { SickDone } from '../../bookings/sick/sick-acts.js';
import type { PersonOfTeam } from '../../bookings/sick/sick-plans.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { listed } from '../../shared/text/listed.js';
import type { Language } from '../../shared/language.js';
import { dateAtClock } from '../../shared/time/format.js';
import { deskPath } from '../booking/desk-bookings.js';
import { whyNotInWords } from '../booking/several.view.js';
import { UndoBar } from '../booking/undo-bar.view.js';
import type { IllDays } from './ill-days.js';
import { sickPath } from './sick-address.js';
import { sickDeskTexts } from './sick-desk-texts.js';

/** What became of a visit. */
export type SickDoneLine = { view: BookingView } & ({ act: SickDone['act'] } | { whyNot: string });

interface SickDonePageProps {
  title: string;
  person: PersonOfTeam;
  days: IllDays;
  lines: SickDoneLine[];
  undoable: UndoableAct[];
}

export function SickDonePage({ title, person, days, lines, undoable }: SickDonePageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language];
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/oversikt" />
      <UndoBar acts={undoable} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {lines.length === 0 && <p class="mt-3">{t.nothingDone}</p>}
      <ul class="fb-people fb-actform mt-3">
        {lines.map(line => (
          <li>
            <a href={link(deskPath(line.view))}>
              {line.view.schoolName}, {line.view.className}
            </a>
            , {dateAtClock(language, line.view.startsAt)}
            <p>
              {'act' in line ? (
                <>
                  <span class="fb-status" data-s="ok">
                    {t.doneShort}
                  </span>{' '}
                  {doneInWords(line.act, line.view, language)}
                </>
              ) : (
                <span class="fb-status" data-s="bad">
                  {t.notDone(whyNotInWords(line.whyNot, language))}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p class="mt-6">
        <a href={link(sickPath(person.id, days))}>{t.left(person.name)}</a>
      </p>
    </div>
  );
}

/** The heading says what became of the press, for whoever reads no further. */
export function doneTitle(lines: SickDoneLine[], person: PersonOfTeam, language: Language): string {
  const done = lines.filter(line => 'act' in line).length;
  const t = sickDeskTexts[language].doneTitle;
  const title = done === 0 ? t.none : done < lines.length ? t.some : t.all;
  return `${title}: ${person.name}`;
}

/** Of the booking as it is now. */
function doneInWords(act: SickDone['act'], view: BookingView, language: Language): string {
  const t = sickDeskTexts[language].done;
  const names = listed(
    language,
    view.staff.map(person => person.name),
  );
  const { email } = view.contact;
  switch (act) {
    case 'move':
      return t.move(dateAtClock(language, view.startsAt), email);
    case 'cancel':
      return t.cancel(email);
    default:
      return t[act](names);
  }
}
