import { afterEach, describe, expect, it } from 'vitest';
import {
  absoluteTime,
  dayWords,
  durationWords,
  plainDay,
  sinceWords,
  spanWords,
  timeWords,
  waitedWords,
} from '@/shared/time';
import { useLanguage } from '@/shared/i18n';

const now = new Date(2026, 10, 23, 14, 30);
const local = (text: string) => text;

describe('dates are said as people say them', () => {
  afterEach(() => useLanguage('zh-CN', false));

  it('near days have names', () => {
    expect(timeWords(local('2026-11-23T15:30'), now)).toBe('今天 15:30');
    expect(dayWords('2026-11-22', now)).toBe('昨天');
    expect(dayWords('2026-11-24', now)).toBe('明天');
  });

  it('other days of the year carry their weekday', () => {
    expect(dayWords('2026-12-07', now)).toBe('12月7日 周一');
    expect(timeWords('2026-12-07T09:00', now)).toBe('12月7日 周一 09:00');
  });

  it('days of other years carry the year', () => {
    expect(plainDay('2027-01-04', now)).toBe('2027年1月4日');
  });

  it('a span names its day once', () => {
    expect(spanWords('2026-12-07T09:00', '2026-12-07T18:00', now)).toBe('12月7日 周一 09:00–18:00');
    expect(spanWords('2026-12-07', '2026-12-08', now)).toBe('12月7日 周一 – 12月8日 周二');
  });

  it('the exact moment is there for those who want it', () => {
    expect(absoluteTime('2026-12-07')).toContain('2026年12月7日');
  });

  it('English has its own order', async () => {
    await useLanguage('en', false);
    expect(dayWords('2026-12-07', now)).toBe('Mon 7 Dec');
    expect(timeWords('2026-11-23T15:30', now)).toBe('Today 15:30');
    expect(durationWords(480)).toBe('1 day');
    expect(durationWords(720)).toBe('1.5 days');
  });
});

describe('lengths of time', () => {
  it('are days where they can be, half days included', () => {
    expect(durationWords(960)).toBe('2 天');
    expect(durationWords(240)).toBe('0.5 天');
    expect(durationWords(0)).toBe('0 天');
  });

  it('are hours and minutes where they must be', () => {
    expect(durationWords(600)).toBe('1 天 2 小时');
    expect(durationWords(90)).toBe('1 小时 30 分钟');
    expect(durationWords(-180)).toBe('−3 小时');
  });

  it('know days of another length', () => {
    expect(durationWords(450, 450)).toBe('1 天');
  });

  it('tell how long something has waited', () => {
    expect(sinceWords('2026-11-23T14:29:40', now)).toBe('刚刚');
    expect(sinceWords('2026-11-23T14:05', now)).toBe('25 分钟');
    expect(sinceWords('2026-11-21T14:00', now)).toBe('2 天');
    expect(waitedWords('2026-11-23T14:05', now)).toBe('刚刚收到');
    expect(waitedWords('2026-11-23T11:05', now)).toBe('已等 3 小时');
  });
});
