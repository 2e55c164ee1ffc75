import type { Chosen } from '../../bookings/acts/several.js';
import type { UndoableAct } from '../../bookings/acts/undos.js';
import { isComing } from '../../bookings/booking.rules.js';
import type { BookingView } from '../../bookings/booking-view.queries.js';
import { mayTellOutcome } from '../../bookings/outcome/outcome.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { Language } from '../../shared/language.js';
import { capitalised, dateAtClock } from '../../shared/time/format.js';
import { actTexts } from './act-texts.js';
import { ReasonFields, type TypedReason } from './cancel.view.js';
import { deskPath } from './desk-bookings.js';
import { severalTexts, type SeveralAct } from './several-texts.js';
import { UndoBar } from './undo-bar.view.js';

interface SeveralPageProps {
  act: SeveralAct;
  chosen: Chosen[];
  typed: TypedReason;
  errors: FieldError[];
  now: Date;
}

/** What will happen to each of the chosen bookings, and the press that does it. */
export function SeveralPage({ act, chosen, typed, errors, now }: SeveralPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = severalTexts[language];
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/bokningar" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.acts[act].title(chosen.length)}
      </h1>
      <ul class="fb-will mt-3">
        <li>{t.acts[act].will}</li>
        {act !== 'folj-upp' && <li>{actTexts[language].undoable}</li>}
      </ul>
      <PostForm action={link('/bokningar/flera')} class="fb-actform mt-6">
        <input type="hidden" name="gor" value={act} />
        <input
          type="hidden"
          name="bokningar"
          value={chosen.map(one => `${one.view.reference}.${String(one.seenVersion)}`).join(' ')}
        />
        <table class="fb-mailstates">
          <caption class="ds-sr-only">{t.chosen}</caption>
          <thead>
            <tr>
              <th scope="col">{t.head.school}</th>
              <th scope="col">{t.head.when}</th>
              <th scope="col">{t.head.staff}</th>
              <th scope="col">{t.head.will}</th>
            </tr>
          </thead>
          <tbody>
            {chosen.map(({ view }) => (
              <tr>
                <th scope="row">
                  {view.schoolName}, {view.className}
                </th>
                <td>{capitalised(dateAtClock(language, view.startsAt))}</td>
                <td>{view.staff.map(person => person.name).join(', ')}</td>
                <td>{whatHappens(act, view, now, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {act === 'stall-in' && <ReasonFields typed={typed} errorOf={errorOf} />}
        <div class="fb-buttons">
          <button class="ds-button" name="steg" value="gor">
            {t.acts[act].press}
          </button>
          <a href={link('/bokningar')}>{t.back}</a>
        </div>
      </PostForm>
    </div>
  );
}

function whatHappens(act: SeveralAct, view: BookingView, now: Date, language: Language): string {
  const t = severalTexts[language].perVisit;
  if (act === 'folj-upp') {
    const may = mayTellOutcome(view, now);
    return may === true ? t.followUp(view.pupils) : may.refused === 'notYet' ? t.notYet : t.over;
  }
  if (!isComing(view, now)) return t.over;
  if (act === 'stall-in') return t.cancel;
  const lacking = view.peopleNeeded - view.staff.filter(person => !person.isAway).length;
  return lacking > 0 ? t.fill(lacking) : t.full;
}

/** What became of one of several bookings. */
export interface DoneLine {
  view: BookingView;
  /** Undefined where it was done. */
  whyNot: string | undefined;
}

interface SeveralDoneProps {
  lines: DoneLine[];
  undoable: UndoableAct[];
  isUndone: boolean;
}

export function SeveralDonePage({ lines, undoable, isUndone }: SeveralDoneProps) {
  const { language } = usePage();
  const link = useLink();
  const t = severalTexts[language];
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to="/bokningar" />
      <UndoBar acts={undoable} />
      <h1 class="ds-heading" data-size="lg">
        {isUndone ? t.undoneTitle : t.doneTitle}
      </h1>
      {isUndone && <p class="mt-3">{t.undone}</p>}
      {lines.length === 0 && <p class="mt-3">{t.none}</p>}
      <ul class="fb-people fb-actform mt-3">
        {lines.map(({ view, whyNot }) => (
          <li>
            <a href={link(deskPath(view))}>
              {view.schoolName}, {view.className}
            </a>
            , {dateAtClock(language, view.startsAt)}
            {!isUndone && (
              <p>
                <span class="fb-status" data-s={whyNot === undefined ? 'ok' : 'bad'}>
                  {whyNot === undefined ? t.done : `${t.notDone}: ${whyNotInWords(whyNot, language)}`}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why something was not done, by the code of its refusal. */
export function whyNotInWords(code: string, language: Language): string {
  const t = severalTexts[language].whyNot;
  return Object.hasOwn(t, code) ? t[code as keyof typeof t] : t.other;
}
