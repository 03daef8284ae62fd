import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { ProcessRelatedView as Related, ProcessRequestItem as RequestItem } from '@/shared/api/schema';
import { requestKey } from './request';

export type { Related, RequestItem };

export const relatedKey = (id: MaybeRefOrGetter<string>) => [...requestKey(id), 'related'] as const;

export function useRelated(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: relatedKey(id),
    queryFn: ({ signal }) => http.get(`/requests/${encodeURIComponent(toValue(id))}/related`, undefined, signal),
  });
}

/** Those that the reader may read, by words of title or number. */
export const findRequests = async (q: string): Promise<RequestItem[]> => (await http.get('/requests', { q })).items;

export const namedRequests = async (ids: string[]): Promise<RequestItem[]> =>
  ids.length === 0 ? [] : (await http.get('/requests', { id: ids })).items;

export const relate = (id: string, related: string[]) => http.post(`/requests/${id}/related`, { related });

export const separate = (id: string, other: string) => http.delete(`/requests/${id}/related/${other}`);
