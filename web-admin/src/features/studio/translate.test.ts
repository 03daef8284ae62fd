import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useLanguage } from '@/shared/i18n';
import { inChinese, translate } from './translate';

const modules = join(import.meta.dirname, '../../../node_modules');
const PANEL = 'bpmn-js-properties-panel/dist/index.esm.js';

const filesOf = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.js'))
        .map((name) => join(path, name));
const asked = (code: string): string[] => [...code.matchAll(/translate\(\s*'((?:[^'\\]|\\.)*)'/g)].map((m) => m[1]!);
const sources = (path: string): string[] => filesOf(join(modules, path)).map((file) => readFileSync(file, 'utf8'));

/** What cannot be reached: our menus do not offer it, or it is an example in a comment. */
const UNREACHED = ['HELLO {you}'];

function missing(terms: string[]): string[] {
  return [...new Set(terms)].filter((term) => !UNREACHED.includes(term) && inChinese(term) === undefined).sort();
}

describe('the designer in Chinese', () => {
  it.each([
    'bpmn-js/lib',
    'diagram-js/lib',
    'diagram-js-minimap/dist/index.esm.js',
    '@bpmn-io/properties-panel/dist/index.esm.js',
    'dmn-js-decision-table/lib',
    'dmn-js-drd/lib',
    'dmn-js-literal-expression/lib',
    'dmn-js-shared/lib',
  ])('has a word for everything that %s asks for', (path) => {
    const terms = sources(path).flatMap(asked);
    expect(missing(terms)).toEqual([]);
  });

  it('has a word for everything in the menus', () => {
    const menus = sources('bpmn-js/lib/features').filter((code) => /PopupEntries|replaceWith/.test(code));
    const labels = menus.flatMap((code) => [...code.matchAll(/label: '((?:[^'\\]|\\.)*)'/g)].map((m) => m[1]!));
    expect(labels.length).toBeGreaterThan(60);
    expect(missing(labels)).toEqual([]);
  });

  it('names every kind of element at the head of the panel', () => {
    const code = sources(PANEL)[0]!;
    const from = code.indexOf('iconsByType = {');
    const kinds = [...code.slice(from, code.indexOf('};', from)).matchAll(/^ {2}'?(\w+)'?:/gm)].map((m) =>
      m[1]!.replace(/(\B[A-Z])/g, ' $1').replace(/(\bNon Interrupting)/g, '($1)'),
    );
    expect(kinds.length).toBeGreaterThan(50);
    expect(missing(kinds)).toEqual([]);
  });

  it('has a word for everything in the groups that are kept', () => {
    const code = sources(PANEL)[0]!;
    const bodies = ['Signal', 'Error', 'Escalation'].flatMap((kind) =>
      [...code.matchAll(new RegExp(`\\nfunction ${kind}\\w*(?:\\$\\d)?\\([\\s\\S]*?\\n}\\n`, 'g'))].map((m) => m[0]),
    );
    expect(bodies.length).toBeGreaterThan(6);
    expect(missing(bodies.flatMap(asked))).toEqual([]);
  });

  it('fills in what is named, and stays English in English', async () => {
    expect(translate('List contains {numOfItems} items', { numOfItems: 3 })).toBe('共 3 项');
    await useLanguage('en', false);
    expect(translate('User task')).toBe('User task');
    await useLanguage('zh-CN', false);
    expect(translate('User task')).toBe('审批或办理');
  });
});
