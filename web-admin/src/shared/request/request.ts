import { useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type StoredFile } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import type { Answers, FormSchema } from '@/shared/form/schema';

export interface TrailEntry {
  id?: string;
  at: string;
  person: PersonRef | null;
  onBehalfOf: PersonRef | null;
  action: string;
  /** the step's or the module's own word for it */
  actionName: string | null;
  step: string | null;
  comment: string | null;
  mentions: PersonRef[];
  files: StoredFile[];
  /** file of a drawn signature */
  signature: string | null;
  /** what gateways and decision tables said because of this */
  path?: PathReason[];
}

export interface PathReason {
  at: string;
  question: string;
  answer: string;
  facts: string;
}

export interface OpenTask {
  id: string;
  step: string;
  holders: PersonRef[];
  /** the role whose members may take it */
  pool: string | null;
  since: string;
  due: string | null;
}

export interface RequestView {
  id: string;
  number: string;
  process: string;
  processName: string;
  version: number;
  title: string;
  status: string;
  revision: number;
  applicant: PersonRef;
  department: string | null;
  createdAt: string;
  endedAt: string | null;
  answers: Answers;
  timeline: TrailEntry[];
  openTasks: OpenTask[];
  actions: string[];
  form: FormSchema;
  /** forms that were filled in on the way */
  stepForms: { step: string; schema: FormSchema }[];
  /** my open task of it */
  myTask: string | null;
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

export interface DiagramData {
  xml: string;
  active: string[];
  done: string[];
  failed: string[];
}

export function useDiagram(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) {
  return useQuery({
    queryKey: ['requests', id, 'diagram'],
    queryFn: ({ signal }) => http.get<DiagramData>(`/requests/${toValue(id)}/diagram`, undefined, signal),
    enabled: computed(() => toValue(enabled)),
  });
}
