import { language, t } from '@/shared/i18n';
import { addDays, isoDay } from '@/shared/time';
import type { Figures } from './api';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const WORKING_DAY = 8 * HOUR;

const round = (n: number): string => String(n >= 10 ? Math.round(n) : Math.round(n * 10) / 10);

/** 40 分钟, 5.5 小时, 3.2 天: no more digits than the number has. */
export function lengthWords(seconds: number | null | undefined): string {
  return length(seconds, DAY, 'insight.days');
}

/** The same in working time: 1.5 个工作日. */
export function workingWords(seconds: number | null | undefined): string {
  return length(seconds, WORKING_DAY, 'insight.workingDays');
}

function length(seconds: number | null | undefined, day: number, days: string): string {
  if (seconds === null || seconds === undefined) return '–';
  if (seconds < MINUTE) return t('insight.moment');
  if (seconds < HOUR) return t('insight.minutes', { n: Math.round(seconds / MINUTE) });
  if (seconds < day) return t('insight.hours', { n: round(seconds / HOUR) });
  return t(days, { n: round(seconds / day) });
}

/** 12 %, or a dash where there is nothing to divide by. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 0 }).format(part / whole);
}

/** How many met their goal, of those that had one. */
export const attained = (figures: Figures): string => share(figures.met, figures.met + figures.missed);

export const returned = (figures: Figures): string => share(figures.returned, figures.finished);

export const SPANS = ['30', '90', '365'] as const;
export type Span = (typeof SPANS)[number];

/** The last so many days, today included. */
export function lastDays(days: Span, today = new Date()): { from: string; to: string } {
  return { from: isoDay(addDays(today, 1 - Number(days))), to: isoDay(today) };
}

/** Which of the usual spans this is. */
export const spanOf = (from: string, to: string, today = new Date()): Span | null =>
  SPANS.find((span) => {
    const days = lastDays(span, today);
    return days.from === from && days.to === to;
  }) ?? null;

/** How hot a step is: 0 for nothing to say, 1 to 4 by how its waiting compares with the longest. */
export function heat(median: number | null | undefined, longest: number): number {
  if (!median || longest <= 0) return 0;
  return Math.max(1, Math.ceil((median / longest) * 4));
}
