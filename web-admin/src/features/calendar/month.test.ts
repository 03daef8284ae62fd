import { describe, expect, it } from 'vitest';
import { touches, weeksOf } from './month';

describe('a month', () => {
  it('begins on Monday and is filled up with its neighbours', () => {
    const weeks = weeksOf(2026, 11);
    expect(weeks[0]!.map((day) => day.date)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter((day) => day.inside)).toHaveLength(31);
  });
});

describe('an entry', () => {
  it('shows on every day it touches', () => {
    expect(touches('2026-12-07', '2026-12-07T09:00', '2026-12-08T18:00')).toBe(true);
    expect(touches('2026-12-08', '2026-12-07T09:00', '2026-12-08T18:00')).toBe(true);
    expect(touches('2026-12-09', '2026-12-07T09:00', '2026-12-08T18:00')).toBe(false);
  });

  it('that ends at midnight does not show on the day that begins then', () => {
    expect(touches('2026-12-08', '2026-12-07T00:00', '2026-12-08T00:00')).toBe(false);
    expect(touches('2026-12-07', '2026-12-07T00:00', '2026-12-08T00:00')).toBe(true);
  });
});
