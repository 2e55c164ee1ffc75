import type { Language } from '../language.js';

const NBSP = '\u00a0';

/** Digits in threes: "2 086", in English "2,086". */
export const grouped = (language: Language, number: number): string =>
  String(number).replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? NBSP : ',');
