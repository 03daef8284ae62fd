import type { CalendarEntry } from '@/shared/api/calendar';
import { addDays, isoDay } from '@/shared/time';

export const VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof VIEWS)[number];

/** Days ahead that the agenda shows. */
export const AGENDA_DAYS = 28;

const asDate = (day: string): Date => new Date(`${day}T00:00`);

/** The days that a view shows around a chosen one; the month has weeks of its own. */
export function daysOf(view: Exclude<View, 'month'>, chosen: string): string[] {
  const date = asDate(chosen);
  const first = view === 'week' ? addDays(date, -((date.getDay() + 6) % 7)) : date;
  const count = { day: 1, week: 7, agenda: AGENDA_DAYS }[view];
  return Array.from({ length: count }, (_, n) => isoDay(addDays(first, n)));
}

/** Where the next or previous button leads. */
export const stepOf = (view: Exclude<View, 'month'>): number => ({ day: 1, week: 7, agenda: AGENDA_DAYS })[view];

export interface Placed {
  entry: CalendarEntry;
  /** minutes since midnight */
  start: number;
  end: number;
  /** which of how many that stand side by side */
  lane: number;
  lanes: number;
}

const minute = (at: string): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

/** What fills a day, such as leave of several days, stands above the hours. */
export const isLong = (entry: CalendarEntry): boolean =>
  entry.start.slice(0, 10) !== entry.end.slice(0, 10) || minute(entry.end) - minute(entry.start) >= 480;

/** The entries of one day beside each other where they overlap. */
export function lanesOf(entries: CalendarEntry[], day: string): Placed[] {
  const own = entries
    .filter((entry) => !isLong(entry) && entry.start.slice(0, 10) === day)
    .map((entry) => ({ entry, start: minute(entry.start), end: minute(entry.end), lane: 0, lanes: 1 }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let group: Placed[] = [];
  let until = -1;
  for (const one of own) {
    if (one.start >= until) group = [];
    until = Math.max(group.length === 0 ? 0 : until, one.end);
    const taken = new Set(group.filter((other) => other.end > one.start).map((other) => other.lane));
    while (taken.has(one.lane)) one.lane += 1;
    group.push(one);
    const lanes = Math.max(...group.map((other) => other.lane)) + 1;
    for (const other of group) other.lanes = lanes;
  }
  return own;
}
