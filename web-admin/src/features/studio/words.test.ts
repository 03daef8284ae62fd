import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './words/en.json';
import zh from './words/zh-CN.json';
import { say } from './words';

const here = import.meta.dirname;
const code = readdirSync(here)
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n');
const holes = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the words of the studio', () => {
  it('exist in both languages, with the same holes, and are never empty', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const words = Object.entries(zh).map(([key, text]) => [key, text, en[key as keyof typeof en]] as const);
    expect(words.filter(([, a, b]) => !a.trim() || !b.trim())).toEqual([]);
    expect(words.filter(([, a, b]) => holes(a).join() !== holes(b).join())).toEqual([]);
  });

  it('exist for every name in the code', () => {
    const named = [...code.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((m) => m[1]!);
    const fields = [...code.matchAll(/\bown(?:Text|Area|Choice|Need|Field)\(at, '([\w-]+)'/g)].map(
      (m) => `property.${m[1]}`,
    );
    const groups = [...code.matchAll(/\b(?:section|ruleList|listSection)\(\s*(?:at, )?'([\w-]+)'/g)].map(
      (m) => `panel.${m[1]}`,
    );
    expect(named.length + fields.length + groups.length).toBeGreaterThan(150);
    expect([...named, ...fields, ...groups].filter((key) => !(key in zh))).toEqual([]);
  });

  it('fill their holes, and leave braces that are none', () => {
    expect(say('desk.version', { n: 3 })).toBe('第 3 版');
    expect(say('property.title.hint')).toContain('{type}');
  });
});
