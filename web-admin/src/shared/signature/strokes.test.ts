import { describe, expect, it } from 'vitest';
import { frameOf, isDrawn, lengthOf } from './strokes';

const line = (from: number, to: number) => [
  { x: from, y: 10 },
  { x: to, y: 10 },
];

describe('A signature', () => {
  it('is drawn when there is more than a dot or a slip', () => {
    expect(isDrawn([])).toBe(false);
    expect(isDrawn([[{ x: 5, y: 5 }]])).toBe(false);
    expect(isDrawn([line(0, 10)])).toBe(false);
    expect(isDrawn([line(0, 10), line(20, 40)])).toBe(true);
    expect(lengthOf([line(0, 10), line(20, 40)])).toBe(30);
  });

  it('is cut to its ink with a margin', () => {
    expect(frameOf([], 8)).toBeNull();
    expect(frameOf([line(20, 60), [{ x: 30, y: 50 }]], 8)).toEqual({ x: 12, y: 2, width: 56, height: 56 });
  });
});
