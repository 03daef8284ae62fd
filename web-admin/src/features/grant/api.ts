import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export const KINDS = ['app', 'role', 'folder', 'data', 'special'] as const;
export type Kind = (typeof KINDS)[number];

export interface Named {
  id: string;
  name: string;
}

export interface HeldItem {
  id: string;
  number: string;
  thing: Named;
  kind: Kind;
  description: string;
  /** held because I belong to it */
  department: Named | null;
  since: string | null;
  /** the last day; null without end */
  until: string | null;
  held: boolean;
  ending: 'expired' | 'revoked' | 'returned' | 'renewed' | 'left' | null;
  endedAt: string | null;
  note: string | null;
  external: boolean;
  mayGiveBack: boolean;
  mayRenew: boolean;
  renewal: { id: string; number: string } | null;
}

export interface OwnedItem {
  id: string;
  name: string;
  kind: Kind;
  description: string;
  own: boolean;
  owner: { id: string; name: string; present: boolean } | null;
  offered: boolean;
  held: number;
}

export interface HolderItem {
  id: string;
  number: string;
  holder: Named;
  department: boolean;
  place: string | null;
  since: string | null;
  until: string | null;
  applicant: Named;
}

export interface Card {
  id: string;
  name: string;
  kind: Kind;
  description: string;
  owners: Named[];
  external: boolean;
  permits: string[];
  longestDays: number | null;
  mine: { id: string; number: string; until: string | null } | null;
}

export interface Facts {
  thing: Named;
  kind: Kind;
  description: string;
  external: boolean;
  permits: string[];
  holder: Named;
  department: boolean;
  members: number;
  until: string | null;
  longestDays: number | null;
  owners: Named[];
  held: number;
  state: string;
}

export interface ThingItem {
  id: string;
  kind: Kind;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  owner: { id: string; name: string; present: boolean } | null;
  department: Named;
  effect: string | null;
  longestDays: number | null;
  offered: boolean;
  revision: number;
  held: number;
}

export interface Right {
  what: string;
  name: string;
  permits: string[];
}

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
    queryFn: ({ signal }) => http.get<Page<Right>>('/grants/rights', undefined, signal),
    select: (page) => page.items,
    staleTime: 60_000,
  });

export const useCard = (thing: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['grants', 'card', computed(() => toValue(thing)), language],
    queryFn: ({ signal }) => http.get<Card>(`/grants/things/${encodeURIComponent(toValue(thing))}`, undefined, signal),
    enabled: computed(() => toValue(thing) !== ''),
    retry: false,
  });

export const useFacts = (request: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['grants', 'facts', computed(() => toValue(request)), language],
    queryFn: ({ signal }) => http.get<Facts>('/grants/facts', { request: toValue(request) }, signal),
    enabled: computed(() => toValue(request) !== ''),
    retry: false,
  });

export const giveBack = (id: string, comment: string) => http.post<void>(`/grants/${id}/give-back`, { comment });
export const revoke = (id: string, comment: string) => http.post<void>(`/grants/${id}/revoke`, { comment });
export const addThing = (entry: Entry) => http.post<{ id: string }>('/grants/things', entry);
export const changeThing = (id: string, revision: number, entry: Entry) =>
  http.put<{ id: string }>(`/grants/things/${id}`, { ...entry, revision });

export interface Entry {
  kind: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  owner: string | null;
  department: string | null;
  effect: string | null;
  longestDays: number | null;
  offered: boolean;
}
