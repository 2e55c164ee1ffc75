import type { TypedContact } from '../../bookings/contact.rules.js';
import { NEEDS } from '../../bookings/details.rules.js';
import { needWord } from '../../bookings/visit-words.js';
import { gradeSpan } from '../../lectures/grade-span.js';
import { usePage } from '../../platform/web/page-context.js';
import { TextArea, TextField, Tick } from '../../platform/web/parts/form.js';
import { Select } from '../../platform/web/parts/select.js';
import { LANGUAGES, type Language } from '../../shared/language.js';
import { OTHER_SCHOOL, type TypedBooking } from './new-booking.form.js';
import type { Choices } from './new-booking.queries.js';
import { newBookingTexts } from './new-booking-texts.js';

interface FieldsProps {
  typed: TypedBooking;
  choices: Choices;
  errorOf: (id: string) => string | undefined;
}

/** In a list that letters and figures jump in, a year of grundskola begins with its figure. */
const gradeToType = (grade: string, language: Language) =>
  /^(\d+|F)$/.test(grade) ? grade : gradeSpan([grade], language);

export function VisitFields({ typed, choices, errorOf }: FieldsProps) {
  const { language } = usePage();
  const t = newBookingTexts[language];
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.what}</legend>
      <div class="row" data-columns="2">
        <Select
          id="forelasning"
          label={t.lecture}
          none={t.chooseLecture}
          choices={choices.lectures.map(lecture => ({
            value: lecture.id,
            label: lecture.texts[language].title,
          }))}
          chosen={typed.lectureId}
          error={errorOf('forelasning')}
        />
        <Select
          id="skola"
          label={t.school}
          none={t.chooseSchool}
          choices={[
            ...choices.schools.map(school => ({ value: school.id, label: school.displayName })),
            { value: OTHER_SCHOOL, label: t.otherSchool },
          ]}
          chosen={typed.school}
          error={errorOf('skola')}
        />
        <TextField id="datum" label={t.date} type="date" value={typed.date} error={errorOf('datum')} />
        <TextField
          id="klockan"
          label={t.time}
          value={typed.time}
          error={errorOf('klockan')}
          width="4"
          inputmode="numeric"
          autocomplete="off"
        />
      </div>
      <details class="mt-3" open={typed.school === OTHER_SCHOOL}>
        <summary>{t.otherSchool}</summary>
        <div class="row" data-columns="2">
          <TextField
            id="annan_skola"
            label={t.otherName}
            value={typed.otherName}
            error={errorOf('annan_skola')}
            autocomplete="off"
          />
          <TextField
            id="annan_gata"
            label={t.otherStreet}
            value={typed.otherStreet}
            error={errorOf('annan_gata')}
            isOptional
            autocomplete="off"
          />
        </div>
      </details>
    </fieldset>
  );
}

export function GroupFields({ typed, choices, errorOf }: FieldsProps) {
  const { language } = usePage();
  const t = newBookingTexts[language];
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.group}</legend>
      <div class="row" data-columns="4">
        <Select
          id="arskurs"
          label={t.grade}
          none={t.chooseGrade}
          choices={choices.grades.map(grade => ({ value: grade, label: gradeToType(grade, language) }))}
          chosen={typed.details.grade}
          error={errorOf('arskurs')}
        />
        <TextField
          id="klass"
          label={t.className}
          value={typed.details.className}
          error={errorOf('klass')}
          autocomplete="off"
        />
        <TextField
          id="antal"
          label={t.pupils}
          value={typed.details.pupils}
          error={errorOf('antal')}
          inputmode="numeric"
          autocomplete="off"
        />
        <TextField
          id="sal"
          label={t.room}
          value={typed.details.room}
          error={errorOf('sal')}
          isOptional
          autocomplete="off"
        />
      </div>
      <details class="mt-3" open={typed.details.message !== '' || typed.details.needs.length > 0}>
        <summary>
          {t.needs}, {t.message.toLowerCase()}
        </summary>
        <div class="row" data-columns="2">
          <fieldset class="ds-fieldset">
            <legend class="ds-label">{t.needs}</legend>
            {NEEDS.map(need => (
              <Tick
                id={`behov-${need}`}
                name="behov"
                value={need}
                label={needWord(language, need)}
                isTicked={typed.details.needs.includes(need)}
              />
            ))}
          </fieldset>
          <TextArea
            id="meddelande"
            rows={3}
            label={t.message}
            hint={t.messageHint}
            value={typed.details.message}
            error={errorOf('meddelande')}
            isOptional
          />
        </div>
      </details>
    </fieldset>
  );
}

/** In the order in which one asks on the telephone. */
const CONTACT: { id: string; of: keyof TypedContact; type?: 'email' | 'tel'; isOptional?: true }[] = [
  { id: 'namn', of: 'name' },
  { id: 'epost', of: 'email', type: 'email' },
  { id: 'telefon', of: 'phone', type: 'tel' },
  { id: 'roll', of: 'role', isOptional: true },
  { id: 'annan_namn', of: 'onSiteName', isOptional: true },
  { id: 'annan_telefon', of: 'onSitePhone', type: 'tel', isOptional: true },
];

export function ContactFields({ typed, errorOf }: FieldsProps) {
  const { language } = usePage();
  const t = newBookingTexts[language];
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{t.contact}</legend>
      <div class="row" data-columns="2">
        {CONTACT.map(({ id, of, type, isOptional }) => (
          <TextField
            id={id}
            label={t[of]}
            value={typed.contact[of]}
            error={errorOf(id)}
            type={type}
            inputmode={type}
            isOptional={isOptional}
            autocomplete="off"
          />
        ))}
        <Select
          id="sprak"
          label={t.language}
          choices={LANGUAGES.map(one => ({ value: one, label: t.languages[one] }))}
          chosen={typed.language}
        />
      </div>
    </fieldset>
  );
}
