import type { Choice } from './form.js';

interface SelectProps {
  id: string;
  label: string;
  choices: Choice[];
  chosen: string;
  /** The first line, which chooses nothing. */
  none?: string;
  error?: string;
}

/** One choice among many, in the browser's own list: letters jump to what they begin. */
export function Select({ id, label, choices, chosen, none, error }: SelectProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      <select
        class="ds-input"
        id={id}
        name={id}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-fel` : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(choice => (
          <option value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
      {error && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {error}
        </p>
      )}
    </div>
  );
}
