import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { requestKey } from './request';

/** A request as it is picked and named. */
export interface RequestItem {
  id: string;
  number: string;
  title: string;
  process: string;
  processName: string;
  status: string;
  applicant: PersonRef;
  createdAt: string;
}

export interface Related {
  items: { request: RequestItem; addedBy: PersonRef; addedAt: string; removable: boolean }[];
  mayAdd: boolean;
}

export const relatedKey = (id: MaybeRefOrGetter<string>) => [...requestKey(id), 'related'] as const;

export function useRelated(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: relatedKey(id),
    queryFn: ({ signal }) =>
      http.get<Related>(`/requests/${encodeURIComponent(toValue(id))}/related`, undefined, signal),
  });
}

/** Those that the reader may read, by words of title or number. */
export const findRequests = async (q: string): Promise<RequestItem[]> =>
  (await http.get<Page<RequestItem>>('/requests', { q })).items;

export const namedRequests = async (ids: string[]): Promise<RequestItem[]> =>
  ids.length === 0
    ? []
    : (await http.get<Page<RequestItem>>(`/requests?${ids.map((id) => `id=${id}`).join('&')}`)).items;

export const relate = (id: string, related: string[]) => http.post<Related>(`/requests/${id}/related`, { related });

export const separate = (id: string, other: string) => http.delete<Related>(`/requests/${id}/related/${other}`);
