import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { ExpenseCountBody } from '@/shared/api/schema';
import { language } from '@/shared/i18n';

export type { ExpenseItem as ClaimItem, ExpenseBudgetItem as Budget } from '@/shared/api/schema';

/** What stands in the form may be anything yet; the server reads what it can. */
export interface Counted extends Omit<ExpenseCountBody, 'lines'> {
  department: string | null;
  lines: Record<string, unknown>[];
  /** a request that is being changed does not stand in its own way */
  request?: string;
}

// Below "requests", so that whatever happens to a request is fetched anew here too.
const KEY = ['requests', 'expense'] as const;
export const EXPENSES = KEY;

export function useClaims() {
  const list = useInfiniteQuery({
    queryKey: [...KEY, 'mine', language],
    queryFn: ({ pageParam, signal }) => http.get('/expenses', { cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useTotals = () =>
  useQuery({
    queryKey: [...KEY, 'totals'],
    queryFn: ({ signal }) => http.get('/expenses/totals', undefined, signal),
    select: (page) => page.items,
  });

export const useClaim = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: [...KEY, 'one', request, language],
    queryFn: ({ signal }) => http.get(`/expenses/${encodeURIComponent(toValue(request))}`, undefined, signal),
    enabled: computed(() => toValue(request) !== ''),
    retry: false,
  });

export const useCount = (asked: MaybeRefOrGetter<Counted | null>) =>
  useQuery({
    queryKey: [...KEY, 'count', computed(() => toValue(asked))],
    queryFn: () => http.post('/expenses/count', toValue(asked) as ExpenseCountBody),
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
      http.get('/expenses/desk/claims', { ...toValue(query), cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useDeskTotals = () =>
  useQuery({
    queryKey: [...KEY, 'desk-totals'],
    queryFn: ({ signal }) => http.get('/expenses/desk/totals', undefined, signal),
    select: (page) => page.items,
  });

export const useBudgets = (year: MaybeRefOrGetter<number>) =>
  useQuery({
    queryKey: [...KEY, 'budgets', year],
    queryFn: ({ signal }) => http.get('/expenses/desk/budgets', { year: toValue(year) }, signal),
    select: (page) => page.items,
  });

export const pay = (claims: string[], reference: string, paidOn: string) =>
  http.post('/expenses/desk/payments', { claims, reference, paidOn });

export const stop = (request: string, reason: string) =>
  http.post(`/expenses/${encodeURIComponent(request)}/stop`, { reason });

export const setBudget = (department: string, year: number, amount: string, owner: string | null) =>
  http.put(`/expenses/desk/budgets/${encodeURIComponent(department)}/${year}`, { amount, owner });

/** Whether somebody has this claim to decide on; the task then, else the request. */
export async function placeOf(request: string): Promise<string> {
  const { myTask } = await http.get(`/requests/${encodeURIComponent(request)}`);
  return myTask ? `/tasks/${myTask}` : `/requests/${request}`;
}
