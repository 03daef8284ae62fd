import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export type {
  ProcessAdminItem as AdminItem,
  ProcessFailedStep as FailedStep,
  ProcessHanded as Handed,
  ProcessHeldTask as HeldTask,
  ProcessHoldings as Holdings,
  ProcessJumpMeans as JumpMeans,
  ProcessMeans as Means,
  ProcessWaiting as Waiting,
} from '@/shared/api/schema';

export const STATES = ['all', 'failed', 'suspended'] as const;
export type State = (typeof STATES)[number];

export interface Asked {
  state: State;
  process: string;
  q: string;
  applicant: string | null;
}

/** The first words of a key are the topic of the server's hints. */
export function useAdminRequests(asked: MaybeRefOrGetter<Asked>) {
  const list = useInfiniteQuery({
    queryKey: ['requests', 'admin', computed(() => toValue(asked)), language],
    queryFn: ({ pageParam, signal }) =>
      http.get('/admin/requests', { ...toValue(asked), cursor: pageParam, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useAdminProcesses = () =>
  useQuery({
    queryKey: ['requests', 'admin', 'processes', language],
    queryFn: ({ signal }) => http.get('/admin/requests/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

/** Asked for again with every revision that the page shows, and no longer when it has ended. */
export const useMeans = (request: MaybeRefOrGetter<{ id: string; revision: number }>) => {
  const seen = computed(() => ({ id: toValue(request).id, revision: toValue(request).revision }));
  return useQuery({
    queryKey: ['administration', seen, language],
    queryFn: ({ signal }) => http.get(`/admin/requests/${seen.value.id}`, undefined, signal),
    placeholderData: (before) => before,
    retry: false,
  });
};

export const useJump = (id: MaybeRefOrGetter<string>, from: MaybeRefOrGetter<string>, to: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['administration', id, 'jump', from, to, language],
    queryFn: ({ signal }) =>
      http.get(`/admin/requests/${toValue(id)}/jump`, { from: toValue(from), to: toValue(to) }, signal),
    enabled: computed(() => toValue(from) !== '' && toValue(to) !== ''),
    retry: false,
  });

/** What it answers is asked for again by the pages that show it. */
export const act = (id: string, deed: string, body: unknown, idempotencyKey: string) =>
  http.post<unknown>(`/admin/requests/${id}/${deed}`, body, { idempotencyKey });

export const heldBy = (person: string, cursor: string | null, signal?: AbortSignal) =>
  http.get(`/admin/people/${person}/handover`, { cursor, limit: 100 }, signal);

export const useHoldings = (person: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['handover', person, language],
    queryFn: ({ signal }) => heldBy(toValue(person), null, signal),
    enabled: computed(() => toValue(person) !== ''),
    retry: false,
    refetchOnWindowFocus: false,
  });

export const handOver = (
  person: string,
  body: { tasks: string[]; to: string; comment: string },
  idempotencyKey: string,
) => http.post(`/admin/people/${person}/handover`, body, { idempotencyKey });
