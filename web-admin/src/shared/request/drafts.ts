import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { Answers } from '@/shared/form/schema';
import { language } from '@/shared/i18n';

export type { ProcessDraftItem as DraftItem, ProcessDraftView as DraftView } from '@/shared/api/schema';

export interface DraftContent {
  answers: Answers;
  related: string[];
}

/** The lists of drafts; one that is open is not fetched again below whoever types. */
export const draftsKey = ['drafts', 'list'] as const;

export function useDrafts(process: MaybeRefOrGetter<string> = '', enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: [...draftsKey, process, language],
    queryFn: ({ signal }) => http.get('/drafts', { process: toValue(process) }, signal),
    select: (page) => page.items,
    enabled: computed(() => toValue(enabled)),
  });
}

/** As it is now, never as it was remembered; `turn` counts how often something was opened. */
export function useOpenedDraft(id: MaybeRefOrGetter<string>, turn: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['drafts', 'one', id, turn],
    queryFn: ({ signal }) => http.get(`/drafts/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export const createDraft = (process: string, content: DraftContent, key: string) =>
  http.post('/drafts', { process, ...content }, { idempotencyKey: key });

export const saveDraft = (id: string, content: DraftContent, revision: number) =>
  http.put(`/drafts/${id}`, { ...content, revision });

export const deleteDraft = (id: string) => http.delete(`/drafts/${id}`);

export const restoreDraft = (id: string) => http.post(`/drafts/${id}/restore`);

/** A draft with the answers of an own request. */
export const draftOf = (request: string, key: string) => http.post('/drafts', { request }, { idempotencyKey: key });

export const draftPath = (draft: { id: string; process: string }): string =>
  `/start/${draft.process}?draft=${draft.id}`;
