import { onBeforeUnmount, onMounted } from 'vue';

const TYPING = 'input, textarea, select, [contenteditable], [role=combobox], [role=application]';

/** A dialog that was closed may stay in the page; only one that is seen counts. */
const covered = (): boolean =>
  [...document.querySelectorAll('[aria-modal=true]')].some((dialog) => dialog.getClientRects().length > 0);

/** Single keys of a page; they rest while somebody types, while a dialog is open and with a modifier. */
export function useKeys(keys: Record<string, () => void>): void {
  const on = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    const target = event.target as HTMLElement | null;
    if (target?.closest(TYPING) || covered()) return;
    const deed = keys[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
  onMounted(() => window.addEventListener('keydown', on));
  onBeforeUnmount(() => window.removeEventListener('keydown', on));
}
