import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { ProcessRequestView } from '@/shared/api/schema';
import type { FormSchema } from '@/shared/form/schema';

export type {
  ProcessEntryView as TrailEntry,
  ProcessOpenTask as OpenTask,
  ProcessReason as PathReason,
} from '@/shared/api/schema';

/** Forms are JSON to the server, which reads only a part of them. */
export interface RequestView extends Omit<ProcessRequestView, 'form' | 'stepForms'> {
  form: FormSchema;
  /** forms that were filled in on the way */
  stepForms: { step: string; schema: FormSchema }[];
}

/** The query key's first words are the topic of the server's hints. */
export const requestKey = (id: MaybeRefOrGetter<string>) => ['requests', id] as const;

export function useRequest(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => http.get<RequestView>(`/requests/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
  });
}

export function useDiagram(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['requests', id, 'diagram'],
    queryFn: ({ signal }) => http.get(`/requests/${toValue(id)}/diagram`, undefined, signal),
    enabled: computed(() => toValue(enabled)),
  });
}
