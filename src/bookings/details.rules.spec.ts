import { describe, expect, test } from '@jest/globals';
import {
  noDetails,
  oneLine,
  readDetails,
  safeToKeep,
  textFault,
  type DetailsFaults,
  type TypedDetails,
} from './details.rules.js';

const limits = { grades: ['7', '8', '9'], groupSmallest: 10, groupLargest: 32 };
const forAdults = { grades: [], groupSmallest: 5, groupLargest: 150 };
const typed = (changes: Partial<TypedDetails> = {}): TypedDetails => ({
  grade: '9',
  className: '9B',
  pupils: '27',
  room: 'sal 214',
  needs: ['hearingLoop'],
  message: 'Vi har läst om alkohol.',
  ...changes,
});
function faultsOf(changes: Partial<TypedDetails>, by = limits): DetailsFaults {
  const outcome = readDetails(typed(changes), by);
  return 'faults' in outcome ? outcome.faults : {};
}
function detailsOf(changes: Partial<TypedDetails>, by = limits) {
  const outcome = readDetails(typed(changes), by);
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome.details;
}

describe('What a school tells of the visit', () => {
  test('is read as it was meant', () => {
    expect(detailsOf({})).toEqual({
      grade: '9',
      className: '9B',
      pupils: 27,
      room: 'sal 214',
      needs: ['hearingLoop'],
      message: 'Vi har läst om alkohol.',
    });
  });

  test('needs grade, class and number; room, needs and message are of one’s own choice', () => {
    const outcome = readDetails(noDetails(), limits);
    expect(outcome).toEqual({ faults: { grade: 'missing', className: 'missing', pupils: 'missing' } });
    expect(detailsOf({ room: '', needs: [], message: '' })).toMatchObject({
      room: '',
      needs: [],
      message: '',
    });
  });

  test('has a grade that lecture and school have in common', () => {
    expect(faultsOf({ grade: '6' })).toEqual({ grade: 'notOffered' });
    expect(faultsOf({ grade: ' ' })).toEqual({ grade: 'notOffered' });
    expect(faultsOf({ grade: '7' })).toEqual({});
  });

  test('has no grade where the audience is adults, whatever was sent', () => {
    expect(
      detailsOf({ grade: '', className: 'Vårdnadshavare i åk 7', pupils: '80' }, forAdults).grade,
    ).toBeNull();
    expect(detailsOf({ grade: '9', pupils: '80' }, forAdults).grade).toBeNull();
  });
});

describe('The number of a group', () => {
  test('lies within what the lecture is made for, both ends included', () => {
    expect(['9', '10', '32', '33'].map(pupils => faultsOf({ pupils }).pupils)).toEqual([
      'tooFew',
      undefined,
      undefined,
      'tooMany',
    ]);
  });

  test.each(['27 elever', '27,5', '27.0', '-27', '1e1', '0x1B', '27 28', '²7', '٢٧', '100000', 'NaN'])(
    '%j is not a number',
    pupils => {
      expect(faultsOf({ pupils })).toEqual({ pupils: 'notANumber' });
    },
  );

  test('may have spaces and zeros around it', () => {
    expect(detailsOf({ pupils: ' 27 ' }).pupils).toBe(27);
    expect(detailsOf({ pupils: '027' }).pupils).toBe(27);
    expect(faultsOf({ pupils: '  ' })).toEqual({ pupils: 'missing' });
  });
});

describe('Texts about a visit', () => {
  test('have a length to which they fit', () => {
    expect(faultsOf({ className: 'b'.repeat(40), room: 'r'.repeat(200), message: 'm'.repeat(500) })).toEqual(
      {},
    );
    expect(faultsOf({ className: 'b'.repeat(41), room: 'r'.repeat(201), message: 'm'.repeat(501) })).toEqual({
      className: 'tooLong',
      room: 'tooLong',
      message: 'tooLong',
    });
    expect(faultsOf({ message: `${'m'.repeat(500)}   \n` })).toEqual({});
  });

  test('are measured as the browser measures them: a line break is one sign', () => {
    expect(faultsOf({ message: `${'m'.repeat(249)}\r\n${'m'.repeat(250)}` })).toEqual({});
    expect(faultsOf({ message: `${'m'.repeat(250)}\r\n${'m'.repeat(250)}` })).toEqual({ message: 'tooLong' });
  });

  test('never hold a personal identity number', () => {
    const number = 'Kim 19121212-1212';
    expect(faultsOf({ className: number, room: number, message: number })).toEqual({
      className: 'personalNumber',
      room: 'personalNumber',
      message: 'personalNumber',
    });
  });

  test('may hold a telephone number', () => {
    expect(faultsOf({ message: 'Ring 070-174 06 12 när ni kommer.' })).toEqual({});
  });

  test('of one line stay on one line, without control characters', () => {
    const details = detailsOf({ className: ' 9B\r\nBcc: x@y.se ', room: 'sal\t214\u0000\u0085A' });
    expect(details.className).toBe('9B Bcc: x@y.se');
    expect(details.room).toBe('sal 214 A');
    expect(oneLine('\u2028a\u2029b\u00a0c\u0007')).toBe('a b c');
    expect(oneLine(' \n ')).toBe('');
  });

  test('of a message keep their lines, but nothing that a database or a mail chokes on', () => {
    expect(detailsOf({ message: '  Hej!\nVi ses.\n' }).message).toBe('Hej!\nVi ses.');
    expect(detailsOf({ message: 'Hej!\r\n\tVi\u0000 ses\u0007.\u001b[31m' }).message).toBe(
      'Hej!\n\tVi ses.[31m',
    );
  });

  test('that only hold spaces are missing', () => {
    expect(faultsOf({ className: ' \t\n' })).toEqual({ className: 'missing' });
  });

  test('are too long before they are anything else', () => {
    expect(textFault(`${'m'.repeat(600)} 19121212-1212`, 500)).toBe('tooLong');
    expect(textFault('19121212-1212', 500)).toBe('personalNumber');
    expect(textFault('', 500)).toBeUndefined();
  });
});

describe('Needs of a group', () => {
  test('are those that we know', () => {
    expect(detailsOf({ needs: ['interpreter', 'adaptedContent'] }).needs).toEqual([
      'interpreter',
      'adaptedContent',
    ]);
    expect(faultsOf({ needs: ['interpreter', 'diagnosis'] })).toEqual({ needs: 'unknownNeed' });
    expect(faultsOf({ needs: ['constructor'] })).toEqual({ needs: 'unknownNeed' });
  });
});

describe('A draft', () => {
  test('keeps what was typed, but no text with a personal identity number in it', () => {
    const safe = typed({ pupils: 'många' });
    expect(safeToKeep(safe)).toEqual(safe);
    const number = 'Kim 19121212-1212';
    const fields = { grade: number, className: number, pupils: number, room: number, message: number };
    expect(safeToKeep(typed({ ...fields, needs: [number, 'interpreter'] }))).toEqual(
      typed({ grade: '', className: '', pupils: '', room: '', message: '', needs: ['', 'interpreter'] }),
    );
  });
});
