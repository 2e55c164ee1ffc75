import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { page, type Answer } from '../platform/web/answer.js';
import { usePage } from '../platform/web/page-context.js';
import {
  CheckboxKeys,
  ErrorSummary,
  PostForm,
  RadioKeys,
  TextArea,
  TextField,
  Tick,
  type Choice,
} from '../platform/web/parts/form.js';
import { frameTexts } from '../platform/web/texts.js';
import type { Language } from '../shared/language.js';
import type { SignedIn } from '../staff/roles.js';
import { staffMenu, type StaffPlace } from '../staff/staff-menu.js';
import type { FieldWords, Filled } from './filled.js';
import type { Sheet } from './sheet.js';
import { sheetTexts } from './sheet-texts.js';

interface SheetFormProps<S extends Sheet> {
  action: string;
  filled: Filled<S>;
  words: FieldWords<S>;
  children: ComponentChildren;
  /** Beside the button that saves. */
  moreButtons?: ComponentChildren;
  /** What has to be known before it is saved: the button then saves all the same. */
  warning?: string;
  /** What the button says, where that is not "save". */
  button?: string;
}

const FormContext = createContext<{
  filled: Filled;
  words: Record<string, { label: string; hint?: string }>;
}>({
  filled: { sheet: {}, seen: '', errors: [], isStale: false },
  words: {},
});

/** A form over one sheet. The fields within know by their name what stands in them and what is wrong. */
export function SheetForm<S extends Sheet>(props: SheetFormProps<S>) {
  const { action, filled, words, children, moreButtons, warning, button } = props;
  const t = sheetTexts[usePage().language];
  return (
    <FormContext.Provider value={{ filled, words }}>
      <PostForm action={action} class="fb-fields fb-sheet">
        <input type="hidden" name="sedd" value={filled.seen} />
        {children}
        {warning && (
          <p class="fb-note" data-kind="warning" role="status">
            {warning}
          </p>
        )}
        <div class="fb-buttons">
          <button class="ds-button" name="steg" value={warning ? 'anda' : 'spara'}>
            {warning ? t.saveAnyway : (button ?? t.save)}
          </button>
          {!warning && moreButtons}
        </div>
      </PostForm>
    </FormContext.Provider>
  );
}

/** On top of the page: faults, or what somebody else has written meanwhile. */
export function SheetErrors({ filled }: { filled: Filled }) {
  const t = sheetTexts[usePage().language];
  return (
    <>
      <ErrorSummary errors={filled.errors} title={filled.isStale ? t.staleTitle : undefined} />
      {filled.isStale && (
        <p class="fb-note mb-6" data-kind="warning">
          {t.staleLead}
        </p>
      )}
    </>
  );
}

function useField(name: string) {
  const { filled, words } = useContext(FormContext);
  const value = filled.sheet[name];
  return {
    id: name,
    label: words[name]!.label,
    hint: words[name]!.hint,
    value: typeof value === 'string' ? value : '',
    values: Array.isArray(value) ? value : [value ?? ''],
    error: filled.isStale ? undefined : filled.errors.find(error => error.id === name)?.message,
  };
}

interface LineProps {
  name: string;
  width?: '4' | '10' | '20';
  type?: 'text' | 'date' | 'email' | 'tel';
  isOptional?: boolean;
  /** Digits only. */
  isNumber?: boolean;
}

export function Line({ name, width, type, isOptional, isNumber = width === '4' }: LineProps) {
  const field = useField(name);
  return (
    <TextField
      {...field}
      width={width}
      type={type}
      isOptional={isOptional}
      autocomplete="off"
      inputmode={isNumber ? 'numeric' : undefined}
    />
  );
}

export function Area({ name, rows, isOptional }: { name: string; rows: number; isOptional?: boolean }) {
  const field = useField(name);
  return <TextArea {...field} rows={rows} isOptional={isOptional} />;
}

export function OneOf({ name, choices }: { name: string; choices: Choice[] }) {
  const field = useField(name);
  return (
    <RadioKeys
      name={name}
      legend={field.label}
      hint={field.hint}
      choices={choices}
      chosen={field.values}
      error={field.error}
      size="sm"
    />
  );
}

export function SomeOf({ name, choices }: { name: string; choices: Choice[] }) {
  const field = useField(name);
  return (
    <CheckboxKeys
      name={name}
      legend={field.label}
      hint={field.hint}
      choices={choices}
      chosen={field.values}
      error={field.error}
      size="sm"
    />
  );
}

export function YesNo({ name }: { name: string }) {
  const field = useField(name);
  return <Tick id={name} name={name} value="yes" label={field.label} isTicked={field.value === 'yes'} />;
}

/** What a form carries along without asking. */
export function Hidden({ name }: { name: string }) {
  return <input type="hidden" name={name} value={useField(name).value} />;
}

/** Fields that belong together, under a heading. */
export function Group({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: ComponentChildren;
}) {
  return (
    <section>
      <div class="fb-group">
        <h2>{title}</h2>
      </div>
      {lead && <p class="fb-muted mt-3">{lead}</p>}
      <div class="fb-fields mt-6">{children}</div>
    </section>
  );
}

/** Swedish and English beside each other where there is room. */
export const Pair = ({ children }: { children: ComponentChildren }) => (
  <div class="fb-languages">{children}</div>
);

interface SheetPage {
  me: SignedIn;
  language: Language;
  place: StaffPlace;
  title: string;
  filled: Filled;
  body: ReturnType<typeof page>['body'];
}

/** The answer that shows a form: as it is, with faults, or overtaken by somebody else. */
export function sheetPage({ me, language, place, title, filled, body }: SheetPage): Answer {
  const isWrong = filled.isStale || filled.errors.length > 0;
  return page({
    status: filled.isStale ? 409 : isWrong ? 422 : 200,
    title: isWrong ? frameTexts[language].errorPrefix + title : title,
    menu: staffMenu(language, place, me),
    body,
  });
}
