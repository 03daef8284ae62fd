import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { http, type StoredFile } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { knownMe } from '@/shared/api/session';
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
  /** in words, what the action undid */
  undone?: string[];
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
  /** for whom the holder acts */
  onBehalfOf: PersonRef | null;
  since: string;
  due: string | null;
}

/** One say in a vote. */
export interface Seat {
  id: string;
  person: PersonRef;
  /** who acts for the person */
  deputy: PersonRef | null;
  part: 'member' | 'before' | 'beside' | 'after' | 'delegate' | 'consult';
  way: string;
  /** the seat that asked for this one */
  parent: string | null;
  state: 'waiting' | 'open' | 'done' | 'gone' | 'removed';
  ballot: 'approve' | 'reject' | 'abstain' | null;
  weight: number;
  veto: boolean;
  at: string | null;
}

export interface Vote {
  way: string;
  /** the way in words, with where it stands */
  words: string;
  seats: Seat[];
}

export interface Copy {
  person: PersonRef;
  read: boolean;
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
  /** open steps that several people decide */
  votes: { id: string; step: string; vote: Vote }[];
  copies: Copy[];
  actions: string[];
  /** why the applicant can not revoke it, though it is not too late */
  notRevocable: string | null;
  /** when the applicant may urge again */
  nextUrge: string | null;
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
