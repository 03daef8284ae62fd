import { describe, expect, it } from 'vitest';
import type { OpenTask, Seat } from './request';
import { lookOf, removable, seatRows } from './seats';
import { openSteps } from './steps';

const person = (name: string) => ({ id: name, name, portrait: null });
const seat = (id: string, more: Partial<Seat> = {}): Seat => ({
  id,
  person: person(id),
  deputy: null,
  part: 'member',
  way: 'all',
  parent: null,
  state: 'open',
  ballot: null,
  weight: 1,
  veto: false,
  at: null,
  ...more,
});
const task = (id: string, step: string, holder: string, more: Partial<OpenTask> = {}): OpenTask => ({
  id,
  step,
  holders: [person(holder)],
  pool: null,
  onBehalfOf: null,
  since: '2026-12-07T01:00:00Z',
  due: null,
  timeLeft: null,
  provisional: false,
  away: [],
  ...more,
});

describe('A vote', () => {
  it('shows whoever was added below whom they belong to, in the order in which they decide', () => {
    const rows = seatRows([
      seat('a'),
      seat('b'),
      seat('later', { parent: 'a', part: 'after', state: 'waiting' }),
      seat('first', { parent: 'a', part: 'before' }),
      seat('asked', { parent: 'first', part: 'consult' }),
    ]);
    expect(rows.map((row) => `${row.depth} ${row.id} ${row.asker}`)).toEqual([
      '0 a ',
      '1 first a',
      '2 asked first',
      '1 later a',
      '0 b ',
    ]);
  });

  it('says in a word and a shape what somebody decided, or why they need not', () => {
    expect(lookOf({ part: 'member', state: 'done', ballot: 'abstain' })).toMatchObject({ word: 'abstain' });
    expect(lookOf({ part: 'member', state: 'gone', ballot: null })).toMatchObject({ word: 'gone', meaning: 'ended' });
    expect(lookOf({ part: 'delegate', state: 'done', ballot: 'approve' })).toMatchObject({ word: 'givenBack' });
    expect(lookOf({ part: 'consult', state: 'done', ballot: 'approve' })).toMatchObject({ word: 'replied' });
    expect(lookOf({ part: 'consult', state: 'open', ballot: null })).toMatchObject({ word: 'open' });
  });

  it('never loses somebody whose asker is not there', () => {
    expect(seatRows([seat('a', { parent: 'nobody', part: 'before' })])).toHaveLength(1);
  });

  it('lets me remove whom I added and who has not decided', () => {
    const seats = [
      seat('mine'),
      seat('x', { parent: 'mine', part: 'before', state: 'waiting' }),
      seat('y', { parent: 'mine', part: 'before', state: 'done', ballot: 'approve' }),
      seat('z', { parent: 'x', part: 'consult' }),
    ];
    expect(removable(seats, 'mine').map((one) => one.id)).toEqual(['x']);
  });
});

describe('What is open', () => {
  it('is told once for a step that several people have', () => {
    const steps = openSteps([
      task('1', '表决', '何静'),
      task('2', '表决', '金梅', { since: '2026-12-06T01:00:00Z', onBehalfOf: person('李成文') }),
      task('3', '审核', '韦敏'),
    ]);
    expect(steps).toHaveLength(2);
    expect(steps[0]?.holders.map((one) => [one.person.name, one.onBehalfOf?.name])).toEqual([
      ['何静', undefined],
      ['金梅', '李成文'],
    ]);
    expect(steps[0]?.since).toBe('2026-12-06T01:00:00Z');
  });

  it('names a pool once', () => {
    const steps = openSteps([task('1', '审核', '', { holders: [], pool: '财务' })]);
    expect(steps[0]).toMatchObject({ holders: [], pools: ['财务'] });
  });
});
