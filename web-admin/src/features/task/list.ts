import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { isOfTasks, useTasks, type TaskItem, type TaskQuery } from './api';
import { addressOf, queryOf, type OwnFilters } from './filters';
import { sideBySide } from './width';

/** What the page shows of itself: rows that can have the focus. */
export interface Rows {
  focus: (id: string) => void;
  /** id of the row that has the focus */
  focused: () => string;
}

interface Listing {
  query: ComputedRef<TaskQuery>;
  tasks: ReturnType<typeof useTasks>;
  chosen: ComputedRef<string>;
  keyOf: (item: TaskItem) => string;
  open: (id: string) => Promise<unknown>;
  filter: (change: Record<string, string>) => void;
  /** to the neighbour of the row where one is */
  move: (by: number) => void;
  /** key of the row where one is: the one with the focus, or the open one */
  current: () => string;
  /** after something was decided: to what comes next, or to what is left; answers what it is */
  goOn: (decided: readonly string[]) => Promise<TaskItem | undefined>;
}

/** The list of the address, what is open of it, and the way through it. */
export function useListing(
  own: Ref<OwnFilters | undefined>,
  known: Ref<boolean>,
  rows: Ref<Rows | undefined>,
): Listing {
  const route = useRoute();
  const router = useRouter();
  const query = computed(() => queryOf(route.query));
  const chosen = computed(() => String(route.params.id ?? ''));

  /** The list as it is opened: with the search that it opens with, if there is one. */
  const bare = computed(() => route.path === '/tasks' && Object.keys(route.query).length === 0);
  const first = computed(() => own.value?.items.find((one) => one.opens));
  const waits = computed(() => bare.value && (!known.value || first.value !== undefined));
  watch(
    [bare, known, first],
    () => {
      if (bare.value && known.value && first.value)
        void router.replace({ path: '/tasks', query: addressOf(first.value) });
    },
    { immediate: true },
  );

  const tasks = useTasks(query, () => !waits.value);
  const items = tasks.items;
  const decides = computed(() => isOfTasks(query.value.view));
  const keyOf = (item: TaskItem): string => (decides.value ? item.id : item.requestId);
  const placeOf = (key: string): number => items.value.findIndex((item) => keyOf(item) === key);

  const gone = new Set<string>();
  /** Where the open one stood: whoever else decides it may take it off the list before the answer comes. */
  const stood = ref(0);
  watch([items, chosen], () => {
    const at = placeOf(chosen.value);
    if (at >= 0) stood.value = at;
  });

  /** With a search that the list opens with, the plain list has to be asked for. */
  const said = (more: Record<string, string>): LocationQueryRaw => ({
    ...(first.value ? { view: query.value.view } : {}),
    ...route.query,
    ...more,
  });
  const open = (id: string): Promise<unknown> =>
    router.replace(id ? { path: `/tasks/${id}`, query: route.query } : { path: '/tasks', query: said({}) });
  const filter = (change: Record<string, string>): void => {
    const wanted = Object.entries(said(change)).filter(
      ([name, value]) => value && !(name === 'sort' && value === 'newest'),
    );
    void router.replace({ path: '/tasks', query: Object.fromEntries(wanted) });
  };

  const current = (): string => rows.value?.focused() || chosen.value;
  function move(by: number): void {
    const at = placeOf(current());
    const to = at < 0 ? 0 : Math.min(items.value.length - 1, Math.max(0, at + by));
    const item = items.value[to];
    if (!item) return;
    rows.value?.focus(keyOf(item));
    if (sideBySide.value) void open(keyOf(item));
    if (to >= items.value.length - 3 && tasks.hasNextPage.value) void tasks.fetchNextPage();
  }

  async function goOn(decided: readonly string[]): Promise<TaskItem | undefined> {
    decided.forEach((id) => gone.add(id));
    const found = placeOf(chosen.value);
    const at = found >= 0 ? found : stood.value;
    const left = (list: readonly TaskItem[]): TaskItem[] => list.filter((item) => !gone.has(item.id));
    if (left(items.value.slice(at)).length === 0 && tasks.hasNextPage.value) await tasks.fetchNextPage();
    const next = left(items.value.slice(at))[0] ?? left(items.value.slice(0, at)).at(-1);
    await open(sideBySide.value && next ? keyOf(next) : '');
    await nextTick();
    if (next) rows.value?.focus(keyOf(next));
    return next;
  }

  // Beside a list something is always open.
  watch(
    [sideBySide, items, chosen, waits],
    () => {
      const top = items.value.find((item) => !gone.has(item.id));
      if (sideBySide.value && chosen.value === '' && top && !waits.value && !tasks.isPlaceholderData.value)
        void open(keyOf(top));
    },
    { immediate: true },
  );

  return { query, tasks, chosen, keyOf, open, filter, move, current, goOn };
}
