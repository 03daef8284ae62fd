import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '@/shared/api/calendar';
import { daysOf, isLong, lanesOf } from './lanes';

const entry = (start: string, end: string): CalendarEntry => ({
  id: start + end,
  kind: 'meeting',
  title: 'x',
  start: start.length > 5 ? start : `2026-12-07T${start}`,
  end: end.length > 5 ? end : `2026-12-07T${end}`,
  link: null,
});

describe('the calendar', () => {
  it('shows a week from Monday on, a day alone and the agenda four weeks ahead', () => {
    expect(daysOf('week', '2026-12-10')).toHaveLength(7);
    expect(daysOf('week', '2026-12-13')[0]).toBe('2026-12-07');
    expect(daysOf('day', '2026-12-13')).toEqual(['2026-12-13']);
    expect(daysOf('agenda', '2026-12-07').at(-1)).toBe('2027-01-03');
  });

  it('puts what overlaps side by side and nothing else', () => {
    const placed = lanesOf(
      [entry('09:00', '10:00'), entry('09:30', '11:00'), entry('10:00', '10:30'), entry('11:00', '12:00')],
      '2026-12-07',
    );
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it('leaves out other days and what fills a day', () => {
    const leave = entry('2026-12-07T09:00', '2026-12-08T18:00');
    expect(isLong(leave)).toBe(true);
    expect(isLong(entry('09:00', '18:00'))).toBe(true);
    expect(lanesOf([leave, entry('2026-12-08T09:00', '2026-12-08T10:00')], '2026-12-07')).toEqual([]);
  });
});
