import { ref } from 'vue';

const list = typeof matchMedia === 'function' ? matchMedia('(max-width: 899px)') : undefined;

/** Too narrow to draw: palette, drawing and settings need to stand side by side. */
export const narrow = ref(list?.matches ?? false);
list?.addEventListener('change', (event) => (narrow.value = event.matches));
