import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { ProcessTaskItem as TaskItem, ProcessTaskView } from '@/shared/api/schema';
import type { FormSchema, Rights } from '@/shared/form/schema';
import { language } from '@/shared/i18n';
import type { RequestView } from '@/shared/request/request';

export type { TaskItem };

export const VIEWS = ['todo', 'waiting', 'done', 'started', 'copied'] as const;
export type View = (typeof VIEWS)[number];
export const SORTS = ['newest', 'oldest', 'due', 'process'] as const;
export type Sort = (typeof SORTS)[number];
/** What is to be done until when. */
export const DUES = ['overdue', 'today'] as const;
export type Due = (typeof DUES)[number] | '';
/** Views of tasks; the others are of requests. */
export const isOfTasks = (view: View): boolean => view !== 'started' && view !== 'copied';

/** Forms are JSON to the server. */
interface TaskBody extends Omit<ProcessTaskView, 'request' | 'form'> {
  request: RequestView;
  /** `own` when the step has a form beside the request's */
  form: { schema: FormSchema; rights: Rights; own: boolean };
}

export interface TaskView extends Omit<TaskBody, keyof TaskItem> {
  item: TaskItem;
}

export interface TaskQuery {
  view: View;
  q: string;
  process: string;
  due: Due;
  sort: Sort;
}

const PAGE = 20;

export function useTasks(query: MaybeRefOrGetter<TaskQuery>, enabled: MaybeRefOrGetter<boolean>) {
  const list = useInfiniteQuery({
    queryKey: ['tasks', 'list', computed(() => toValue(query)), language],
    queryFn: ({ pageParam, signal }) =>
      http.get('/tasks', { ...toValue(query), cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: computed(() => toValue(enabled)),
  });
  const items = computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { ...list, items };
}

export function useTask(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['tasks', 'one', id, language],
    queryFn: ({ signal }) => http.get<TaskBody>(`/tasks/${encodeURIComponent(toValue(id))}`, undefined, signal),
    select: (body): TaskView => ({ ...body, item: body }),
    enabled: computed(() => toValue(id) !== ''),
  });
}
