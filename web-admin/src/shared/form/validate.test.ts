import { describe, expect, it } from 'vitest';
import type { FormNode } from './schema';
import { check, fromServer, lengthOf, pathOf } from './validate';

const say = (key: string): string => key.replace('form.error.', '');
const judge = (node: Partial<FormNode>, value: unknown, required = false): string | null =>
  check({ type: 'textfield', key: 'x', ...node }, value, required, () => null, say);

describe('An answer', () => {
  it('is missed only where it is required', () => {
    expect(judge({}, '')).toBeNull();
    expect(judge({}, '  ', true)).toBe('fill');
    expect(judge({ type: 'select' }, null, true)).toBe('choose');
    expect(judge({ type: 'checkbox' }, false, true)).toBe('tick');
    expect(judge({ type: 'filepicker' }, [], true)).toBe('upload');
    expect(judge({ type: 'dynamiclist' }, [], true)).toBe('row');
  });
  it('has a length that counts characters as people do', () => {
    expect(lengthOf('𠮷😀')).toBe(2);
    expect(judge({ validate: { maxLength: 2 } }, '𠮷😀')).toBeNull();
    expect(judge({ validate: { maxLength: 1 } }, '𠮷😀')).toBe('maxLength');
    expect(judge({ validate: { minLength: 3 } }, '𠮷😀')).toBe('minLength');
  });
  it('fits a pattern, an address, a telephone number', () => {
    expect(judge({ validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'AB12')).toBeNull();
    expect(judge({ validate: { pattern: '^[A-Z]{2}\\d+$' } }, 'ab12')).toBe('pattern');
    expect(judge({ validate: { validationType: 'email' } }, 'chen.yu@example.com')).toBeNull();
    expect(judge({ validate: { validationType: 'email' } }, 'chen.yu')).toBe('email');
    expect(judge({ validate: { validationType: 'phone' } }, '+86 138 0000 0000')).toBeNull();
    expect(judge({ validate: { validationType: 'phone' } }, '一三八')).toBe('phone');
  });
  it('is a number within its bounds', () => {
    const number = { type: 'number', decimalDigits: 2, validate: { min: 1, max: 10 } };
    expect(judge(number, 5)).toBeNull();
    expect(judge(number, 0)).toBe('min');
    expect(judge(number, '11.00')).toBe('max');
    expect(judge(number, '1.234')).toBe('digits');
    expect(judge({ ...number, decimalDigits: 0 }, 1.5)).toBe('whole');
    expect(judge(number, '三')).toBe('number');
  });
});

describe('A refusal of the server', () => {
  it('finds its field whatever way the path is written', () => {
    expect(pathOf('answers.lines[0].amount')).toBe('lines.0.amount');
    expect(pathOf('answers.start')).toBe('start');
  });
  it('is named after the field', () => {
    const model = {
      schema: { components: [{ type: 'textfield', key: 'start', label: '开始' }] },
      answers: {},
      rights: {},
      fallback: 'write' as const,
    };
    expect(fromServer([{ field: 'answers.start', message: '太早' }], model, 'zh-CN')).toEqual([
      { path: 'start', label: '开始', message: '太早' },
    ]);
  });
});
