import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type {
  GrantChangeBody,
  GrantHeldItem as HeldItem,
  GrantHolderItem as HolderItem,
  GrantOwnedItem as OwnedItem,
  GrantThingItem as ThingItem,
} from '@/shared/api/schema';
import { language } from '@/shared/i18n';

export type { HeldItem, HolderItem, ThingItem };

export const KINDS: Kind[] = ['app', 'role', 'folder', 'data', 'special'];
export type Kind = ThingItem['kind'];

function useList<T>(key: unknown[], path: MaybeRefOrGetter<string>, query: () => Record<string, string | boolean>) {
  const list = useInfiniteQuery({
    queryKey: ['grants', ...key, language],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<T>>(toValue(path), { ...query(), cursor: pageParam, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useHeld = (past: MaybeRefOrGetter<boolean>) =>
  useList<HeldItem>(['held', computed(() => toValue(past))], '/grants', () => ({ past: toValue(past) }));

export const useOwned = () => useList<OwnedItem>(['owned'], '/grants/owned', () => ({}));

export const useHolders = (thing: MaybeRefOrGetter<string>) =>
  useList<HolderItem>(
    ['holders', computed(() => toValue(thing))],
    () => `/grants/things/${encodeURIComponent(toValue(thing))}/holders`,
    () => ({}),
  );

export const useThings = (words: MaybeRefOrGetter<string>) =>
  useList<ThingItem>(['things', computed(() => toValue(words))], '/grants/things', () => ({ q: toValue(words) }));

export const useRights = () =>
  useQuery({
    queryKey: ['grants', 'rights', language],
    queryFn: ({ signal }) => http.get('/grants/rights', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

export const useCard = (thing: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['grants', 'card', computed(() => toValue(thing)), language],
    queryFn: ({ signal }) => http.get(`/grants/things/${encodeURIComponent(toValue(thing))}`, undefined, signal),
    enabled: computed(() => toValue(thing) !== ''),
    retry: false,
  });

export const useFacts = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['grants', 'facts', computed(() => toValue(request)), language],
    queryFn: ({ signal }) => http.get('/grants/facts', { request: toValue(request) }, signal),
    enabled: computed(() => toValue(request) !== ''),
    retry: false,
  });

export const giveBack = (id: string, comment: string) => http.post(`/grants/${id}/give-back`, { comment });
export const revoke = (id: string, comment: string) => http.post(`/grants/${id}/revoke`, { comment });
export const addThing = (entry: GrantChangeBody) => http.post('/grants/things', entry);
export const changeThing = (id: string, revision: number, entry: GrantChangeBody) =>
  http.put(`/grants/things/${id}`, { ...entry, revision });
