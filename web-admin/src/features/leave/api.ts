import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export interface Balance {
  type: string;
  name: string;
  year: number;
  limited: boolean;
  granted: number;
  used: number;
  held: number;
  available: number | null;
}

export interface LedgerItem {
  id: string;
  at: string;
  kind: string;
  minutes: number;
  type: string;
  name: string;
  year: number;
  note: string | null;
  request: { id: string; number: string } | null;
}

export interface LeaveItem {
  id: string;
  requestId: string;
  number: string;
  type: string;
  name: string;
  start: string;
  end: string;
  minutes: number;
  state: string;
  provisional: boolean;
}

export interface CountedDay {
  date: string;
  kind: 'work' | 'rest' | 'holiday' | 'makeup';
  name: string | null;
  minutes: number;
}

export interface Count {
  minutes: number;
  inDays: number;
  minutesPerDay: number;
  days: CountedDay[];
  available: number | null;
  missing: number;
  provisional: boolean;
  overlap: { number: string; start: string; end: string } | null;
}

export interface Away {
  person: { id: string; name: string };
  department: string | { id: string; name: string } | null;
  start: string;
  end: string;
}

export const useBalances = () =>
  useQuery({
    queryKey: ['leave', 'balances', language],
    queryFn: ({ signal }) => http.get<Page<Balance>>('/leaves/balances', undefined, signal),
    select: (page) => page.items,
  });

export function useLedger(type: MaybeRefOrGetter<string>) {
  const list = useInfiniteQuery({
    queryKey: ['leave', 'ledger', type, language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<LedgerItem>>('/leaves/ledger', { type: toValue(type), cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export function useLeaves() {
  const list = useInfiniteQuery({
    queryKey: ['leave', 'mine', language],
    queryFn: ({ pageParam, signal }) => http.get<Page<LeaveItem>>('/leaves', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export interface Span {
  type: string;
  start: string;
  end: string;
  /** a request that is being changed does not stand in its own way */
  request?: string;
}

export const useCount = (span: MaybeRefOrGetter<Span | null>) =>
  useQuery({
    queryKey: ['leave', 'count', computed(() => toValue(span)), language],
    queryFn: () => http.post<Count>('/leaves/count', toValue(span)),
    enabled: computed(() => toValue(span) !== null),
    placeholderData: (before) => before,
    retry: false,
  });

export interface Facts {
  type: string;
  name: string;
  start: string;
  end: string;
  minutes: number;
  granted: number;
  used: number;
  held: number;
  /** what is left once this leave is taken; null where no balance limits it */
  available: number | null;
  minutesPerDay: number;
  /** the balance already stands without these minutes */
  charged: boolean;
  provisional: boolean;
}

export const useFacts = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['leave', 'facts', request, language],
    queryFn: ({ signal }) => http.get<Facts>('/leaves/facts', { request: toValue(request) }, signal),
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
      http.get<Page<Away>>(
        '/calendar/away',
        { from: toValue(from), to: toValue(to), department: toValue(department) },
        signal,
      ),
    enabled: computed(() => toValue(from) !== '' && toValue(to) !== '' && toValue(department) !== ''),
    select: (page) => page.items,
  });
