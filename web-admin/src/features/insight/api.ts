import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { address, http } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export type {
  InsightFigures as Figures,
  InsightLine as Line,
  InsightPoint as Point,
  InsightProcessLine as ProcessLine,
} from '@/shared/api/schema';

/** Which days, and whose requests. */
export interface Asked {
  from: string;
  to: string;
  department: string;
}

/** Which requests are behind a number. */
export interface Behind {
  process: string;
  what: 'finished' | 'started' | 'dropped' | 'returned' | 'met' | 'missed' | 'open' | 'overdue';
  step?: string;
  person?: string;
  /** what the number is called, above the list */
  title: string;
  from?: string;
  to?: string;
}

const FRESH = 30_000;

export const useScope = () =>
  useQuery({
    queryKey: ['insight', 'scope'],
    queryFn: ({ signal }) => http.get('/insight/scope', undefined, signal),
    staleTime: FRESH,
  });

export const useProcesses = (asked: MaybeRefOrGetter<Asked>, enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['insight', 'processes', computed(() => toValue(asked)), language],
    queryFn: ({ signal }) => http.get('/insight/processes', { ...toValue(asked) }, signal),
    select: (page) => page.items,
    placeholderData: (before) => before,
    enabled: computed(() => toValue(enabled)),
    retry: false,
  });

export const useProcess = (key: MaybeRefOrGetter<string>, asked: MaybeRefOrGetter<Asked>) =>
  useQuery({
    queryKey: ['insight', 'process', key, computed(() => toValue(asked)), language],
    queryFn: ({ signal }) => http.get(`/insight/processes/${toValue(key)}`, { ...toValue(asked) }, signal),
    placeholderData: (before) => before,
    retry: false,
  });

export const useDrawing = (key: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['insight', 'drawing', key],
    queryFn: ({ signal }) => http.get(`/insight/processes/${toValue(key)}/drawing`, undefined, signal),
    staleTime: Infinity,
  });

export const useMine = (asked: MaybeRefOrGetter<Asked>) =>
  useQuery({
    queryKey: ['insight', 'mine', computed(() => toValue(asked)), language],
    queryFn: ({ signal }) => http.get('/insight/mine', { from: toValue(asked).from, to: toValue(asked).to }, signal),
    placeholderData: (before) => before,
  });

export function useBehind(behind: MaybeRefOrGetter<Behind | null>, asked: MaybeRefOrGetter<Asked>) {
  const list = useInfiniteQuery({
    queryKey: ['insight', 'behind', computed(() => toValue(behind)), computed(() => toValue(asked)), language],
    queryFn: ({ pageParam, signal }) => {
      const { process, what, step, person, from, to } = toValue(behind)!;
      const { department, ...days } = toValue(asked);
      return http.get(
        `/insight/processes/${process}/requests`,
        { ...days, ...(from && to ? { from, to } : {}), department, what, step, person, cursor: pageParam, limit: 30 },
        signal,
      );
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: computed(() => toValue(behind) !== null),
    retry: false,
  });
  const pages = computed(() => list.data.value?.pages ?? []);
  return {
    ...list,
    items: computed(() => pages.value.flatMap((page) => page.items)),
    hidden: computed(() => pages.value.reduce((sum, page) => sum + page.hidden, 0)),
  };
}

/** Where a table can be fetched as a file. */
export const sheet = (asked: Asked, part: string, kind: string, process?: string): string =>
  address('/insight/sheet', { ...asked, part, kind, process });
