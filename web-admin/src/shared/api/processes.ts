import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';

export type { ProcessItem } from '@/shared/api/schema';

/** What I may start. */
export function useProcesses() {
  return useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => http.get('/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 5 * 60_000,
  });
}
