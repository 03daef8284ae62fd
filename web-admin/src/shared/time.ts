import { language, t } from '@/shared/i18n';

// Instants come as ISO-8601 in UTC, plans of people as local "2026-12-07T09:00" without a zone, days as "2026-12-07".

const DAY = 86_400_000;

function parse(value: string): Date {
  return new Date(value.length === 10 ? `${value}T00:00` : value);
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language.value === 'en' ? 'en-GB' : 'zh-CN', options).format(date);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function daysFrom(now: Date, date: Date): number {
  return Math.round((midnight(date) - midnight(now)) / DAY);
}

/** A number with its noun. */
const counted = (key: string, n: number) => t(key, { n }, n);

const clock = (date: Date) => format(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** 今天, 昨天, 明天, 12月7日 周一, 2025年12月7日 */
export function dayWords(value: string, now = new Date()): string {
  const date = parse(value);
  const far = daysFrom(now, date);
  if (far === 0) return t('shared.today');
  if (far === -1) return t('shared.yesterday');
  if (far === 1) return t('shared.tomorrow');
  return plainDay(value, now);
}

/** 12月7日 周一, with the year when it is another one; never relative. */
export function plainDay(value: string, now = new Date()): string {
  const date = parse(value);
  const weekday = format(date, { weekday: 'short' });
  if (date.getFullYear() !== now.getFullYear())
    return format(date, { year: 'numeric', month: 'short', day: 'numeric' });
  return t('shared.dayWithWeekday', { day: format(date, { month: 'short', day: 'numeric' }), weekday });
}

/** 今天 15:30, 12月7日 周一 15:30 */
export function timeWords(value: string, now = new Date()): string {
  const date = parse(value);
  return `${dayWords(value, now)} ${clock(date)}`;
}

/** 15:30 */
export const clockWords = (value: string): string => clock(parse(value));

/** The full moment for a tooltip. */
export function absoluteTime(value: string): string {
  const date = parse(value);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' };
  if (value.length === 10) return format(date, options);
  return `${format(date, options)} ${format(date, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })}`;
}

/** 刚刚, 5 分钟, 3 小时, 2 天: how long something has been so. */
export function sinceWords(value: string, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - parse(value).getTime()) / 60_000);
  if (minutes < 1) return t('shared.justNow');
  if (minutes < 60) return counted('shared.minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return counted('shared.hours', hours);
  const days = Math.floor(hours / 24);
  return counted('shared.days', days);
}

/** 刚刚收到, 已等 3 小时: how long something has been waited for. */
export function waitedWords(value: string, now = new Date()): string {
  const fresh = now.getTime() - parse(value).getTime() < 3_600_000;
  return fresh ? t('shared.justReceived') : t('shared.waited', { time: sinceWords(value, now) });
}

/** Working time: 2 天, 1 天 4 小时, 30 分钟. A working day has minutesPerDay minutes. */
export function durationWords(minutes: number, minutesPerDay = 480): string {
  if (minutes === 0) return counted('shared.days', 0);
  const sign = minutes < 0 ? '−' : '';
  const rest = Math.abs(minutes);
  const halves = (rest / minutesPerDay) * 2;
  if (Number.isInteger(halves)) return sign + counted('shared.days', halves / 2);
  const days = Math.floor(rest / minutesPerDay);
  const hours = Math.floor((rest % minutesPerDay) / 60);
  const left = (rest % minutesPerDay) % 60;
  const parts = [
    days ? counted('shared.days', days) : '',
    hours ? counted('shared.hours', hours) : '',
    left ? counted('shared.minutes', left) : '',
  ];
  return sign + parts.filter(Boolean).join(' ');
}

/** A span of two plans: 12月7日 周一 09:00–18:00, 12月7日 周一 – 12月8日 周二 */
export function spanWords(start: string, end: string, now = new Date()): string {
  const from = parse(start);
  const to = parse(end);
  const sameDay = midnight(from) === midnight(to);
  const withClock = start.length > 10 || end.length > 10;
  if (sameDay) return withClock ? `${plainDay(start, now)} ${clock(from)}–${clock(to)}` : plainDay(start, now);
  return withClock
    ? `${plainDay(start, now)} ${clock(from)} – ${plainDay(end, now)} ${clock(to)}`
    : `${plainDay(start, now)} – ${plainDay(end, now)}`;
}

/** 2026-12-07 of a local date. */
export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

export function monthWords(date: Date): string {
  return format(date, { year: 'numeric', month: 'long' });
}

/** Short weekday names, Monday first. */
export function weekdays(style: 'short' | 'narrow' = 'short'): string[] {
  return Array.from({ length: 7 }, (_, i) => format(new Date(2024, 0, i + 1), { weekday: style }));
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
