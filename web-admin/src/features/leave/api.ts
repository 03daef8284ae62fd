import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { LeaveCountBody } from '@/shared/api/schema';
import { language } from '@/shared/i18n';

export type { LeaveBalance as Balance, LeaveItem } from '@/shared/api/schema';

export const useBalances = () =>
  useQuery({
    queryKey: ['leave', 'balances', language],
    queryFn: ({ signal }) => http.get('/leaves/balances', undefined, signal),
    select: (page) => page.items,
  });

export function useLedger(type: MaybeRefOrGetter<string>) {
  const list = useInfiniteQuery({
    queryKey: ['leave', 'ledger', type, language],
    queryFn: ({ pageParam, signal }) =>
      http.get('/leaves/ledger', { type: toValue(type), cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export function useLeaves() {
  const list = useInfiniteQuery({
    queryKey: ['leave', 'mine', language],
    queryFn: ({ pageParam, signal }) => http.get('/leaves', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

/** A request that is being changed does not stand in its own way. */
export const useCount = (span: MaybeRefOrGetter<LeaveCountBody | null>) =>
  useQuery({
    queryKey: ['leave', 'count', computed(() => toValue(span)), language],
    queryFn: () => http.post('/leaves/count', toValue(span)!),
    enabled: computed(() => toValue(span) !== null),
    placeholderData: (before) => before,
    retry: false,
  });

export const useFacts = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['leave', 'facts', request, language],
    queryFn: ({ signal }) => http.get('/leaves/facts', { request: toValue(request) }, signal),
    enabled: computed(() => toValue(request) !== ''),
    retry: false,
  });

export const useAway = (
  from: MaybeRefOrGetter<string>,
  to: MaybeRefOrGetter<string>,
  department: MaybeRefOrGetter<string>,
) =>
  useQuery({
    queryKey: ['calendar', 'away', from, to, department],
    queryFn: ({ signal }) =>
      http.get('/calendar/away', { from: toValue(from), to: toValue(to), department: toValue(department) }, signal),
    enabled: computed(() => toValue(from) !== '' && toValue(to) !== '' && toValue(department) !== ''),
    select: (page) => page.items,
  });
