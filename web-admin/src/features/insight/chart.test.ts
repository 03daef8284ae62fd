import { describe, expect, it } from 'vitest';
import { ceiling, plot, spark } from './chart';
import { heat, lastDays, lengthWords, share, spanOf, workingWords } from './words';

const SIZE = { width: 400, height: 100, label: 60 };

describe('charts of numbers', () => {
  it('ends the scale at a round number that no bar exceeds', () => {
    expect([0, 3, 7, 12, 21, 180, 999].map(ceiling)).toEqual([4, 4, 10, 20, 25, 200, 1000]);
  });

  it('draws a bar for each part, as high as its share of the scale', () => {
    const { bars, ticks } = plot([5, 10, 0, 2], [null, null, null, null], SIZE);
    expect(bars.map((bar) => bar.height)).toEqual([50, 100, 0, 20]);
    expect(bars.map((bar) => bar.y + bar.height)).toEqual([100, 100, 100, 100]);
    expect(ticks.map((tick) => tick.value)).toEqual([0, 5, 10]);
  });

  it('breaks the line where nothing was decided', () => {
    const { line, dots } = plot([1, 1, 0, 1, 1], [3600, 7200, null, 7200, 3600], SIZE);
    expect(dots.map((dot) => dot.index)).toEqual([0, 1, 3, 4]);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(dots[1]!.y).toBeLessThan(dots[0]!.y);
  });

  it('leaves out words that would lie over each other', () => {
    expect(plot([1, 1, 1, 1], [], SIZE).labels).toEqual([0, 1, 2, 3]);
    expect(plot(Array(20).fill(1), [], SIZE).labels).toEqual([0, 3, 6, 9, 12, 15, 18]);
    expect(plot([], [], SIZE)).toMatchObject({ bars: [], line: '', labels: [] });
  });

  it('draws a small trend over its whole width', () => {
    expect(spark([0, 2, 4], 60, 20)).toBe('M0 20L30 10L60 0');
    expect(spark([], 60, 20)).toBe('');
  });
});

describe('words of numbers', () => {
  it('says lengths with no more digits than they have', () => {
    expect(lengthWords(null)).toBe('–');
    expect(lengthWords(20)).toBe('不到 1 分钟');
    expect(lengthWords(45 * 60)).toBe('45 分钟');
    expect(lengthWords(5.51 * 3600)).toBe('5.5 小时');
    expect(lengthWords(3.24 * 86400)).toBe('3.2 天');
    expect(workingWords(12 * 3600)).toBe('1.5 个工作日');
  });

  it('divides by nothing nowhere', () => {
    expect(share(1, 4)).toBe('25%');
    expect(share(0, 0)).toBe('–');
  });

  it('knows the usual spans', () => {
    const today = new Date(2026, 10, 28);
    expect(lastDays('30', today)).toEqual({ from: '2026-10-30', to: '2026-11-28' });
    expect(spanOf('2026-10-30', '2026-11-28', today)).toBe('30');
    expect(spanOf('2026-10-31', '2026-11-28', today)).toBeNull();
  });

  it('is hottest where it waits longest', () => {
    expect([0, 10, 30, 60, 100].map((median) => heat(median, 100))).toEqual([0, 1, 2, 3, 4]);
    expect(heat(null, 100)).toBe(0);
  });
});
