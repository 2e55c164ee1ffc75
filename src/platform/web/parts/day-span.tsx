import { TextField, type FieldError } from './form.js';

interface DaySpanProps {
  words: { from: string; until: string; untilHint: string };
  /** As typed. */
  typed: { from: string; until: string };
  errors: FieldError[];
}

/** From one day to another, of which the last may be left out. */
export function DaySpan({ words, typed, errors }: DaySpanProps) {
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <TextField
        id="fran"
        label={words.from}
        value={typed.from}
        error={errorOf('fran')}
        type="date"
        width="10"
      />
      <TextField
        id="till"
        label={words.until}
        hint={words.untilHint}
        value={typed.until}
        error={errorOf('till')}
        type="date"
        width="10"
        isOptional
      />
    </>
  );
}
