import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http } from '@/shared/api/client';
import { language } from '@/shared/i18n';

const KEY = ['phrases'] as const;

export function usePhrases() {
  const query = useQuery({
    queryKey: [...KEY, language],
    queryFn: ({ signal }) => http.get('/phrases', undefined, signal),
    staleTime: 5 * 60_000,
  });
  /** Own ones first. */
  const all = computed(() => [...new Set([...(query.data.value?.items ?? []), ...(query.data.value?.company ?? [])])]);
  return { ...query, all };
}

export const keepPhrases = (phrases: string[], revision: number) => http.put('/phrases', { phrases, revision });

export const phrasesKey = KEY;
