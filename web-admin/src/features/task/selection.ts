import { computed, ref, type ComputedRef, type Ref } from 'vue';

export interface Selection {
  /** chosen and still in the list, in the list's order */
  ids: ComputedRef<string[]>;
  has: (id: string) => boolean;
  /** chooses it or not; `through` all from the last one that was chosen to it */
  toggle: (id: string, through?: boolean) => void;
  /** everything that can be chosen, or nothing */
  all: (on: boolean) => void;
  only: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Tasks that were ticked; only what is in the list and can be ticked counts. */
export function useSelection(selectable: Ref<readonly string[]>): Selection {
  const chosen = ref<ReadonlySet<string>>(new Set());
  let last = '';

  const set = (ids: Iterable<string>): void => void (chosen.value = new Set(ids));

  function toggle(id: string, through = false): void {
    const list = selectable.value;
    const [from, to] = [list.indexOf(last), list.indexOf(id)];
    if (to < 0) return;
    if (through && from >= 0) {
      set([...chosen.value, ...list.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    } else if (chosen.value.has(id)) {
      set([...chosen.value].filter((one) => one !== id));
    } else {
      set([...chosen.value, id]);
    }
    last = id;
  }

  return {
    ids: computed(() => selectable.value.filter((id) => chosen.value.has(id))),
    has: (id) => chosen.value.has(id),
    toggle,
    all: (on) => {
      last = '';
      set(on ? selectable.value : []);
    },
    only: set,
    clear: () => {
      last = '';
      set([]);
    },
  };
}
