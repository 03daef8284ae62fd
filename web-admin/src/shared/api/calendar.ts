import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page } from '@/shared/api/client';

export type DayKind = 'work' | 'rest' | 'holiday' | 'makeup';

export interface CalendarDay {
  date: string;
  kind: DayKind;
  name: string | null;
  provisional: boolean;
}

export interface CalendarEntry {
  id: string;
  kind: string;
  title: string;
  start: string;
  end: string;
  link: string | null;
}

export interface Away {
  person: { id: string; name: string; portrait?: string | null };
  department: { id: string; name: string } | string | null;
  start: string;
  end: string;
}

type Day = MaybeRefOrGetter<string>;

export function useDays(from: Day, to: Day) {
  return useQuery({
    queryKey: ['calendar', 'days', from, to],
    queryFn: ({ signal }) =>
      http.get<Page<CalendarDay>>('/calendar/days', { from: toValue(from), to: toValue(to) }, signal),
    select: (page) => page.items,
    staleTime: 10 * 60_000,
    placeholderData: (before) => before,
  });
}

export function useEntries(from: Day, to: Day) {
  return useQuery({
    queryKey: ['calendar', 'entries', from, to],
    queryFn: ({ signal }) =>
      http.get<Page<CalendarEntry>>('/calendar/entries', { from: toValue(from), to: toValue(to) }, signal),
    select: (page) => page.items,
  });
}

export function useAway(from: Day, to: Day, department: MaybeRefOrGetter<string | undefined> = undefined) {
  return useQuery({
    queryKey: ['calendar', 'away', from, to, department],
    queryFn: ({ signal }) =>
      http.get<Page<Away>>(
        '/calendar/away',
        { from: toValue(from), to: toValue(to), department: toValue(department) },
        signal,
      ),
    select: (page) => page.items,
  });
}

export const departmentOf = (away: Away) =>
  typeof away.department === 'string' ? away.department : away.department?.name;
