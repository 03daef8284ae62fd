import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { OnboardingCorrection, OnboardingState as HireState, ProcessTaskView } from '@/shared/api/schema';
import type { Answers, FormSchema, Rights } from '@/shared/form/schema';
import { language } from '@/shared/i18n';

export type {
  OnboardingCard as Card,
  OnboardingDetail as Hire,
  OnboardingItem as HireItem,
  OnboardingStage as Stage,
  OnboardingState as HireState,
  OnboardingStepView as HireStep,
} from '@/shared/api/schema';

export function useHires(state: MaybeRefOrGetter<HireState>) {
  const list = useInfiniteQuery({
    queryKey: ['tasks', 'onboarding', 'list', state, language],
    queryFn: ({ pageParam, signal }) =>
      http.get('/onboardings', { state: toValue(state), cursor: pageParam, limit: 20 }, signal),
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
    queryFn: ({ signal }) => http.get(`/onboardings/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

export const MINE = ['tasks', 'onboarding', 'mine'];

export const useMine = () =>
  useQuery({
    queryKey: MINE,
    // Most people have none.
    queryFn: async ({ signal }) => (await http.get('/onboardings/mine', undefined, signal)) ?? null,
    staleTime: 60_000,
  });

export const correct = (id: string, answers: OnboardingCorrection) => http.put(`/onboardings/${id}`, answers);
export const cancel = (id: string, comment: string) => http.post(`/onboardings/${id}/cancel`, { comment });
export const issuePassword = (id: string) => http.post(`/onboardings/${id}/password`);
export const handIn = (file: string, idempotencyKey: string) =>
  http.post('/onboardings/mine/portrait', { file }, { idempotencyKey });
export const ask = (text: string, idempotencyKey: string) =>
  http.post('/onboardings/mine/question', { text }, { idempotencyKey });

/** Forms are JSON to the server. */
export interface StepTask extends Pick<ProcessTaskView, 'revision' | 'answers' | 'actionNames'> {
  form: { schema: FormSchema; rights: Rights };
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
    queryFn: ({ signal }) => http.get(`/requests/${encodeURIComponent(toValue(request))}`, undefined, signal),
    select: (view) => view.timeline.filter((entry) => entry.action === 'return').at(-1)?.comment ?? '',
    enabled: computed(() => toValue(request) !== ''),
  });
