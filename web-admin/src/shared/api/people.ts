import { useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { http, type Page } from '@/shared/api/client';

/** A person as lists name them. */
export interface PersonRef {
  id: string;
  name: string;
  portrait?: string | null;
}

export interface PersonItem extends PersonRef {
  number: string;
  position: string | null;
  department: { id: string; name: string } | null;
}

export interface PersonCard extends PersonRef {
  number: string;
  email: string | null;
  phone: string | null;
  departments: { id: string; name: string; position: string | null; main: boolean; head: boolean }[];
  leader: { id: string; name: string } | null;
}

export interface PeopleQuery {
  q?: string;
  department?: string;
  cursor?: string;
  limit?: number;
}

export const findPeople = (query: PeopleQuery, signal?: AbortSignal) =>
  http.get<Page<PersonItem>>('/people', { ...query }, signal);

export function usePerson(id: MaybeRefOrGetter<string | undefined>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['people', 'card', id],
    queryFn: ({ signal }) => http.get<PersonCard>(`/people/${toValue(id)}`, undefined, signal),
    enabled: computed(() => !!toValue(id) && toValue(enabled)),
    staleTime: 5 * 60_000,
  });
}

/** Address of a portrait; the file id makes a new portrait visible at once. */
export function portraitOf(person: { id: string; portrait?: string | null }): string | undefined {
  return person.portrait ? `/api/people/${person.id}/portrait?v=${person.portrait}` : undefined;
}
