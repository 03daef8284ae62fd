import { describe, expect, it } from 'vitest';
import type { HeldItem } from './api';
import { daysLeft, endsSoon, renewal } from './words';

const now = new Date(2026, 10, 23, 22, 0);

describe('what is left of a grant', () => {
  it('counts days, the last one included', () => {
    expect(daysLeft('2026-11-23', now)).toBe(0);
    expect(daysLeft('2026-12-03', now)).toBe(10);
    expect(daysLeft(null, now)).toBeNull();
  });

  it('is said to end soon in its last week', () => {
    expect(endsSoon('2026-11-30', now)).toBe(true);
    expect(endsSoon('2026-12-01', now)).toBe(false);
    expect(endsSoon(null, now)).toBe(false);
  });

  it('is renewed for whoever holds it', () => {
    const item = { thing: { id: 't', name: '' }, department: null } as unknown as HeldItem;
    expect(renewal(item).query).toEqual({ thing: 't', forWhom: 'me' });
    expect(renewal({ ...item, department: { id: 'd', name: '' } }).query).toEqual({
      thing: 't',
      forWhom: 'department',
      department: 'd',
    });
  });
});
