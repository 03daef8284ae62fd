import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { ProcessRequestView } from '@/shared/api/schema';
import { knownMe } from '@/shared/api/session';
import type { FormSchema } from '@/shared/form/schema';

export type {
  ProcessCopy as Copy,
  ProcessEntryView as TrailEntry,
  ProcessOpenTask as OpenTask,
  ProcessReason as PathReason,
  ProcessSeatView as Seat,
  ProcessVoteView as Vote,
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

/** A copy that reaches its reader on screen has been read; the number of unread ones falls. */
export function useCopyRead(request: MaybeRefOrGetter<RequestView | undefined>): void {
  const client = useQueryClient();
  const unread = computed(() => {
    const shown = toValue(request);
    return shown?.copies.some((copy) => copy.person.id === knownMe()?.id && !copy.read) ? shown.id : '';
  });
  watch(
    unread,
    async (id) => {
      if (id === '') return;
      // The next look at it tries again.
      const read = await http.post(`/requests/${encodeURIComponent(id)}/read`).then(
        () => true,
        () => false,
      );
      if (read) for (const topic of ['tasks', 'requests']) void client.invalidateQueries({ queryKey: [topic] });
    },
    { immediate: true },
  );
}

export function useDiagram(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['requests', id, 'diagram'],
    queryFn: ({ signal }) => http.get(`/requests/${toValue(id)}/diagram`, undefined, signal),
    enabled: computed(() => toValue(enabled)),
  });
}
