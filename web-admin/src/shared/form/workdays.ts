import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { http } from '@/shared/api/client';
import type { CalendarDay, CalendarHoursBody } from '@/shared/api/schema';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const isWorking = (day: CalendarDay): boolean => day.kind === 'work' || day.kind === 'makeup';

/** Days from one date to another, both included, or office time between two times, as the server counts it. */
export function countDays(days: CalendarDay[], hours: CalendarHoursBody, from: string, to: string): number {
  const working = days.filter(isWorking);
  if (from.length === 10) return working.length;
  const minutes = working.reduce((sum, day) => {
    const start = day.date === from.slice(0, 10) ? minuteOf(from.slice(11)) : 0;
    const end = day.date === to.slice(0, 10) ? minuteOf(to.slice(11)) : 24 * 60;
    return [hours.morning, hours.afternoon].reduce(
      (own, span) => own + Math.max(0, Math.min(minuteOf(span.end), end) - Math.max(minuteOf(span.start), start)),
      sum,
    );
  }, 0);
  return Math.round((minutes / hours.minutesPerDay) * 100) / 100;
}

/** The count while somebody fills in a period; nothing while it is none. */
export function useWorkdays(from: () => string, to: () => string): ComputedRef<number | undefined> {
  const period = computed(() =>
    from().length >= 10 && from().length === to().length && from() <= to()
      ? { from: from().slice(0, 10), to: to().slice(0, 10) }
      : undefined,
  );
  const days = useQuery({
    queryKey: ['calendar', 'days', period],
    queryFn: ({ signal }) => http.get('/calendar/days', period.value ?? { from: '', to: '' }, signal),
    enabled: computed(() => period.value !== undefined),
    staleTime: 300_000,
  });
  const hours = useQuery({
    queryKey: ['calendar', 'hours'],
    queryFn: ({ signal }) => http.get('/calendar/hours', undefined, signal),
    staleTime: 300_000,
  });
  return computed(() =>
    period.value && days.data.value && hours.data.value
      ? countDays(days.data.value.items, hours.data.value, from(), to())
      : undefined,
  );
}
