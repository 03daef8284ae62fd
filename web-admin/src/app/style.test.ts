import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = 'src';
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, path));
const theme = readFileSync('src/app/theme.css', 'utf8');
const element = readFileSync('src/app/element.css', 'utf8');

function block(selector: string): Record<string, string> {
  const start = theme.indexOf(`${selector} {`);
  const body = theme.slice(start, theme.indexOf('\n}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1]!, m[2]!.trim()]));
}

const light = block(':root');
const dark = { ...light, ...block(":root[data-theme='dark']") };

function colour(tokens: Record<string, string>, name: string): number[] {
  const value = tokens[name]!;
  const other = /^var\(--([\w-]+)\)$/.exec(value);
  if (other) return colour(tokens, other[1]!);
  return [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16) / 255);
}

function luminance(rgb: number[]): number {
  const [r, g, b] = rgb.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(tokens: Record<string, string>, text: string, ground: string): number {
  const [a, b] = [luminance(colour(tokens, text)), luminance(colour(tokens, ground))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const PAIRS: [string, string][] = [
  ...['text', 'text-2', 'text-3', 'accent-text', 'rejected', 'approved', 'waiting'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ...['waiting', 'running', 'approved', 'rejected', 'ended'].map((m): [string, string] => [m, `${m}-soft`]),
  ...['text', 'text-2', 'text-3', 'accent-text'].map((text): [string, string] => [text, 'accent-soft']),
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`person-${n}-text`, `person-${n}`]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-rejected', 'rejected'],
  ['on-rejected', 'rejected-hover'],
  ['text-3', 'pressed'],
];

describe('style', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('has enough contrast everywhere in the %s theme', (_name, tokens) => {
    const weak = PAIRS.map(([text, ground]) => [text, ground, contrast(tokens, text, ground).toFixed(2)] as const);
    expect(weak.filter(([, , ratio]) => Number(ratio) < 4.5)).toEqual([]);
  });

  it('names colours in the theme only', () => {
    const named = sources
      .filter((path) => /\.(vue|css)$/.test(path) && !path.endsWith('theme.css'))
      .filter((path) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(stylesOf(path)));
    expect(named).toEqual([]);
  });

  it('knows no left and right, so that other scripts can follow', () => {
    const physical = sources
      .filter((path) => /\.(vue|css)$/.test(path))
      .filter((path) =>
        /(margin|padding|border)-(left|right|top|bottom)\b|^\s*(left|right|top|bottom):/m.test(stylesOf(path)),
      );
    expect(physical).toEqual([]);
  });

  it('brings the style of every library component in use', () => {
    const used = new Set(
      sources
        .filter((path) => /\.(vue|ts)$/.test(path))
        .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/import\s*\{([^}]*)\}\s*from\s*'element-plus'/g)])
        .flatMap((m) => m[1]!.split(','))
        .map((name) => name.replace(/\btype\b/, '').trim())
        .filter((name) => /^El[A-Z]/.test(name))
        .map((name) => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()),
    );
    const missing = [...used].filter(
      (name) =>
        existsSync(`node_modules/element-plus/theme-chalk/${name}.css`) && !element.includes(`theme-chalk/${name}.css`),
    );
    expect(missing.filter((name) => name !== 'el-config-provider')).toEqual([]);
  });
});

function stylesOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.css')) return text;
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((m) => m[1]!).join('\n');
}
