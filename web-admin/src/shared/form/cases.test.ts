import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capitals } from './capitals';
import { feel } from './feel';
import { reckon } from './reckon';
import type { Answers, FormNode } from './schema';
import { check } from './validate';

interface Cases {
  answers: { what: string; field: Partial<FormNode>; value: unknown; fault: string | null }[];
  formulas: {
    what: string;
    fields: string[];
    answers: Answers;
    formula: string;
    decimals?: number;
    result: unknown;
  }[];
  capitals: { sum: string; words: string }[];
}

/** The server's tests read the same cases. */
const cases = JSON.parse(readFileSync('../engine/src/test/resources/form-cases.json', 'utf8')) as Cases;

/** What the browser calls the server's reason. */
const REASONS: Record<string, string[]> = {
  required: ['fill', 'choose', 'tick', 'upload', 'row'],
  'too-long': ['maxLength'],
  'too-short': ['minLength'],
  'too-small': ['min'],
  'too-big': ['max'],
  'too-many-digits': ['digits'],
  'not-whole': ['whole'],
  'wrong-type': ['number', 'pattern'],
  'not-an-email': ['email'],
  'not-a-phone': ['phone', 'telephone'],
  'not-an-id-number': ['idNumber'],
  'id-number-slip': ['idNumberSlip'],
  'not-an-address': ['address'],
  'not-money': ['money'],
};

describe('Browser and server say the same', () => {
  it.each(cases.answers)('of $what', ({ field, value, fault }) => {
    const node = { type: 'textfield', key: 'x', ...field };
    const said = check(
      node,
      value,
      field.validate?.required === true,
      () => null,
      (key) => key.replace('form.error.', ''),
    );
    if (fault === null) expect(said).toBeNull();
    else expect(REASONS[fault]).toContain(said);
  });

  it.each(cases.formulas)('of $what', ({ fields, answers, formula, decimals, result }) => {
    const components: FormNode[] = fields.map((name) =>
      name === 'lines'
        ? { type: 'dynamiclist', path: 'lines', components: [{ type: 'number', key: 'price' }] }
        : { type: 'number', key: name },
    );
    const node: FormNode = { type: 'expression', key: 'result', expression: formula };
    if (decimals !== undefined) node.properties = { decimals: String(decimals) };
    const own = reckon({ components: [...components, node] }, answers, feel);
    expect(own.result ?? null).toEqual(result);
  });

  it.each(cases.capitals)('of $sum in capitals', ({ sum, words }) => {
    expect(capitals(sum)).toBe(words);
  });
});
