import type { ComponentChildren } from 'preact';
import type { Choice } from './form.js';

interface SelectProps {
  id: string;
  /** Under which it is sent, where that is not the id. */
  name?: string;
  label: ComponentChildren;
  choices: Choice[];
  chosen: string;
  /** The first line, which chooses nothing. */
  none?: string;
  error?: string;
}

/** One choice among many, in the browser's own list: letters jump to what they begin. */
export function Select({ id, name = id, label, choices, chosen, none, error }: SelectProps) {
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      <select
        class="ds-input"
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-fel` : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        <Options choices={choices} chosen={chosen} />
      </select>
      {error && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** The small list of a filter; its lines are `Options`, in groups where there are such. */
export function FilterSelect({
  id,
  label,
  children,
}: {
  id: string;
  label: string;
  children: ComponentChildren;
}) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select class="ds-input" id={id} name={id}>
        {children}
      </select>
    </div>
  );
}

export function Options({ choices, chosen }: { choices: Choice[]; chosen: string }) {
  return (
    <>
      {choices.map(({ value, label }) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}
