import { onBeforeUnmount, onMounted } from 'vue';

const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=application]';

/** A dialog that was closed may stay in the page; only one that is seen counts. */
const covered = (): boolean =>
  [...document.querySelectorAll('[aria-modal=true]')].some((dialog) => dialog.getClientRects().length > 0);

/**
 * Single keys of a page; they rest while somebody types, while a dialog is open and with a modifier. A key that answers
 * false does what it always does.
 */
export function useKeys(keys: Record<string, () => unknown>): void {
  const on = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    const target = event.target as HTMLElement | null;
    if (target?.closest(TYPING) || covered()) return;
    const deed = keys[event.key];
    if (deed === undefined) return;
    if (deed() !== false) event.preventDefault();
  };
  onMounted(() => window.addEventListener('keydown', on));
  onBeforeUnmount(() => window.removeEventListener('keydown', on));
}
