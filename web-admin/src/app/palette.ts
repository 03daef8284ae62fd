import { onBeforeUnmount, onMounted, ref } from 'vue';

export const paletteOpen = ref(false);

export function openPalette(): void {
  paletteOpen.value = true;
}

function onKey(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    paletteOpen.value = !paletteOpen.value;
  }
}

/** Ctrl K (or ⌘ K) from everywhere. */
export function usePaletteKey(): void {
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
