import { describe, expect, it } from 'vitest';
import { addressOf, countWords, isSame, isSpecial, moved, queryOf, sortsOf, type CountedFilter } from './filters';

const filter: CountedFilter = {
  id: 'f',
  name: '请假',
  view: 'todo',
  q: null,
  process: 'leave-request',
  due: null,
  sort: 'due',
  opens: false,
  count: 3,
  more: false,
};

describe('A search that is kept', () => {
  it('has an address that leads back to it', () => {
    expect(addressOf(filter)).toEqual({ view: 'todo', process: 'leave-request', sort: 'due' });
    expect(isSame(filter, queryOf(addressOf(filter)))).toBe(true);
    expect(isSame(filter, queryOf({}))).toBe(false);
  });

  it('is worth keeping when it is more than a view', () => {
    expect(isSpecial(queryOf({ view: 'done' }))).toBe(false);
    expect(isSpecial(queryOf({ view: 'done', q: '王' }))).toBe(true);
    expect(isSpecial(queryOf({ sort: 'oldest' }))).toBe(true);
  });

  it('says how much it finds, and that there may be more', () => {
    expect(countWords(filter)).toBe('3');
    expect(countWords({ ...filter, more: true })).toBe('3+');
    expect(countWords({ ...filter, count: 1000, more: true })).toBe('999+');
  });
});

describe('What the address asks for', () => {
  it('is the plain list when it makes no sense', () => {
    expect(queryOf({ view: 'nonsense', sort: ['a'], q: undefined })).toEqual({
      view: 'todo',
      q: '',
      process: '',
      due: '',
      sort: 'newest',
    });
    expect(queryOf({ view: 'started', sort: 'due' }).sort).toBe('newest');
    expect(sortsOf('started')).not.toContain('due');
  });

  it('may be what is due, of what I have to do', () => {
    expect(queryOf({ due: 'overdue' }).due).toBe('overdue');
    expect(queryOf({ due: 'tomorrow' }).due).toBe('');
    expect(queryOf({ view: 'started', due: 'today' }).due).toBe('');
    expect(isSpecial(queryOf({ due: 'today' }))).toBe(true);
    expect(addressOf({ ...filter, due: 'today' })).toMatchObject({ due: 'today' });
  });
});

describe('The order of kept searches', () => {
  it('changes by one place, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
