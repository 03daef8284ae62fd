import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { http } from '@/shared/api/client';
import type { Calls } from '@/shared/api/schema';

export type { OrgPersonItem as PersonItem } from '@/shared/api/schema';

/** A person as lists name them: what the people of all answers have in common. */
export interface PersonRef {
  id: string;
  name: string;
  portrait?: string | null;
}

export const findPeople = (query: Calls['GET /people']['query'], signal?: AbortSignal) =>
  http.get('/people', query, signal);

export function usePerson(id: MaybeRefOrGetter<string | undefined>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['people', 'card', id],
    queryFn: ({ signal }) => http.get(`/people/${toValue(id)}`, undefined, signal),
    enabled: computed(() => !!toValue(id) && toValue(enabled)),
    staleTime: 5 * 60_000,
  });
}

/** Address of a portrait; the file id makes a new portrait visible at once. */
export function portraitOf(person: { id: string; portrait?: string | null }): string | undefined {
  return person.portrait ? `/api/people/${person.id}/portrait?v=${person.portrait}` : undefined;
}
