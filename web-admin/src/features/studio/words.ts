import { language } from '@/shared/i18n';
import en from './words/en.json';
import zh from './words/zh-CN.json';

export type Word = keyof typeof zh;

const english: Record<string, string> = en;
const chinese: Record<string, string> = zh;

/**
 * The words of the studio. They come with its pages and not with the first page, because few people design processes and
 * the panels of the designers say much.
 */
export function say(key: Word, named: Record<string, string | number> = {}): string {
  const text = (language.value === 'en' ? english : chinese)[key] ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => (name in named ? String(named[name]) : hole));
}

/** Words under a key that is put together; what has none is shown as it is written. */
export function sayOr(key: string, otherwise: string): string {
  return key in chinese ? say(key as Word) : otherwise;
}

/** A word in both languages, for models, which carry both. */
export const both = (key: Word): { zh: string; en: string } => ({ zh: zh[key], en: en[key] });
