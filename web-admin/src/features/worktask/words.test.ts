import { describe, expect, it } from 'vitest';
import { dueWords } from './words';

const NOW = new Date('2026-11-23T10:00');
const task = (end: string, more = {}) => ({ end, stage: 'doing' as const, late: false, endedAt: null, ...more });

describe('When a task is due', () => {
  it('is said in days', () => {
    expect(dueWords(task('2026-11-23'), NOW)).toBe('今天截止');
    expect(dueWords(task('2026-11-24'), NOW)).toBe('明天截止');
    expect(dueWords(task('2026-11-28'), NOW)).toBe('还剩 5 天');
    expect(dueWords(task('2026-12-28'), NOW)).toContain('12月28日');
  });

  it('is said loudly when it has passed', () => {
    expect(dueWords(task('2026-11-20', { late: true }), NOW)).toBe('逾期 3 天');
    expect(dueWords(task('2026-11-23', { late: true }), NOW)).toBe('今天已到期');
  });

  it('is not late any more once the result was handed in', () => {
    expect(dueWords(task('2026-11-20', { stage: 'accepting' }), NOW)).toContain('截止');
    expect(dueWords(task('2026-11-20', { stage: 'closed', endedAt: '2026-11-22T02:00:00Z' }), NOW)).toContain('完成');
  });
});
