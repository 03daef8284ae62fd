import { describe, expect, it } from 'vitest';
import type { Stage, Worktask } from './api';
import { moveOf, movesOf } from './moves';
import { COLUMNS } from './words';

const task = (stage: Stage, more: Partial<Worktask> = {}) =>
  ({ id: '1', stage, roles: ['owner'], yours: true, ...more }) as Worktask;

describe('Moving a card', () => {
  it('begins a task, hands in its result, accepts it or sends it back', () => {
    expect(moveOf(task('planned'), 'doing')).toEqual({ deed: 'begin' });
    expect(moveOf(task('planned'), 'accepting')).toEqual({ deed: 'hand-in' });
    expect(moveOf(task('doing'), 'accepting')).toEqual({ deed: 'hand-in' });
    const asked = task('accepting', { roles: ['acceptor'] });
    expect(moveOf(asked, 'closed')).toEqual({ deed: 'accept' });
    expect(moveOf(asked, 'doing')).toEqual({ deed: 'send-back' });
  });

  it('is refused for whoever may not do what it means, and says why', () => {
    expect(moveOf(task('planned', { roles: ['creator'], yours: false }), 'doing')).toEqual({ refusal: 'notOwner' });
    expect(moveOf(task('doing'), 'planned')).toEqual({ refusal: 'begun' });
    expect(moveOf(task('doing'), 'closed')).toEqual({ refusal: 'acceptFirst' });
    expect(moveOf(task('accepting', { yours: false }), 'closed')).toEqual({ refusal: 'notAcceptor' });
    expect(moveOf(task('closed'), 'doing')).toEqual({ refusal: 'ended' });
  });

  it('offers in the menu what dragging would do', () => {
    expect(movesOf(task('planned'), COLUMNS)).toEqual([
      { to: 'doing', deed: 'begin' },
      { to: 'accepting', deed: 'hand-in' },
    ]);
    expect(movesOf(task('closed'), COLUMNS)).toEqual([]);
  });
});
