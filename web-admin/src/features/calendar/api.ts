import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';
import type { DayKind } from '@/shared/api/calendar';

export function useYears() {
  return useQuery({
    queryKey: ['calendar', 'years'],
    queryFn: () => http.get('/calendar/years'),
    select: (page) => page.items,
  });
}

export const arrangeDay = (date: string, kind: DayKind, name: string | null) =>
  http.put(`/calendar/days/${date}`, { kind, name });

export const resetDay = (date: string) => http.delete(`/calendar/days/${date}`);
