import { computed, shallowRef } from 'vue';
import type { Language as ElementTexts } from 'element-plus/es/locale/index.mjs';
import { createI18n } from 'vue-i18n';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

// Texts lie beside the code: src/features/leave/en.ts answers to keys that begin with "leave.".
const texts = {
  'zh-CN': () => import('@/shared/texts-zh-cn'),
  en: () => import('@/shared/texts-en'),
};

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: [],
  // English: "none | one | many"; one and a half is many.
  pluralRules: {
    'zh-CN': () => 0,
    en: (n, choices) => (choices === 1 ? 0 : choices === 2 ? (n === 1 ? 0 : 1) : n === 0 ? 0 : n === 1 ? 1 : 2),
  },
  missingWarn: import.meta.env.DEV,
  messages: {} as Record<string, Record<string, object>>,
});

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name of another direction keeps to itself within our sentences. */
const isolated = (value: unknown): unknown =>
  typeof value === 'string' && FROM_THE_RIGHT.test(value) ? `\u2068${value}\u2069` : value;

const plain = i18n.global.t as (...given: unknown[]) => string;
i18n.global.t = ((key: string, named?: unknown, ...rest: unknown[]) =>
  typeof named === 'object' && named !== null && !Array.isArray(named)
    ? plain(key, Object.fromEntries(Object.entries(named).map(([hole, value]) => [hole, isolated(value)])), ...rest)
    : plain(...[key, named, ...rest].filter((one) => one !== undefined))) as typeof i18n.global.t;

const KEY = 'tongban.language';

/** Translates outside of components. */
export const t = i18n.global.t;

export const language = computed(() => i18n.global.locale.value as Language);

/** The component library's own texts in the current language. */
export const elementTexts = shallowRef<ElementTexts>();

function asLanguage(value: string | null | undefined): Language | undefined {
  if (!value) return undefined;
  return value.toLowerCase().startsWith('zh') ? 'zh-CN' : value.toLowerCase().startsWith('en') ? 'en' : undefined;
}

export function preferredLanguage(): Language {
  return asLanguage(localStorage.getItem(KEY)) ?? asLanguage(navigator.language) ?? 'zh-CN';
}

/** Loads the texts of a language and switches to it. */
export async function useLanguage(value: string, remember = true): Promise<void> {
  const next = asLanguage(value) ?? 'zh-CN';
  const { files, library } = (await texts[next]()).default;
  if (!i18n.global.availableLocales.includes(next)) {
    const byFolder = Object.entries(files).map(([path, file]) => [path.split('/').at(-2), file]);
    i18n.global.setLocaleMessage(next, Object.fromEntries(byFolder));
  }
  elementTexts.value = library;
  i18n.global.locale.value = next;
  document.documentElement.lang = next;
  if (remember) localStorage.setItem(KEY, next);
}
