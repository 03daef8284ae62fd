import { plainDay } from '@/shared/time';

/** Plans of people are local: `2026-12-07`, `09:00`, `2026-12-07T09:00`. Nothing here knows a zone. */
export const dateOf = (value: string): string => (/^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : '');

export const timeOf = (value: string): string => {
  const match = /(?:^|T)(\d{2}:\d{2})/.exec(value);
  return match?.[1] ?? '';
};

/** A local value as people say it: the day with its weekday, the time behind it. */
export function sayMoment(value: string, today = new Date()): string {
  const date = dateOf(value);
  if (date === '') return timeOf(value) || value;
  return [plainDay(date, today), timeOf(value)].filter(Boolean).join(' ');
}

/** 周一 or Mon. */
export const weekdayOf = (date: string, lang: string): string =>
  date === ''
    ? ''
    : new Intl.DateTimeFormat(lang.startsWith('en') ? 'en-GB' : 'zh-CN', { weekday: 'short' }).format(
        new Date(`${date}T00:00`),
      );
