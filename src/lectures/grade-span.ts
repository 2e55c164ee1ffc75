import type { Language } from '../shared/language.js';

/** Förskoleklass comes before grade 1 and has a letter. */
const PRESCHOOL_CLASS = 0;
const NBSP = '\u00a0';
const WORDS: Record<Language, { grade: string; gymnasium: string }> = {
  sv: { grade: 'åk', gymnasium: 'gy' },
  en: { grade: 'Grade', gymnasium: 'upper sec.' },
};

/** "åk 4–6", "åk 9, gy 1–2": for whom a lecture is. Empty where the audience is adults. */
export function gradeSpan(grades: string[], language: Language): string {
  const words = WORDS[language];
  const years = runs(
    grades.flatMap(grade => (grade === 'F' ? [PRESCHOOL_CLASS] : /^\d+$/.test(grade) ? [Number(grade)] : [])),
  );
  const gymnasium = runs(grades.filter(grade => grade.startsWith('gy')).map(grade => Number(grade.slice(2))));
  return [years && `${words.grade}${NBSP}${years}`, gymnasium && `${words.gymnasium}${NBSP}${gymnasium}`]
    .filter(Boolean)
    .join(', ');
}

/** 4, 5, 6, 9 as "4–6, 9" */
function runs(numbers: number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last?.to === number - 1) last.to = number;
    else parts.push({ from: number, to: number });
  }
  return parts
    .map(({ from, to }) => (from === to ? gradeName(from) : `${gradeName(from)}–${gradeName(to)}`))
    .join(', ');
}

const gradeName = (grade: number) => (grade === PRESCHOOL_CLASS ? 'F' : String(grade));
