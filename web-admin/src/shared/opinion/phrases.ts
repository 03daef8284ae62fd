import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export interface Phrases {
  /** own ones, in order */
  items: string[];
  /** the same for everybody */
  company: string[];
  revision: number;
}

const KEY = ['phrases'] as const;

export function usePhrases() {
  const query = useQuery({
    queryKey: [...KEY, language],
    queryFn: ({ signal }) => http.get<Phrases>('/phrases', undefined, signal),
    staleTime: 5 * 60_000,
  });
  /** Own ones first. */
  const all = computed(() => [...new Set([...(query.data.value?.items ?? []), ...(query.data.value?.company ?? [])])]);
  return { ...query, all };
}

export const keepPhrases = (phrases: string[], revision: number) =>
  http.put<Phrases>('/phrases', { phrases, revision });

export const phrasesKey = KEY;
