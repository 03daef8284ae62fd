import { describe, expect, it } from 'vitest';
import { at, endAfter, onDay, openTimes } from './slots';

describe('times of a day', () => {
  it('are the part of a span that lies on the day', () => {
    expect(onDay('2026-12-07', '2026-12-07T09:00', '2026-12-07T10:30')).toEqual({ start: 540, end: 630 });
    expect(onDay('2026-12-07', '2026-12-06T09:00:00', '2026-12-08T10:30:00')).toEqual({ start: 0, end: 1440 });
    expect(onDay('2026-12-07', '2026-12-06T22:00', '2026-12-07T00:00')).toBeNull();
    expect(onDay('2026-12-07', '2026-12-08T22:00', '2026-12-08T23:00')).toBeNull();
  });

  it('are said as local times, also past midnight', () => {
    expect(at('2026-12-07', 870)).toBe('2026-12-07T14:30');
    expect(at('2026-12-31', 1440)).toBe('2027-01-01T00:00');
  });

  it('keep their length when they move, and are an hour long at first', () => {
    expect(endAfter('2026-12-08T10:00', '2026-12-07T14:00', '2026-12-07T15:30')).toBe('2026-12-08T11:30');
    expect(endAfter('2026-12-08T23:30', null, undefined)).toBe('2026-12-09T00:30');
  });

  it('that suit everybody lie between what keeps somebody busy', () => {
    const busy = [
      { start: 540, end: 600 },
      { start: 570, end: 660 },
      { start: 720, end: 1200 },
    ];
    expect(openTimes(busy, 60, 0)).toEqual([
      { start: 480, end: 540 },
      { start: 660, end: 720 },
    ]);
    expect(openTimes(busy, 60, 500)).toEqual([{ start: 660, end: 720 }]);
    expect(openTimes([{ start: 0, end: 1440 }], 30, 0)).toEqual([]);
  });
});
