import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { http, type Page } from '@/shared/api/client';
import { language } from '@/shared/i18n';
import type { PersonRef } from '@/shared/api/people';

export interface Procedure {
  key: string;
  name: string;
}

export interface Delegation {
  id: string;
  principal: PersonRef;
  deputy: PersonRef;
  /** in the company's time */
  from: string;
  until: string;
  /** empty for every procedure */
  processes: Procedure[];
  limit: string | null;
  limitField: string | null;
  reason: string | null;
  /** null when the principal did */
  setBy: PersonRef | null;
  state: 'coming' | 'current' | 'past';
  endedAt: string | null;
  endedBy: PersonRef | null;
  mayEnd: boolean;
}

/** What is sent; `from` null means now. */
export interface Asked {
  principal: string | null;
  deputy: string | null;
  from: string | null;
  until: string | null;
  processes: string[];
  limit: string | null;
  reason: string | null;
}

export interface Changed {
  delegation: Delegation;
  tasks: number;
}

export function useDelegations(all: boolean) {
  const list = useInfiniteQuery({
    queryKey: ['delegations', all ? 'all' : 'mine', language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<Delegation>>(all ? '/admin/delegations' : '/delegations', { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useProcedures = () =>
  useQuery({
    queryKey: ['delegations', 'processes', language],
    queryFn: ({ signal }) => http.get<Page<Procedure>>('/delegations/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

/** What it would do; nothing while it would be refused, which is said when it is sent. */
export const usePreview = (asked: Ref<Asked | null>) =>
  useQuery({
    queryKey: ['delegations', 'preview', asked],
    queryFn: ({ signal }) =>
      http
        .post<{ now: boolean; tasks: number }>('/delegations/preview', asked.value, { signal })
        .catch((): null => null),
    enabled: computed(() => asked.value !== null),
    retry: false,
  });

export const setDelegation = (asked: Asked) => http.post<Changed>('/delegations', asked);
export const endDelegation = (id: string) => http.delete<Changed>(`/delegations/${id}`);
