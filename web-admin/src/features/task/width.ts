import { ref } from 'vue';

const media = typeof matchMedia === 'function' ? matchMedia('(min-width: 1100px)') : undefined;

/** Room for the list and the detail beside it. */
export const sideBySide = ref(media?.matches ?? false);
media?.addEventListener('change', (event) => (sideBySide.value = event.matches));
