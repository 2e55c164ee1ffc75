import { usePage } from '../platform/web/page-context.js';
import { TextField, type FieldError } from '../platform/web/parts/form.js';
import type { Language } from '../shared/language.js';
import type { ContactFault, ContactFaults, TypedContact } from './contact.rules.js';
import { journeyTexts } from './journey/journey-texts.js';
import { textOf, type Posted } from '../platform/web/posted.js';

/** Reads the fields of this form; shared by the booking and by later changes to it. */
export const postedContact = (posted: Posted): TypedContact => ({
  name: textOf(posted, 'namn'),
  role: textOf(posted, 'roll'),
  email: textOf(posted, 'epost'),
  phone: textOf(posted, 'telefon'),
  onSiteName: textOf(posted, 'annan_namn'),
  onSitePhone: textOf(posted, 'annan_telefon'),
});

const FIELD_IDS: Record<keyof TypedContact, string> = {
  name: 'namn',
  role: 'roll',
  email: 'epost',
  phone: 'telefon',
  onSiteName: 'annan_namn',
  onSitePhone: 'annan_telefon',
};

/** Each fault as a sentence that says how to mend it. */
export function contactErrors(faults: ContactFaults, language: Language): FieldError[] {
  const t = journeyTexts[language].contactPage.faults;
  const missing: Record<keyof TypedContact, string> = {
    name: t.nameMissing,
    role: '',
    email: t.emailMissing,
    phone: t.phoneMissing,
    onSiteName: t.onSiteNameMissing,
    onSitePhone: t.onSitePhoneMissing,
  };
  const sentence = (field: keyof TypedContact, fault: ContactFault): string => {
    if (fault === 'missing') return missing[field];
    if (fault === 'invalid') return field === 'email' ? t.emailInvalid : t.phoneInvalid;
    return t[fault];
  };
  return (Object.keys(FIELD_IDS) as (keyof TypedContact)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELD_IDS[field], message: sentence(field, fault) }] : [];
  });
}

export function ContactFields({ typed, errors }: { typed: TypedContact; errors: FieldError[] }) {
  const { language } = usePage();
  const t = journeyTexts[language].contactPage;
  const errorOf = (field: keyof TypedContact) => errors.find(error => error.id === FIELD_IDS[field])?.message;
  return (
    <>
      <TextField id="namn" label={t.name} value={typed.name} error={errorOf('name')} autocomplete="name" />
      <TextField
        id="roll"
        label={t.role}
        hint={t.roleHint}
        value={typed.role}
        error={errorOf('role')}
        isOptional
        autocomplete="organization-title"
        width="20"
      />
      <TextField
        id="epost"
        label={t.email}
        hint={t.emailHint}
        value={typed.email}
        error={errorOf('email')}
        type="email"
        inputmode="email"
        autocomplete="email"
      />
      <TextField
        id="telefon"
        label={t.phone}
        hint={t.phoneHint}
        value={typed.phone}
        error={errorOf('phone')}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        width="20"
      />
      <fieldset class="ds-fieldset fb-fields">
        <legend class="ds-label">{t.onSite}</legend>
        <p data-field="description">{t.onSiteHint}</p>
        <TextField
          id="annan_namn"
          label={t.onSiteName}
          value={typed.onSiteName}
          error={errorOf('onSiteName')}
          isOptional
          autocomplete="off"
        />
        <TextField
          id="annan_telefon"
          label={t.onSitePhone}
          value={typed.onSitePhone}
          error={errorOf('onSitePhone')}
          isOptional
          type="tel"
          inputmode="tel"
          autocomplete="off"
          width="20"
        />
      </fieldset>
    </>
  );
}
