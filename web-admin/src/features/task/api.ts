import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import type { Answers, FormSchema, Rights } from '@/shared/form/schema';
import { language } from '@/shared/i18n';
import type { RequestView, Vote } from '@/shared/request/request';
import type { ReturnTarget } from './deeds';

export const VIEWS = ['todo', 'waiting', 'done', 'started', 'copied'] as const;
export type View = (typeof VIEWS)[number];
export const SORTS = ['newest', 'oldest', 'due', 'process'] as const;
export type Sort = (typeof SORTS)[number];
/** Views of tasks; the others are of requests. */
export const isOfTasks = (view: View): boolean => view !== 'started' && view !== 'copied';

export interface TaskItem {
  id: string;
  title: string;
  process: string;
  processName: string;
  requestId: string;
  number: string;
  step: string | null;
  status: string;
  requestStatus: string;
  since: string;
  due: string | null;
  priority: number;
  revision: number;
  applicant: PersonRef;
  pool: string | null;
  action: string | null;
  /** for whom whoever holds it acts */
  onBehalfOf: PersonRef | null;
  /** what can be decided together with others, and what an approval needs; null when nothing can */
  together: { actions: string[]; needs: string[] } | null;
}

interface TaskBody extends TaskItem {
  request: RequestView;
  /** `own` when the step has a form beside the request's */
  form: { schema: FormSchema; rights: Rights; own: boolean };
  answers: Answers;
  actions: string[];
  /** the step's own words for actions, by action */
  actionNames: Record<string, string>;
  why: string;
  /** what a decision must bring: signature, opinion, evidence */
  needs: string[];
  /** somebody else, who holds it now */
  holder: PersonRef | null;
  vote: Vote | null;
  returnTargets: ReturnTarget[];
}

export interface TaskView extends Omit<TaskBody, keyof TaskItem> {
  item: TaskItem;
}

export interface TaskQuery {
  view: View;
  q: string;
  process: string;
  sort: Sort;
}

const PAGE = 20;

export function useTasks(query: MaybeRefOrGetter<TaskQuery>, enabled: MaybeRefOrGetter<boolean>) {
  const list = useInfiniteQuery({
    queryKey: ['tasks', 'list', computed(() => toValue(query)), language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<TaskItem>>('/tasks', { ...toValue(query), cursor: pageParam, limit: PAGE }, signal),
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
