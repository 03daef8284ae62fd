import terms from './words/form-terms-zh-CN.json' with { type: 'json' };

const SHOWN = /\b(label|title|placeholder|description|tooltip|children|name): (['"])([A-Z][^'"\\]*)\2/g;
const SAID = /\breturn '([A-Z][^'\\]*)'/g;
const known = (term: string): boolean => Object.hasOwn(terms, term);

/** Everything that the designer of forms writes out as it stands, whether it has a word of ours or not. */
export const literals = (code: string): string[] => [
  ...[...code.matchAll(SHOWN)].map((m) => m[3]!),
  ...[...code.matchAll(SAID)].map((m) => m[1]!),
];

/**
 * The designer of forms can not be told another language: when it is built, what it writes out becomes a question to
 * `form-words.ts`.
 */
export const asked = (code: string): string =>
  `import { formWord as __word } from '@/features/studio/form-words';\n` +
  code
    .replaceAll(SHOWN, (whole, key: string, _: string, term: string) =>
      known(term) ? `${key}: __word(${JSON.stringify(term)})` : whole,
    )
    .replaceAll(SAID, (whole, term: string) => (known(term) ? `return __word(${JSON.stringify(term)})` : whole));
