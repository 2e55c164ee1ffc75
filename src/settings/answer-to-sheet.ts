import { NotFoundException } from '@nestjs/common';
import { seeOther, type Answer } from '../platform/web/answer.js';
import { textOf, type Posted } from '../platform/web/posted.js';
import type { Language } from '../shared/language.js';
import { isRefusal } from '../shared/refusal.js';
import { outrun, withFaults, type FieldWords, type Filled } from './filled.js';
import type { Sheet } from './sheet.js';
import type { Faults } from './sheet-reader.js';
import type { EditOutcome } from './sheets.service.js';

interface Faulty<S extends Sheet> {
  faults: Faults<S>;
}
const isFaulty = <S extends Sheet>(read: object): read is Faulty<S> => 'faults' in read;

/** A form that somebody sent in. */
interface SentSheet<S extends Sheet, Read extends object> {
  posted: Posted;
  sheet: S;
  /** What the sheet says, or what is wrong with it. */
  read: Read;
  words: FieldWords<S>;
  language: Language;
}

interface Answers<S extends Sheet, Read> {
  save: (read: Exclude<Read, Faulty<S>>, seen: string) => Promise<EditOutcome<S>>;
  /** The page of the form. */
  show: (filled: Filled<S>) => Promise<Answer>;
  /** Where it goes from here once it is saved. */
  savedAt: string;
}

/** Saves what was sent in; or shows it once more with its faults, or with what somebody else has written meanwhile. */
export async function answerToSheet<S extends Sheet, Read extends object>(
  { posted, sheet, read, words, language }: SentSheet<S, Read>,
  { save, show, savedAt }: Answers<S, Read>,
): Promise<Answer> {
  const seen = textOf(posted, 'sedd');
  if (isFaulty<S>(read)) return show(withFaults(sheet, seen, read.faults, words, language));
  const outcome = await save(read as Exclude<Read, Faulty<S>>, seen);
  if (!isRefusal(outcome)) return seeOther(savedAt);
  if (outcome.refused === 'gone') throw new NotFoundException();
  return show(outrun(sheet, outcome.details.current, words, language));
}
