import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { language } from '@/shared/i18n';

export interface Named {
  id: string;
  name: string;
}

export interface ClaimItem {
  id: string;
  requestId: string;
  number: string;
  person: PersonRef;
  department: Named;
  title: string;
  amount: string;
  tax: string;
  total: string;
  claimed: string;
  state: string;
  createdAt: string;
  paidOn: string | null;
  paymentReference: string | null;
}

export interface ClaimLine {
  line: number;
  category: string;
  name: string;
  date: string;
  amount: string;
  tax: string;
  total: string;
  claimed: string;
  corrected: boolean;
  invoiceNumber: string;
  note: string | null;
}

export interface Budget {
  department: Named;
  year: number;
  amount: string;
  used: string;
  held: string;
  left: string;
  over: boolean;
  owner: PersonRef | null;
}

export interface Claim {
  item: ClaimItem;
  lines: ClaimLine[];
  budgets: Budget[];
  paidBy: PersonRef | null;
  /** I may still stop its payment */
  stoppable: boolean;
}

export interface Total {
  state: string;
  claims: number;
  total: string;
}

export interface Count {
  lines: number;
  amount: string;
  tax: string;
  total: string;
  budget: 'within' | 'over' | 'none';
  over: string;
  taken: { line: number; invoiceNumber: string; number: string; requestId: string | null }[];
}

// Below "requests", so that whatever happens to a request is fetched anew here too.
const KEY = ['requests', 'expense'] as const;
export const EXPENSES = KEY;

export function useClaims() {
  const list = useInfiniteQuery({
    queryKey: [...KEY, 'mine', language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ClaimItem>>('/expenses', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useTotals = () =>
  useQuery({
    queryKey: [...KEY, 'totals'],
    queryFn: ({ signal }) => http.get<Page<Total>>('/expenses/totals', undefined, signal),
    select: (page) => page.items,
  });

export const useClaim = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: [...KEY, 'one', request, language],
    queryFn: ({ signal }) => http.get<Claim>(`/expenses/${encodeURIComponent(toValue(request))}`, undefined, signal),
    enabled: computed(() => toValue(request) !== ''),
    retry: false,
  });

export interface Counted {
  department: string | null;
  lines: Record<string, unknown>[];
  /** a request that is being changed does not stand in its own way */
  request?: string;
}

export const useCount = (asked: MaybeRefOrGetter<Counted | null>) =>
  useQuery({
    queryKey: [...KEY, 'count', computed(() => toValue(asked))],
    queryFn: () => http.post<Count>('/expenses/count', toValue(asked)),
    enabled: computed(() => toValue(asked) !== null),
    placeholderData: (before) => before,
    retry: false,
  });

export interface DeskQuery {
  state: string;
  q: string;
}

export function useDesk(query: MaybeRefOrGetter<DeskQuery>) {
  const list = useInfiniteQuery({
    queryKey: [...KEY, 'desk', computed(() => toValue(query)), language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ClaimItem>>('/expenses/desk/claims', { ...toValue(query), cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useDeskTotals = () =>
  useQuery({
    queryKey: [...KEY, 'desk-totals'],
    queryFn: ({ signal }) => http.get<Page<Total>>('/expenses/desk/totals', undefined, signal),
    select: (page) => page.items,
  });

export const useBudgets = (year: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: [...KEY, 'budgets', year],
    queryFn: ({ signal }) => http.get<Page<Budget>>('/expenses/desk/budgets', { year: toValue(year) }, signal),
    select: (page) => page.items,
  });

export const pay = (claims: string[], reference: string, paidOn: string): Promise<Page<ClaimItem>> =>
  http.post('/expenses/desk/payments', { claims, reference, paidOn });

export const stop = (request: string, reason: string): Promise<Claim> =>
  http.post(`/expenses/${encodeURIComponent(request)}/stop`, { reason });

export const setBudget = (department: string, year: number, amount: string, owner: string | null): Promise<Budget> =>
  http.put(`/expenses/desk/budgets/${encodeURIComponent(department)}/${year}`, { amount, owner });

/** Whether somebody has this claim to decide on; the task then, else the request. */
export async function placeOf(request: string): Promise<string> {
  const { myTask } = await http.get<{ myTask: string | null }>(`/requests/${encodeURIComponent(request)}`);
  return myTask ? `/tasks/${myTask}` : `/requests/${request}`;
}
