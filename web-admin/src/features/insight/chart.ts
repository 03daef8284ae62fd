/** Where the parts of a chart stand, in the units of its picture. */

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Plot {
  bars: Bar[];
  /** path of the line; gaps where there is no value */
  line: string;
  dots: { x: number; y: number; index: number }[];
  /** lines across, with the value they stand for */
  ticks: { y: number; value: number }[];
  /** indexes of the parts that have room for their words below */
  labels: number[];
}

export interface Size {
  width: number;
  height: number;
  /** room for a word below */
  label: number;
}

/** A round number not below the largest value. */
export function ceiling(largest: number): number {
  if (largest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= largest) ?? largest;
}

/** Bars for how many, a line for how long. */
export function plot(counts: number[], lengths: (number | null)[], size: Size): Plot {
  const most = ceiling(Math.max(0, ...counts));
  const longest = Math.max(0, ...lengths.map((one) => one ?? 0)) * 1.1 || 1;
  const step = counts.length ? size.width / counts.length : size.width;
  const y = (value: number, top: number): number => round(size.height * (1 - value / top));
  const bars = counts.map((count, i) => ({
    x: round(i * step + step * 0.2),
    y: y(count, most),
    width: round(step * 0.6),
    height: round((size.height * count) / most),
  }));
  const dots = lengths.flatMap((value, index) =>
    value === null ? [] : [{ x: round(index * step + step / 2), y: y(value, longest), index }],
  );
  const line = dots
    .map((dot, i) => `${i > 0 && dots[i - 1]!.index === dot.index - 1 ? 'L' : 'M'}${dot.x} ${dot.y}`)
    .join('');
  const every = Math.max(1, Math.ceil(size.label / step));
  return {
    bars,
    dots,
    line,
    ticks: [0, 0.5, 1].map((part) => ({ y: round(size.height * (1 - part)), value: most * part })),
    labels: counts.map((_, i) => i).filter((i) => i % every === 0),
  };
}

/** A small line of counts without words. */
export function spark(counts: number[], width: number, height: number): string {
  const most = Math.max(1, ...counts);
  const step = counts.length > 1 ? width / (counts.length - 1) : 0;
  return counts.map((n, i) => `${i ? 'L' : 'M'}${round(i * step)} ${round(height - (n / most) * height)}`).join('');
}

const round = (n: number): number => Math.round(n * 10) / 10;
