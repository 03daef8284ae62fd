import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = 'src';
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, path));
const code = sources.filter((path) => /\.(ts|vue)$/.test(path) && !path.endsWith('.test.ts'));
const isTexts = (path: string) => /(^|\/)(zh-CN|en)\.ts$/.test(path);

type Texts = { [key: string]: string | Texts };
const chinese = import.meta.glob<Texts>('/src/**/zh-CN.ts', { eager: true, import: 'default' });
const english = import.meta.glob<Texts>('/src/**/en.ts', { eager: true, import: 'default' });

function flat(texts: Texts, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  );
}

function all(files: Record<string, Texts>): Record<string, string> {
  return Object.assign({}, ...Object.entries(files).map(([path, texts]) => flat(texts, `${path.split('/').at(-2)}.`)));
}

const zh = all(chinese);
const en = all(english);
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

function withoutComments(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1');
}

describe('texts', () => {
  it('exist in both languages under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('have the same holes in both languages', () => {
    const differing = Object.keys(zh).filter((key) => {
      const [a, b] = [holes(zh[key]!), holes(en[key] ?? '')];
      // A number may be said in words: "a day", "{n} days".
      return a.filter((hole) => hole !== '{n}').join() !== b.filter((hole) => hole !== '{n}').join();
    });
    expect(differing).toEqual([]);
  });

  it('are never empty', () => {
    expect([...Object.entries(zh), ...Object.entries(en)].filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('are written nowhere but in the text files', () => {
    const literal = code
      .filter((path) => !isTexts(path))
      .filter((path) => /[\u3400-\u9fff\uff01-\uff5e]/.test(withoutComments(readFileSync(path, 'utf8'))));
    expect(literal).toEqual([]);
  });

  it('that the code names do exist', () => {
    const missing = code.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((m) => m[1]!).filter((key) => !(key in zh)),
    );
    expect(missing).toEqual([]);
  });

  it('of routes and places do exist', () => {
    const missing = code
      .filter((path) => path.endsWith('/index.ts'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\b(?:title|label): '([\w.-]+)'/g)])
      .map((m) => m[1]!)
      .filter((key) => !(key in zh));
    expect(missing).toEqual([]);
  });

  it('of deeds are on paper too', () => {
    for (const [file, texts] of [
      ['messages', zh],
      ['messages_en', en],
    ] as const) {
      const printed = readFileSync(`../engine/src/main/resources/io/tongban/record/${file}.properties`, 'utf8');
      const missing = Object.keys(texts)
        .filter((key) => key.startsWith('request.deed.') && key !== 'request.deed.waiting')
        .filter((key) => !printed.includes(`record.deed.${key.slice('request.deed.'.length)}=`));
      expect(missing).toEqual([]);
    }
  });
});
