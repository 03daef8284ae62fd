import { describe, expect, it } from 'vitest';
import { money, parts, sumOf } from './words';

describe('amounts', () => {
  it('are grouped and keep their cents, however large', () => {
    expect(money('0.05')).toBe('¥0.05');
    expect(money('1234.5')).toBe('¥1,234.50');
    expect(money('9007199254740993.01')).toBe('¥9,007,199,254,740,993.01');
    expect(money('-1000')).toBe('-¥1,000.00');
  });
});

describe('sums', () => {
  it('are exact', () => {
    expect(sumOf(['0.10', '0.20'])).toBe('0.30');
    expect(sumOf([])).toBe('0.00');
    expect(sumOf(['9007199254740993.01', '0.01'])).toBe('9007199254740993.02');
  });
});

describe('parts of a budget', () => {
  it('fill the bar and never more', () => {
    expect(parts({ amount: '200', used: '50', held: '100' })).toEqual({ used: 25, held: 50 });
    expect(parts({ amount: '100', used: '80', held: '50' })).toEqual({ used: 80, held: 20 });
    expect(parts({ amount: '0', used: '0', held: '1' })).toEqual({ used: 0, held: 100 });
  });
});
