import { describe, expect, it } from 'vitest';
import type { CalendarDay, CalendarHoursBody } from '@/shared/api/schema';
import { countDays } from './workdays';

const hours: CalendarHoursBody = {
  morning: { start: '09:00:00', end: '12:00:00' },
  afternoon: { start: '13:00:00', end: '18:00:00' },
  minutesPerDay: 480,
};
const day = (date: string, kind: CalendarDay['kind']): CalendarDay => ({ date, kind, name: null, provisional: false });
/** Monday to Sunday; the Friday is a holiday, and the Sunday is worked for it. */
const week = [
  day('2026-12-07', 'work'),
  day('2026-12-08', 'work'),
  day('2026-12-11', 'holiday'),
  day('2026-12-12', 'rest'),
  day('2026-12-13', 'makeup'),
];

describe('Working days', () => {
  it('leave out holidays and rest, and count make-up days', () => {
    expect(countDays(week, hours, '2026-12-07', '2026-12-13')).toBe(3);
  });
  it('are office time between two times, without the break at noon', () => {
    expect(countDays(week.slice(0, 2), hours, '2026-12-07T13:00', '2026-12-08T18:00')).toBe(1.63);
    expect(countDays(week.slice(0, 1), hours, '2026-12-07T12:00', '2026-12-07T13:00')).toBe(0);
  });
});
