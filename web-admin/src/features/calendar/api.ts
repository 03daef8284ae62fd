import { useQuery } from '@tanstack/vue-query';
import { http, type Page } from '@/shared/api/client';
import type { CalendarDay, DayKind } from '@/shared/api/calendar';

export interface CalendarYear {
  year: number;
  provisional: boolean;
  source: string | null;
}

export function useYears() {
  return useQuery({
    queryKey: ['calendar', 'years'],
    queryFn: () => http.get<Page<CalendarYear>>('/calendar/years'),
    select: (page) => page.items,
  });
}

export const arrangeDay = (date: string, kind: DayKind, name: string | null) =>
  http.put<CalendarDay>(`/calendar/days/${date}`, { kind, name });

export const resetDay = (date: string) => http.delete<void>(`/calendar/days/${date}`);
