import type { PersonRef } from '@/shared/api/people';

/** What somebody is about to pick while typing: a person after @, a phrase after / in an empty box. */
export interface Wanted {
  kind: 'person' | 'phrase';
  /** where the sign stands */
  start: number;
  query: string;
}

const LONGEST = 20;

/** A sign in the middle of a word is no question: of an address, say. */
const AFTER_WORD = /[\w.]$/;

export function wantedAt(text: string, caret: number): Wanted | null {
  const before = text.slice(0, caret);
  if (/^[/\u3001\uff0f]\S{0,20}$/.test(before) && text.slice(caret).trim() === '')
    return { kind: 'phrase', start: 0, query: before.slice(1) };
  const start = Math.max(before.lastIndexOf('@'), before.lastIndexOf('\uff20'));
  if (start < 0 || AFTER_WORD.test(before.slice(0, start))) return null;
  const query = before.slice(start + 1);
  return query.length > LONGEST || /\s/.test(query) ? null : { kind: 'person', start, query };
}

export interface Edited {
  text: string;
  caret: number;
}

/** The name takes the place of what was typed to find it. */
export function withMention(text: string, wanted: Wanted, caret: number, name: string): Edited {
  const said = `@${name} `;
  const rest = text.slice(caret).replace(/^ /, '');
  return { text: text.slice(0, wanted.start) + said + rest, caret: wanted.start + said.length };
}

/** A phrase goes where the caret is, and takes the place of a slash that asked for it. */
export function withPhrase(text: string, caret: number, phrase: string, wanted: Wanted | null = null): Edited {
  const from = wanted?.kind === 'phrase' ? wanted.start : caret;
  const before = text.slice(0, from);
  return { text: before + phrase + text.slice(caret), caret: from + phrase.length };
}

/** Whoever was picked and whose name still stands in the text, each once. */
export function stillMentioned(text: string, picked: PersonRef[]): PersonRef[] {
  const once = new Map(picked.map((person) => [person.id, person]));
  return [...once.values()].filter((person) => text.includes(`@${person.name}`));
}

export interface Piece {
  text: string;
  person: PersonRef | null;
}

/** A text in pieces, names of people who were mentioned apart; longer names win over their beginnings. */
export function pieces(text: string, mentions: PersonRef[]): Piece[] {
  const people = [...mentions].sort((a, b) => b.name.length - a.name.length);
  const found: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const person = text[at] === '@' ? people.find((one) => text.startsWith(one.name, at + 1)) : undefined;
    if (person === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain !== '') found.push({ text: plain, person: null });
    plain = '';
    found.push({ text: `@${person.name}`, person });
    at += person.name.length + 1;
  }
  return plain === '' ? found : [...found, { text: plain, person: null }];
}
