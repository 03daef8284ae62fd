import { addDays, isoDay } from '@/shared/time';

export interface MonthDay {
  date: string;
  number: number;
  /** belongs to the month that is shown */
  inside: boolean;
}

/** The weeks of a month, Monday first, filled up with days of its neighbours. */
export function weeksOf(year: number, month: number): MonthDay[][] {
  const first = new Date(year, month, 1);
  const lead = (first.getDay() + 6) % 7;
  const length = new Date(year, month + 1, 0).getDate();
  const count = Math.ceil((lead + length) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = addDays(first, week * 7 + day - lead);
      return { date: isoDay(date), number: date.getDate(), inside: date.getMonth() === month };
    }),
  );
}

/** Does a span (local times or days) touch a day? An end at midnight belongs to the day before. */
export function touches(day: string, start: string, end: string): boolean {
  const last = end.length > 10 && end.slice(11, 16) === '00:00' && end > start ? before(end) : end.slice(0, 10);
  return start.slice(0, 10) <= day && day <= last;
}

function before(end: string): string {
  return isoDay(addDays(new Date(`${end.slice(0, 10)}T00:00`), -1));
}
