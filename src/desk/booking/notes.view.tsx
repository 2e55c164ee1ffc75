import type { BookingView } from '../../bookings/booking-view.queries.js';
import type { Note } from '../../bookings/acts/notes.js';
import type { NoteFault } from '../../bookings/acts/notes.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm, TextArea } from '../../platform/web/parts/form.js';
import { dateAtClock } from '../../shared/time/format.js';
import { bookingDeskTexts } from './booking-desk-texts.js';
import { deskPath } from './desk-bookings.js';

/** A note that could not be kept, as it was typed. */
export interface TypedNote {
  text: string;
  fault: NoteFault;
}

/** What colleagues tell each other: apart from everything that the school sees. */
export function NotesPart({ view, notes, typed }: { view: BookingView; notes: Note[]; typed?: TypedNote }) {
  const { language } = usePage();
  const link = useLink();
  const t = bookingDeskTexts[language].notes;
  return (
    <section aria-labelledby="anteckningar">
      <div class="fb-group">
        <h2 id="anteckningar">{t.heading}</h2>
      </div>
      <ul class="fb-people">
        {notes.map(note => (
          <NoteItem view={view} note={note} />
        ))}
      </ul>
      <PostForm action={link(deskPath(view, '/anteckning'))} class="mt-4">
        <TextArea
          id="anteckning"
          rows={3}
          label={t.label}
          hint={t.hint}
          value={typed?.text}
          error={typed && t.faults[typed.fault]}
        />
        <button class="ds-button mt-3" data-variant="secondary">
          {t.save}
        </button>
      </PostForm>
    </section>
  );
}

function NoteItem({ view, note }: { view: BookingView; note: Note }) {
  const { language } = usePage();
  const link = useLink();
  const t = bookingDeskTexts[language].notes;
  const written = dateAtClock(language, note.writtenAt);
  return (
    <li>
      {note.text !== null && <p class="fb-words">{note.text}</p>}
      <p class="fb-small fb-muted">{t.by(note.writtenBy, written)}</p>
      {note.removedAt && note.removedBy ? (
        <p class="fb-small fb-muted">{t.removed(note.removedBy, dateAtClock(language, note.removedAt))}</p>
      ) : (
        <PostForm action={link(deskPath(view, '/anteckning/ta-bort'))}>
          <button class="fb-linklike fb-small" name="anteckning" value={note.id}>
            {t.remove}
            <span class="ds-sr-only"> {t.removeWhich(note.writtenBy, written)}</span>
          </button>
        </PostForm>
      )}
    </li>
  );
}
