import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.js';
import { frameTexts } from '../texts.js';

/** A form that changes something: always by POST, always with the page's token. */
export function PostForm({
  action,
  class: className,
  children,
}: {
  action: string;
  class?: string;
  children: ComponentChildren;
}) {
  const { csrfToken } = usePage();
  return (
    <form method="post" action={action} class={className} novalidate>
      <input type="hidden" name="_csrf" value={csrfToken()} />
      {children}
    </form>
  );
}

export interface FieldError {
  id: string;
  message: string;
}

/** On top of the page, focused, with a link to each field: what has to be corrected. */
export function ErrorSummary({ errors, title }: { errors: FieldError[]; title?: string }) {
  const t = frameTexts[usePage().language];
  if (errors.length === 0) return null;
  return (
    <div class="ds-error-summary" tabindex={-1} role="group" aria-labelledby="fel" autofocus>
      <h2 id="fel">{title ?? t.fixFields(errors.length)}</h2>
      <ul>
        {errors.map(error => (
          <li>
            <a href={`#${error.id}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string;
  value?: string;
  isOptional?: boolean;
}

const describedBy = (id: string, hint: unknown, error?: string) =>
  [hint ? `${id}-hjalp` : '', error ? `${id}-fel` : ''].filter(Boolean).join(' ') || undefined;

function FieldFrame({
  id,
  label,
  hint,
  error,
  isOptional,
  children,
}: FieldProps & { children: ComponentChildren }) {
  const t = frameTexts[usePage().language];
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
        {isOptional && ` ${t.optional}`}
      </label>
      {hint && (
        <p data-field="description" id={`${id}-hjalp`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  width?: '4' | '10' | '20';
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'date';
  autocomplete?: string;
  inputmode?: 'numeric' | 'email' | 'tel';
}

/** Preact types an input by the one kind it is; ours is one of several that behave alike. */
const ofType = (type: string) => ({ type }) as { type: 'text' };

export function TextField(props: TextFieldProps) {
  const { id, value, error, hint, width, type = 'text', autocomplete, inputmode } = props;
  return (
    <FieldFrame {...props}>
      <input
        class="ds-input"
        id={id}
        name={id}
        {...ofType(type)}
        value={value ?? ''}
        data-width={width}
        autocomplete={autocomplete}
        inputmode={inputmode}

        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & { rows: number }) {
  const { id, value, error, hint, rows } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        class="ds-input"
        id={id}
        name={id}
        rows={rows}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {value ?? ''}
      </textarea>
    </FieldFrame>
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface ChoicesProps {
  name: string;
  legend: string;
  choices: Choice[];
  chosen: string[];
  hint?: string;
  error?: string;
  size?: 'sm';
}

/** Few choices of which one is made, drawn as keys. The first key carries the group's name as id, for the error summary. */
export function RadioKeys(props: ChoicesProps) {
  return <Keys {...props} type="radio" />;
}

/** Few choices of which any number may be made; none chosen means all. */
export function CheckboxKeys(props: ChoicesProps) {
  return <Keys {...props} type="checkbox" />;
}

function Keys({
  name,
  legend,
  choices,
  chosen,
  hint,
  error,
  size,
  type,
}: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  return (
    <fieldset class="ds-fieldset" aria-describedby={describedBy(name, hint, error)}>
      <legend class="ds-label">{legend}</legend>
      {hint && (
        <p data-field="description" id={`${name}-hjalp`}>
          {hint}
        </p>
      )}
      <div class="fb-choices">
        {choices.map((choice, index) => (
          <label class="fb-choice" data-size={size}>
            <input
              type={type}
              name={name}
              id={index === 0 ? name : undefined}
              value={choice.value}
              checked={chosen.includes(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="ds-validation-message" id={`${name}-fel`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface TickProps {
  id: string;
  name: string;
  value: string;
  label: string;
  isTicked: boolean;
  error?: string;
}

export function Tick({ id, name, value, label, isTicked, error }: TickProps) {
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={isTicked}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-fel` : undefined}
      />
      <label class="ds-label" for={id}>
        {label}
      </label>
      {error && (
        <p class="ds-validation-message" id={`${id}-fel`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A choice among sentences, one below the other. */
export function RadioList({ name, legend, choices, chosen, error }: Omit<ChoicesProps, 'size'>) {
  return (
    <fieldset class="ds-fieldset" aria-describedby={describedBy(name, undefined, error)}>
      <legend class="ds-label">{legend}</legend>
      <div class="fb-list">
        {choices.map((choice, index) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name={name}
              id={index === 0 ? name : `${name}-${choice.value}`}
              value={choice.value}
              checked={chosen.includes(choice.value)}
            />
            <label class="ds-label" for={index === 0 ? name : `${name}-${choice.value}`}>
              {choice.label}
            </label>
          </div>
        ))}
      </div>
      {error && (
        <p class="ds-validation-message" id={`${name}-fel`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
