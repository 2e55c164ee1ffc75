import type { Choice } from '../../platform/web/parts/form.js';
import type { Grade } from '../../schools/grade.entity.js';
import type { Language } from '../../shared/language.js';
import { capitalised } from '../../shared/time/format.js';

/** Grades to choose among, in their order. */
export const gradeChoices = (grades: Grade[], language: Language): Choice[] =>
  grades.map(grade => ({
    value: grade.code,
    label: capitalised(language === 'sv' ? grade.labelSv : grade.labelEn),
  }));
