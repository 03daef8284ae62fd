import { ref } from 'vue';

function query(text: string) {
  const list = typeof matchMedia === 'function' ? matchMedia(text) : undefined;
  const matches = ref(list?.matches ?? false);
  list?.addEventListener('change', (event) => (matches.value = event.matches));
  return matches;
}

/** Below this width pages stack and dialogs become sheets. */
export const phone = query('(max-width: 767px)');

/** Wide enough for a list, a detail and a side panel. */
export const wide = query('(min-width: 1200px)');
