import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import type { LocationQueryRaw } from 'vue-router';
import { http } from '@/shared/api/client';
import type { ProcessCountedFilter, ProcessOwnFilters } from '@/shared/api/schema';
import { DUES, SORTS, VIEWS, type Due, type Sort, type TaskQuery, type View } from './api';

export type CountedFilter = ProcessCountedFilter;
export type OwnFilters = ProcessOwnFilters;

/** A search that is kept under a name; without an id it is a new one. */
export type TaskFilter = Omit<CountedFilter, 'id' | 'count' | 'more'> & { id: string | null };

const KEY = ['tasks', 'filters'];

export function useFilters() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get('/tasks/filters', undefined, signal),
  });
}

/** The whole list, in its new order. */
export function useKeeping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ items, revision }: { items: TaskFilter[]; revision: number }) =>
      http.put('/tasks/filters', { items: items.map(plain), revision }),
    onSuccess: (kept) => client.setQueryData(KEY, kept),
    onError: () => void client.invalidateQueries({ queryKey: KEY }),
  });
}

const plain = ({ id, name, view, q, process, due, sort, opens }: TaskFilter): TaskFilter => ({
  id,
  name,
  view,
  q,
  process,
  due,
  sort,
  opens,
});

const viewOf = (text: string): View => VIEWS.find((one) => one === text) ?? 'todo';
const dueOf = (text: string): Due => DUES.find((one) => one === text) ?? '';
const sortOf = (text: string): Sort => SORTS.find((one) => one === text) ?? 'newest';

/** What the address asks for. */
export function queryOf(query: Record<string, unknown>): TaskQuery {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const view = viewOf(text('view'));
  const sort = sortOf(text('sort'));
  return {
    view,
    q: text('q'),
    process: text('process'),
    due: hasDue(view) ? dueOf(text('due')) : '',
    sort: sortsOf(view).includes(sort) ? sort : 'newest',
  };
}

/** The address of a kept search; it says its view, so that it is never the bare list. */
export const addressOf = (filter: TaskFilter): LocationQueryRaw => ({
  view: filter.view,
  ...(filter.q ? { q: filter.q } : {}),
  ...(filter.process ? { process: filter.process } : {}),
  ...(filter.due ? { due: filter.due } : {}),
  ...(filter.sort === 'newest' ? {} : { sort: filter.sort }),
});

/** Requests that I started, and copies, have no deadline of mine. */
export const hasDue = (view: View): boolean => view === 'todo' || view === 'waiting';
export const sortsOf = (view: View): readonly Sort[] => SORTS.filter((sort) => sort !== 'due' || hasDue(view));

export const isSame = (filter: TaskFilter, query: TaskQuery): boolean =>
  filter.view === query.view &&
  (filter.q ?? '') === query.q &&
  (filter.process ?? '') === query.process &&
  (filter.due ?? '') === query.due &&
  filter.sort === query.sort;

/** Whether there is anything to keep beyond a view. */
export const isSpecial = (query: TaskQuery): boolean =>
  query.q !== '' || query.process !== '' || query.due !== '' || query.sort !== 'newest';

/** 12, 999+, or 12+ when not everything was looked at. */
export const countWords = (filter: CountedFilter): string =>
  filter.count > 999 ? '999+' : `${filter.count}${filter.more ? '+' : ''}`;

/** The list with one moved up or down. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== at);
  return [...rest.slice(0, to), list[at] as T, ...rest.slice(to)];
}
