// What may stand in the fields of a sheet, and what is wrong where it may not.
import { isIsoDate, type IsoDate } from '../shared/time/iso-date.js';
import { minuteOfDay, type MinuteOfDay } from '../shared/time/swedish-time.js';
import type { Sheet } from './sheet.js';

export type FaultCode =
  | 'missing'
  | 'notChosen'
  | 'tooLong'
  | 'tooManyLines'
  | 'notWhole'
  | 'notClock'
  | 'notDate'
  | 'notAfter'
  | 'notBoth'
  | 'otherLanguage'
  | 'notEmail'
  | 'notPhone'
  | 'notAddress'
  | 'overlaps'
  | 'outsideYear'
  | 'afterTerm';

/** What is wrong with a field; limits and the other field that it has to fit, where there are such. */
export interface Fault {
  code: FaultCode;
  least?: number;
  most?: number;
  other?: string;
}

export type Faults<S extends Sheet = Sheet> = Partial<Record<keyof S & string, Fault>>;

/** The field that says the same in the other language: titleSv and titleEn. */
const inEnglish = (name: string) => name.replace(/Sv$/, 'En');

/** Reads one sheet field by field, and keeps the first fault of each. */
export class SheetReader<S extends Sheet> {
  readonly faults: Faults<S> = {};

  constructor(private readonly sheet: S) {}

  get isFaultless(): boolean {
    return Object.keys(this.faults).length === 0;
  }

  fault(name: keyof S & string, fault: Fault): void {
    this.faults[name] ??= fault;
  }

  text(name: keyof S & string, most: number): string {
    const text = this.optionalText(name, most);
    if (text === '') this.fault(name, { code: 'missing' });
    return text;
  }

  optionalText(name: keyof S & string, most: number): string {
    const text = this.raw(name);
    if (text.length > most) this.fault(name, { code: 'tooLong', most });
    return text;
  }

  /** In both languages, or in none. */
  optionalPair(nameSv: keyof S & `${string}Sv`, most: number): { sv: string; en: string } {
    const nameEn = inEnglish(nameSv) as keyof S & string;
    const pair = { sv: this.optionalText(nameSv, most), en: this.optionalText(nameEn, most) };
    if ((pair.sv === '') !== (pair.en === ''))
      this.fault(pair.sv === '' ? nameSv : nameEn, { code: 'otherLanguage' });
    return pair;
  }

  /** One thing on each line, empty lines left out. */
  lines(name: keyof S & string, mostLines: number, mostOfEach: number): string[] {
    const lines = this.raw(name)
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    if (lines.length > mostLines) this.fault(name, { code: 'tooManyLines', most: mostLines });
    if (lines.some(line => line.length > mostOfEach)) this.fault(name, { code: 'tooLong', most: mostOfEach });
    return lines;
  }

  number(name: keyof S & string, least: number, most: number): number {
    const text = this.raw(name);
    const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    if (!(number >= least && number <= most)) this.fault(name, { code: 'notWhole', least, most });
    return number;
  }

  /** Null where nothing is written. */
  optionalNumber(name: keyof S & string, least: number, most: number): number | null {
    return this.raw(name) === '' ? null : this.number(name, least, most);
  }

  /** Null where nothing is written, or nothing that can be read. */
  optionalClock(name: keyof S & string): MinuteOfDay | null {
    const text = this.raw(name);
    if (text === '') return null;
    const minute = minuteOfDay(text);
    if (minute === undefined) this.fault(name, { code: 'notClock' });
    return minute ?? null;
  }

  date(name: keyof S & string): IsoDate {
    const text = this.raw(name);
    if (!isIsoDate(text)) this.fault(name, { code: 'notDate' });
    return text;
  }

  /** Null where nothing is written, or nothing that can be read. */
  optionalDate(name: keyof S & string): IsoDate | null {
    if (this.raw(name) === '') return null;
    const date = this.date(name);
    return isIsoDate(date) ? date : null;
  }

  oneOf<Choice extends string>(name: keyof S & string, choices: readonly Choice[]): Choice {
    const choice = choices.find(one => one === this.raw(name));
    if (choice === undefined) this.fault(name, { code: 'notChosen' });
    return choice ?? choices[0]!;
  }

  /** Those of the choices that were ticked, in the order of the choices. */
  someOf(name: keyof S & string, choices: readonly string[]): string[] {
    const ticked = this.sheet[name];
    return choices.filter(choice => Array.isArray(ticked) && ticked.includes(choice));
  }

  private raw(name: keyof S & string): string {
    const value = this.sheet[name];
    return typeof value === 'string' ? value : '';
  }
}
