import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asked, literals } from './form-literals';
import terms from './words/form-terms-zh-CN.json';

const library = (part: string): string =>
  readFileSync(join(import.meta.dirname, `../../../node_modules/@bpmn-io/form-js-${part}/dist/index.es.js`), 'utf8');

/** Names of places and people in examples, and what only components show that no form here may hold. */
const REST =
  /^(Allow|Camera|Microphone|Geolocation|Open|Script|Storage|Top level|Forms submission|Skip to|Column \d|Auto$)/;

describe('the designer of forms in Chinese', () => {
  const editor = library('editor');
  const all = [...literals(editor), ...literals(library('viewer'))];

  it('has a word for every label', () => {
    const labels = [...editor.matchAll(/\blabel: '([A-Z][^'\\]*)'/g)].map((m) => m[1]!);
    expect(labels.length).toBeGreaterThan(90);
    expect([...new Set(labels)].filter((label) => !(label in terms) && !REST.test(label))).toEqual([]);
  });

  it('has no word that the library does not show any more', () => {
    expect(Object.keys(terms).filter((term) => !all.includes(term))).toEqual([]);
  });

  it('asks for its words, and nothing else is changed', () => {
    expect(asked(`const a = { label: 'Required', id: 'Required', name: 'x' };`)).toContain(
      `{ label: __word("Required"), id: 'Required', name: 'x' }`,
    );
    expect(asked(editor)).toContain('label: __word("Selection")');
  });
});
