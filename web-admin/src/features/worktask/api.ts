import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, toValue, type MaybeRefOrGetter, type Ref } from 'vue';
import { http, sentence, type ApiProblem, type Page, type StoredFile } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';

export type Stage = 'planned' | 'doing' | 'accepting' | 'closed' | 'cancelled';
export type Role = 'owner' | 'creator' | 'participant' | 'acceptor';

export interface Worktask {
  id: string;
  number: string;
  name: string;
  owner: PersonRef;
  start: string;
  end: string;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  stage: Stage;
  progress: number;
  /** how often a result was handed in */
  round: number;
  late: boolean;
  /** the delay was explained */
  remedied: boolean;
  roles: Role[];
  /** I am to do something now */
  yours: boolean;
  updatedAt: string;
  endedAt: string | null;
}

export interface Acceptor {
  person: PersonRef;
  answer: 'waiting' | 'accepted' | 'refused' | null;
  standsFor: PersonRef | null;
  away: boolean;
}

export interface WorktaskDetail {
  item: Worktask;
  goal: string;
  creator: PersonRef;
  /** who acts as creator in place of one who has left */
  acting: PersonRef | null;
  due: string;
  rhythm: string;
  askedEnd: string | null;
  nextReport: string | null;
  createdAt: string;
  participants: PersonRef[];
  acceptors: Acceptor[];
  resources: { kind: string; note: string | null }[];
  attachments: StoredFile[];
  result: { at: string; by: PersonRef; words: string | null; files: StoredFile[] } | null;
  /** what waits for me in the inbox */
  task: string | null;
  actions: string[];
}

export interface LogLine {
  id: string;
  at: string;
  day: string;
  person: PersonRef | null;
  kind: string;
  progress: number | null;
  words: string | null;
  newEnd: string | null;
  people: PersonRef[];
  files: StoredFile[];
}

export interface Counts {
  planned: number;
  doing: number;
  accepting: number;
  closed: number;
  late: number;
  /** how many people I lead */
  team: number;
  teamLate: number;
}

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
    queryFn: ({ signal }) => http.get<Counts>('/worktasks/counts', undefined, signal),
  });

export const useWorktask = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['worktasks', 'one', id],
    queryFn: ({ signal }) =>
      http.get<WorktaskDetail>(`/worktasks/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

/** The step of a task that waits for me in the inbox, if any does. */
export const openTaskOf = async (id: string): Promise<string | null> =>
  (await http.get<WorktaskDetail>(`/worktasks/${encodeURIComponent(id)}`)).task;

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
        await http[method](path, body);
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
