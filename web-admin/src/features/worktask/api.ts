import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import { http, sentence, type ApiProblem, type Page } from '@/shared/api/client';
import type { WorktaskItem as Worktask, WorktaskLine as LogLine } from '@/shared/api/schema';

export type { WorktaskAcceptor as Acceptor, WorktaskDetail } from '@/shared/api/schema';
export type { LogLine, Worktask };

export type Stage = Worktask['stage'];

export interface ListQuery {
  stage: string;
  role?: string;
  q?: string;
}

const PAGE = 20;

/** One list; its query key begins with the topic of the server's hints. */
function useList<T>(key: unknown[], path: () => string, query: () => Record<string, string | number | boolean>) {
  const list = useInfiniteQuery({
    queryKey: ['worktasks', ...key, computed(query)],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<T>>(path(), { ...query(), cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useWorktasks = (query: MaybeRefOrGetter<ListQuery>) =>
  useList<Worktask>(
    ['mine'],
    () => '/worktasks',
    () => ({ ...toValue(query) }),
  );

export const useTeam = (late: MaybeRefOrGetter<boolean>) =>
  useList<Worktask>(
    ['team'],
    () => '/worktasks/team',
    () => ({ late: toValue(late) }),
  );

export const useLog = (id: MaybeRefOrGetter<string>) =>
  useList<LogLine>(
    ['log', id],
    () => `/worktasks/${encodeURIComponent(toValue(id))}/log`,
    () => ({}),
  );

export const useCounts = () =>
  useQuery({
    queryKey: ['worktasks', 'counts'],
    queryFn: ({ signal }) => http.get('/worktasks/counts', undefined, signal),
  });

export const useWorktask = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['worktasks', 'one', id],
    queryFn: ({ signal }) => http.get(`/worktasks/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

/** The step of a task that waits for me in the inbox, if any does. */
export const openTaskOf = async (id: string): Promise<string | null> =>
  (await http.get(`/worktasks/${encodeURIComponent(id)}`)).task;

export interface Deed {
  busy: Ref<boolean>;
  /** the server's words when it refused */
  refusal: Ref<string>;
  send: (method: 'post' | 'put', path: string, body: unknown) => Promise<boolean>;
}

/** Something done to a task; every list and page of tasks is fetched again. */
export function useDeed(): Deed {
  const client = useQueryClient();
  const busy = ref(false);
  const refusal = ref('');
  return {
    busy,
    refusal,
    send: async (method, path, body) => {
      if (busy.value) return false;
      busy.value = true;
      refusal.value = '';
      try {
        await (method === 'post' ? http.post<unknown>(path, body) : http.put<unknown>(path, body));
        await Promise.all(
          ['worktasks', 'tasks', 'requests', 'calendar'].map((topic) =>
            client.invalidateQueries({ queryKey: [topic] }),
          ),
        );
        return true;
      } catch (error) {
        refusal.value = (error as ApiProblem).errors?.[0]?.message || sentence(error);
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
