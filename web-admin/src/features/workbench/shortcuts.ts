import { ref, watch } from 'vue';

const KEY = 'tongban.shortcuts';
const FIRST = ['process:leave-request', '/calendar', '/contacts'];

function stored(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : FIRST;
  } catch {
    return FIRST;
  }
}

/** What the person wants at hand: "process:leave-request" or the address of a page. */
export const shortcuts = ref(stored());

watch(shortcuts, (chosen) => localStorage.setItem(KEY, JSON.stringify(chosen)), { deep: true });
