import { describe, expect, it } from 'vitest';
import { beginOf, endOf, lastDay, money } from './words';

describe('a period in whole days', () => {
  it('ends when its last day is over', () => {
    expect(endOf('2026-12-31')).toBe('2027-01-01T00:00');
    expect(lastDay('2027-01-01T00:00:00')).toBe('2026-12-31');
    expect(lastDay('2027-01-01T12:30')).toBe('2027-01-01');
  });

  it('begins now when it begins today', () => {
    expect(beginOf('2026-11-27', '2026-11-27')).toBeNull();
    expect(beginOf('2026-11-28', '2026-11-27')).toBe('2026-11-28T00:00');
  });
});

describe('a limit', () => {
  it('is grouped, with cents where there are any', () => {
    expect(money('5000.00')).toBe('5,000');
    expect(money('1234567.50')).toBe('1,234,567.50');
  });
});
