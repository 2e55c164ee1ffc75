import type { UndoableAct } from '../../bookings/acts/undos.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { atClockSecond, dateAtClock } from '../../shared/time/format.js';
import { actTexts } from './act-texts.js';

/** What was just done, when its mails leave, and the press that undoes it; it stays until the page is left. */
export function UndoBar({ acts }: { acts: UndoableAct[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = actTexts[language].undo;
  const [first] = acts;
  if (!first) return null;
  return (
    <PostForm action={link('/bokningar/angra')} class="fb-undo mb-4">
      <p role="status">
        {doneInWords(acts, first, language)} <small>{t.mails(atClockSecond(language, first.until))}</small>
      </p>
      <button name="omgang" value={first.batchId}>
        {t.press}
      </button>
    </PostForm>
  );
}

function doneInWords(acts: UndoableAct[], first: UndoableAct, language: Language): string {
  const t = actTexts[language].undo;
  if (acts.some(act => act.kind !== first.kind)) return t.mixed(acts.length);
  if (acts.length > 1) return t.several[first.kind](acts.length);
  const what = `${first.schoolName}, ${first.className}`;
  return t.done[first.kind](what, dateAtClock(language, first.startsAt));
}
