import { describe, expect, it } from 'vitest';
import { added, moved } from './phrases';

describe('Own phrases', () => {
  it('move up and down, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('are added once and never empty', () => {
    expect(added(['a'], ' b ')).toEqual(['a', 'b']);
    expect(added(['a'], 'a')).toEqual(['a']);
    expect(added(['a'], '  ')).toEqual(['a']);
  });
});
