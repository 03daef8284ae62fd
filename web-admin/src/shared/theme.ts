import { computed, ref, watchEffect } from 'vue';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'tongban.theme';
const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
const systemDark = ref(system?.matches ?? false);
system?.addEventListener('change', (event) => (systemDark.value = event.matches));

const stored = localStorage.getItem(KEY);

/** What the person chose. */
export const theme = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');

export const dark = computed(() => theme.value === 'dark' || (theme.value === 'system' && systemDark.value));

watchEffect(() => {
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
  localStorage.setItem(KEY, theme.value);
});
