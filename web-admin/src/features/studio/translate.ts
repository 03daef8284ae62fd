import bpmn from 'bpmn-js-i18n-zh/lib/bpmn-js/index.js';
import panel from 'bpmn-js-i18n-zh/lib/properties-panel/index.js';
import older from 'bpmn-js-i18n/translations/zn.js';
import { language } from '@/shared/i18n';
import own from './words/terms-zh-CN.json';

/** The designer's own words in Chinese: ours first, then what two dictionaries have. Case is not looked at. */
const terms = new Map<string, string>();
for (const dictionary of [older, bpmn, panel, own] as Record<string, string>[])
  for (const [term, word] of Object.entries(dictionary)) terms.set(term.toLowerCase(), word);

export const inChinese = (term: string): string | undefined => terms.get(term.toLowerCase());

export function translate(term: string, named: Record<string, unknown> = {}): string {
  const text = (language.value === 'en' ? undefined : inChinese(term)) ?? term;
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(named[name] ?? hole));
}

export const translation = { translate: ['value', translate] };
