import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { http } from '@/shared/api/client';
import type { ApprovalAsked as Asked } from '@/shared/api/schema';
import { language } from '@/shared/i18n';

export type { ApprovalDelegationItem as Delegation } from '@/shared/api/schema';
export type { Asked };

export function useDelegations(all: boolean) {
  const list = useInfiniteQuery({
    queryKey: ['delegations', all ? 'all' : 'mine', language],
    queryFn: ({ pageParam, signal }) => {
      const part = { cursor: pageParam, limit: 50 };
      return all ? http.get('/admin/delegations', part, signal) : http.get('/delegations', part, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useProcedures = () =>
  useQuery({
    queryKey: ['delegations', 'processes', language],
    queryFn: ({ signal }) => http.get('/delegations/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

/** What it would do; nothing while it would be refused, which is said when it is sent. */
export const usePreview = (asked: Ref<Asked | null>) =>
  useQuery({
    queryKey: ['delegations', 'preview', asked],
    queryFn: ({ signal }) => http.post('/delegations/preview', asked.value!, { signal }).catch((): null => null),
    enabled: computed(() => asked.value !== null),
    retry: false,
  });

export const setDelegation = (asked: Asked) => http.post('/delegations', asked);
export const endDelegation = (id: string) => http.delete(`/delegations/${id}`);
