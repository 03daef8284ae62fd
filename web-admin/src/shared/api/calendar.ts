import { useQuery } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';

export type {
  CalendarAbsence as Away,
  CalendarDay,
  CalendarDayKind as DayKind,
  CalendarEntry,
} from '@/shared/api/schema';

type Day = MaybeRefOrGetter<string>;

export function useDays(from: Day, to: Day) {
  return useQuery({
    queryKey: ['calendar', 'days', from, to],
    queryFn: ({ signal }) => http.get('/calendar/days', { from: toValue(from), to: toValue(to) }, signal),
    select: (page) => page.items,
    staleTime: 10 * 60_000,
    placeholderData: (before) => before,
  });
}

export function useEntries(from: Day, to: Day) {
  return useQuery({
    queryKey: ['calendar', 'entries', from, to],
    queryFn: ({ signal }) => http.get('/calendar/entries', { from: toValue(from), to: toValue(to) }, signal),
    select: (page) => page.items,
  });
}

export function useAway(from: Day, to: Day, department: MaybeRefOrGetter<string | undefined> = undefined) {
  return useQuery({
    queryKey: ['calendar', 'away', from, to, department],
    queryFn: ({ signal }) =>
      http.get('/calendar/away', { from: toValue(from), to: toValue(to), department: toValue(department) }, signal),
    select: (page) => page.items,
  });
}
