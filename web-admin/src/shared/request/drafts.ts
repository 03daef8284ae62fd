import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';
import type { Answers } from '@/shared/form/schema';
import { language } from '@/shared/i18n';

export interface DraftItem {
  id: string;
  process: string;
  processName: string;
  icon: string;
  /** a few of the answers in words; may be empty */
  summary: string;
  revision: number;
  savedAt: string;
  /** whether the process can still be started */
  open: boolean;
}

export interface DraftView {
  id: string;
  process: string;
  revision: number;
  savedAt: string;
  answers: Answers;
  related: string[];
  /** the form is another one than when it was saved */
  changed: boolean;
  /** what no longer fits, by its name */
  dropped: string[];
}

export interface SavedDraftView {
  id: string;
  process: string;
  revision: number;
  savedAt: string;
  /** attachments that are copies now, by their old id */
  copied: Record<string, string>;
}

export interface DraftContent {
  answers: Answers;
  related: string[];
}

/** The lists of drafts; one that is open is not fetched again below whoever types. */
export const draftsKey = ['drafts', 'list'] as const;

export function useDrafts(process: MaybeRefOrGetter<string> = '', enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: [...draftsKey, process, language],
    queryFn: ({ signal }) => http.get<Page<DraftItem>>('/drafts', { process: toValue(process) }, signal),
    select: (page) => page.items,
    enabled: computed(() => toValue(enabled)),
  });
}

/** As it is now, never as it was remembered; `turn` counts how often something was opened. */
export function useOpenedDraft(id: MaybeRefOrGetter<string>, turn: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['drafts', 'one', id, turn],
    queryFn: ({ signal }) => http.get<DraftView>(`/drafts/${encodeURIComponent(toValue(id))}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export const createDraft = (process: string, content: DraftContent, key: string) =>
  http.post<SavedDraftView>('/drafts', { process, ...content }, { idempotencyKey: key });

export const saveDraft = (id: string, content: DraftContent, revision: number) =>
  http.put<SavedDraftView>(`/drafts/${id}`, { ...content, revision });

export const deleteDraft = (id: string) => http.delete<void>(`/drafts/${id}`);

export const restoreDraft = (id: string) => http.post<DraftItem>(`/drafts/${id}/restore`);

/** A draft with the answers of an own request. */
export const draftOf = (request: string, key: string) =>
  http.post<SavedDraftView>('/drafts', { request }, { idempotencyKey: key });

export const draftPath = (draft: { id: string; process: string }): string =>
  `/start/${draft.process}?draft=${draft.id}`;
