import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import type { Answers, FormSchema, Rights } from '@/shared/form/schema';
import { language } from '@/shared/i18n';
import type { TrailEntry } from '@/shared/request/request';

export type Stage = 'activate' | 'profile' | 'portrait' | 'reading' | 'it' | 'mentor';
export type HireState = 'running' | 'done' | 'cancelled';

export interface HireStep {
  stage: Stage;
  state: 'done' | 'late' | 'open' | 'waiting';
  due: string;
  doneAt: string | null;
  owners: PersonRef[];
  /** my own open task */
  task: string | null;
}

export interface HireItem {
  id: string;
  number: string;
  person: PersonRef;
  department: string | null;
  position: string | null;
  leader: PersonRef | null;
  startOn: string;
  state: HireState;
  steps: HireStep[];
}

export interface Card {
  person: PersonRef;
  position: string | null;
  email: string | null;
  phone: string | null;
}

export interface Hire {
  id: string;
  number: string;
  person: Card;
  account: string;
  employeeNumber: string;
  department: { id: string; name: string } | null;
  leader: Card | null;
  hr: Card | null;
  mentor: Card | null;
  welcome: string | null;
  startOn: string;
  state: HireState;
  activatedAt: string | null;
  passwordAt: string | null;
  emergency: { name: string; phone: string | null } | null;
  portrait: {
    request: string | null;
    state: 'checking' | 'returned' | 'confirmed' | 'dropped' | null;
    file: string | null;
  };
  steps: HireStep[];
  mayManage: boolean;
}

export function useHires(state: MaybeRefOrGetter<HireState>) {
  const list = useInfiniteQuery({
    queryKey: ['tasks', 'onboarding', 'list', state, language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<HireItem>>('/onboardings', { state: toValue(state), cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

/** Begins with the topic under which the server tells that something of the request moved. */
export const hireKey = (id: string) => ['requests', id, 'onboarding'];

export const useHire = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => hireKey(toValue(id))),
    queryFn: ({ signal }) => http.get<Hire>(`/onboardings/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

export const MINE = ['tasks', 'onboarding', 'mine'];

export const useMine = () =>
  useQuery({
    queryKey: MINE,
    // Most people have none.
    queryFn: async ({ signal }) => (await http.get<Hire | undefined>('/onboardings/mine', undefined, signal)) ?? null,
    staleTime: 60_000,
  });

export const correct = (id: string, answers: Answers) => http.put<Hire>(`/onboardings/${id}`, answers);
export const cancel = (id: string, comment: string) => http.post<Hire>(`/onboardings/${id}/cancel`, { comment });
export const issuePassword = (id: string) =>
  http.post<{ account: string; password: string }>(`/onboardings/${id}/password`);
export const handIn = (file: string, idempotencyKey: string) =>
  http.post<Hire>('/onboardings/mine/portrait', { file }, { idempotencyKey });
export const ask = (text: string, idempotencyKey: string) =>
  http.post<void>('/onboardings/mine/question', { text }, { idempotencyKey });

export interface StepTask {
  revision: number;
  form: { schema: FormSchema; rights: Rights };
  answers: Answers;
  actionNames: Record<string, string>;
}

export const useStepTask = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['tasks', 'one', id, 'own', language],
    queryFn: ({ signal }) => http.get<StepTask>(`/tasks/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
  });

export const complete = (task: string, answers: Answers, revision: number, idempotencyKey: string) =>
  http.post<unknown>(`/tasks/${task}/complete`, { answers, revision }, { idempotencyKey });

/** Why the last picture came back. */
export const useReason = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['requests', request, 'reason'],
    queryFn: ({ signal }) =>
      http.get<{ timeline: TrailEntry[] }>(`/requests/${encodeURIComponent(toValue(request))}`, undefined, signal),
    select: (view) => view.timeline.filter((entry) => entry.action === 'return').at(-1)?.comment ?? '',
    enabled: computed(() => toValue(request) !== ''),
  });
