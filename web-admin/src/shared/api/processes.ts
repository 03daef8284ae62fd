import { useQuery } from '@tanstack/vue-query';
import { http, type Page } from '@/shared/api/client';

export interface ProcessItem {
  key: string;
  name: string;
  category: string | null;
  version: number;
  icon: string | null;
  description: string | null;
}

/** What I may start. */
export function useProcesses() {
  return useQuery({
    queryKey: ['processes'],
    queryFn: ({ signal }) => http.get<Page<ProcessItem>>('/processes', undefined, signal),
    select: (page) => page.items,
    staleTime: 5 * 60_000,
  });
}
