import { gradeSpan } from '../lectures/grade-span.js';
import { usePage } from '../platform/web/page-context.js';
import { RadioKeys, TextArea, TextField, Tick, type FieldError } from '../platform/web/parts/form.js';
import type { Language } from '../shared/language.js';
import {
  LONGEST,
  NEEDS,
  type DetailsFault,
  type DetailsFaults,
  type DetailsLimits,
  type TypedDetails,
} from './details.rules.js';
import { journeyTexts } from './journey/journey-texts.js';
import { textOf, textsOf, type Posted } from '../platform/web/posted.js';
import { needWord } from './visit-words.js';

/** Reads the fields of this form; shared by the booking and by later changes to it. */
export const postedDetails = (posted: Posted): TypedDetails => ({
  grade: textOf(posted, 'arskurs'),
  className: textOf(posted, 'klass'),
  pupils: textOf(posted, 'antal'),
  room: textOf(posted, 'sal'),
  needs: textsOf(posted, 'behov'),
  message: textOf(posted, 'meddelande'),
});

const FIELD_IDS: Record<keyof TypedDetails, string> = {
  grade: 'arskurs',
  className: 'klass',
  pupils: 'antal',
  room: 'sal',
  needs: 'behov-hearingLoop',
  message: 'meddelande',
};

/** Each fault as a sentence that says how to mend it. */
export function detailsErrors(
  faults: DetailsFaults,
  limits: DetailsLimits,
  language: Language,
): FieldError[] {
  const t = journeyTexts[language].detailsPage.faults;
  const sentence = (field: keyof TypedDetails, fault: DetailsFault): string => {
    switch (fault) {
      case 'missing':
        if (field === 'grade') return t.gradeMissing;
        if (field === 'pupils') return t.pupilsMissing;
        return limits.grades.length > 0 ? t.classMissing : t.groupMissing;
      case 'notOffered':
        return t.gradeMissing;
      case 'notANumber':
        return t.pupilsNotANumber;
      case 'tooFew':
        return t.pupilsTooFew(limits.groupSmallest);
      case 'tooMany':
        return t.pupilsTooMany(limits.groupLargest);
      case 'tooLong':
        return t.tooLong(LONGEST[field as keyof typeof LONGEST]);
      case 'personalNumber':
        return t.personalNumber;
      case 'unknownNeed':
        return t.needs;
    }
  };
  return (Object.keys(FIELD_IDS) as (keyof TypedDetails)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELD_IDS[field], message: sentence(field, fault) }] : [];
  });
}

interface DetailsFieldsProps {
  typed: TypedDetails;
  limits: DetailsLimits;
  errors: FieldError[];
  street: string;
  concernReportUrl: string;
}

export function DetailsFields({ typed, limits, errors, street, concernReportUrl }: DetailsFieldsProps) {
  const { language } = usePage();
  const t = journeyTexts[language].detailsPage;
  const isClass = limits.grades.length > 0;
  const errorOf = (field: keyof TypedDetails) => errors.find(error => error.id === FIELD_IDS[field])?.message;
  return (
    <>
      {isClass && (
        <RadioKeys
          name="arskurs"
          legend={t.grade}
          choices={limits.grades.map(grade => ({ value: grade, label: gradeSpan([grade], language) }))}
          chosen={[typed.grade || (limits.grades.length === 1 ? limits.grades[0]! : '')]}
          error={errorOf('grade')}
        />
      )}
      <TextField
        id="klass"
        label={isClass ? t.className : t.group}
        hint={isClass ? t.classHint(`${limits.grades.at(-1)!.replace('gy', 'EK2')}B`) : t.groupHint}
        value={typed.className}
        error={errorOf('className')}
        width={isClass ? '10' : undefined}
        autocomplete="off"
      />
      <TextField
        id="antal"
        label={isClass ? t.pupils : t.people}
        value={typed.pupils}
        error={errorOf('pupils')}
        width="4"
        inputmode="numeric"
        autocomplete="off"
      />
      <TextField
        id="sal"
        label={t.room}
        hint={t.roomHint(street)}
        value={typed.room}
        error={errorOf('room')}
        isOptional
        autocomplete="off"
      />
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.needs}</legend>
        <div class="fb-list mt-3">
          {NEEDS.map(need => (
            <Tick
              id={`behov-${need}`}
              name="behov"
              value={need}
              label={needWord(language, need)}
              isTicked={typed.needs.includes(need)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        id="meddelande"
        rows={4}
        label={isClass ? t.message : t.messageForAdults}
        hint={
          <>
            {t.messageHint} <a href={concernReportUrl}>{t.concern}</a>.
          </>
        }
        value={typed.message}
        error={errorOf('message')}
        isOptional
      />
    </>
  );
}
