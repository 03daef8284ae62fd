/** Times of a day as minutes since midnight. */
export interface Stretch {
  start: number;
  end: number;
}

export const OPENS = 8 * 60;
export const CLOSES = 20 * 60;
export const STEP = 30;

/** The part of a span of local times that lies on a day, or nothing. */
export function onDay(date: string, start: string, end: string): Stretch | null {
  const from = start.slice(0, 10) < date ? 0 : start.slice(0, 10) > date ? 1440 : minuteOf(start);
  const to = end.slice(0, 10) > date ? 1440 : end.slice(0, 10) < date ? 0 : minuteOf(end);
  return to > from ? { start: from, end: to } : null;
}

export const minuteOf = (at: string): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

const two = (n: number): string => String(n).padStart(2, '0');

/** 2026-12-07T14:30; the minute after the last one of a day is midnight of the next. */
export function at(date: string, minute: number): string {
  if (minute < 1440) return `${date}T${clock(minute)}`;
  const next = new Date(`${date}T12:00`);
  next.setDate(next.getDate() + 1);
  return `${next.getFullYear()}-${two(next.getMonth() + 1)}-${two(next.getDate())}T${clock(minute - 1440)}`;
}

export const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export const crosses = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;

/** The first few times of the length between opening and closing at which nothing is in the way. */
export function openTimes(busy: Stretch[], length: number, from: number, most = 4): Stretch[] {
  const found: Stretch[] = [];
  let start = Math.max(OPENS, Math.ceil(from / STEP) * STEP);
  while (start + length <= CLOSES && found.length < most) {
    const asked = { start, end: start + length };
    const hindrance = busy.filter((one) => crosses(one, asked)).reduce((end, one) => Math.max(end, one.end), 0);
    if (hindrance === 0) {
      found.push(asked);
      start = asked.end;
    } else start = Math.max(start + STEP, Math.ceil(hindrance / STEP) * STEP);
  }
  return found;
}

const moment = (at: unknown): number => (typeof at === 'string' ? new Date(at).getTime() : NaN);

/** When something ends that begins at another time: as long as before, or an hour when nothing was said. */
export function endAfter(start: string, before: unknown, end: unknown): string {
  const length = moment(end) - moment(before);
  const to = new Date(moment(start) + (length > 0 ? length : 3_600_000));
  return `${to.getFullYear()}-${two(to.getMonth() + 1)}-${two(to.getDate())}T${clock(to.getHours() * 60 + to.getMinutes())}`;
}
