import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { language } from '@/shared/i18n';
import type { RequestView } from '@/shared/request/request';

/** A step that waits for people; pools are names of roles. */
export interface Waiting {
  step: string;
  holders: PersonRef[];
  pools: string[];
  since: string;
  due: string | null;
}

export interface AdminItem {
  id: string;
  number: string;
  process: string;
  processName: string;
  title: string;
  applicant: PersonRef;
  revision: number;
  createdAt: string;
  suspendedAt: string | null;
  failures: number;
  waiting: Waiting[];
}

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
      http.get<Page<AdminItem>>('/admin/requests', { ...toValue(asked), cursor: pageParam, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useAdminProcesses = () =>
  useQuery({
    queryKey: ['requests', 'admin', 'processes', language],
    queryFn: ({ signal }) =>
      http.get<Page<{ key: string; name: string }>>('/admin/requests/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

export interface Place {
  id: string;
  name: string;
}

export interface FailedStep {
  id: string;
  step: string | null;
  cause: string;
  detail: string;
  /** when it is tried again by itself */
  next: string | null;
}

/** What can be done to a request, and what it would mean. */
export interface Means {
  id: string;
  revision: number;
  /** an own request, which somebody else has to jump or correct */
  own: boolean;
  suspendedAt: string | null;
  standing: (Place & { targets: string[] })[];
  steps: Place[];
  failures: FailedStep[];
  /** what stopping would undo; null when it can not be stopped any more */
  undoes: string[] | null;
  again: string[];
  kept: string[];
}

export const useMeans = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['requests', id, 'means', language],
    queryFn: ({ signal }) => http.get<Means>(`/admin/requests/${toValue(id)}`, undefined, signal),
    retry: false,
  });

export interface JumpMeans {
  from: Place;
  to: Place;
  leaves: { step: string; people: PersonRef[]; roles: string[] }[];
  stays: string[];
  done: string[];
  skips: string[];
  asks: PersonRef[];
  asksRoles: string[];
}

export const useJump = (id: MaybeRefOrGetter<string>, from: MaybeRefOrGetter<string>, to: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['requests', id, 'jump', from, to, language],
    queryFn: ({ signal }) =>
      http.get<JumpMeans>(`/admin/requests/${toValue(id)}/jump`, { from: toValue(from), to: toValue(to) }, signal),
    enabled: computed(() => toValue(from) !== '' && toValue(to) !== ''),
    retry: false,
  });

export const act = (id: string, deed: string, body: unknown, idempotencyKey: string) =>
  http.post<RequestView>(`/admin/requests/${id}/${deed}`, body, { idempotencyKey });

export interface HeldTask {
  id: string;
  requestId: string;
  number: string;
  title: string;
  processName: string;
  applicant: PersonRef;
  step: string;
  state: string;
  part: string | null;
  pool: string | null;
  onBehalfOf: PersonRef | null;
  deputy: PersonRef | null;
  since: string;
  due: string | null;
  suspended: boolean;
}

export interface Holdings {
  person: PersonRef;
  present: boolean;
  total: number;
  tasks: HeldTask[];
  next: string | null;
  requests: { id: string; number: string; title: string; createdAt: string }[];
  belongings: { kind: string; title: string; link: string | null }[];
}

export const heldBy = (person: string, cursor: string | null, signal?: AbortSignal) =>
  http.get<Holdings>(`/admin/people/${person}/handover`, { cursor, limit: 100 }, signal);

export const useHoldings = (person: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['handover', person, language],
    queryFn: ({ signal }) => heldBy(toValue(person), null, signal),
    enabled: computed(() => toValue(person) !== ''),
    retry: false,
    refetchOnWindowFocus: false,
  });

export interface Handed {
  task: string;
  result: 'handed-over' | 'given-back' | 'dropped' | 'refused';
  message: string | null;
}

export const handOver = (
  person: string,
  body: { tasks: string[]; to: string; comment: string },
  idempotencyKey: string,
) => http.post<{ items: Handed[] }>(`/admin/people/${person}/handover`, body, { idempotencyKey });
