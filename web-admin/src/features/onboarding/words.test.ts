import { describe, expect, it } from 'vitest';
import type { HireStep, Stage } from './api';
import { doneOf, dueWords, nextOf } from './words';

const step = (stage: Stage, state: HireStep['state'], due: string): HireStep => ({
  stage,
  state,
  due,
  doneAt: state === 'done' ? due : null,
  owners: [],
  task: null,
});

describe('the steps of a newcomer', () => {
  const steps = [
    step('activate', 'done', '2026-12-07T04:00:00Z'),
    step('portrait', 'open', '2026-12-08T10:00:00Z'),
    step('profile', 'open', '2026-12-07T10:00:00Z'),
    step('reading', 'waiting', '2026-12-01T10:00:00Z'),
    step('it', 'late', '2026-12-09T10:00:00Z'),
  ];

  it('count what is done', () => {
    expect(doneOf(steps)).toBe(1);
  });

  it('lead to what is late, then to what is due first, never to what waits', () => {
    expect(nextOf(steps)?.stage).toBe('it');
    expect(nextOf(steps.slice(0, 4))?.stage).toBe('profile');
    expect(nextOf(steps.slice(0, 1))).toBeUndefined();
  });

  it('say when something was done and when it is due', () => {
    expect(dueWords(steps[0]!)).toMatch(/完成$/);
    expect(dueWords(steps[1]!)).toMatch(/前$/);
    expect(dueWords(steps[4]!)).toMatch(/^应于/);
  });
});
