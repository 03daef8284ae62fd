import { addDays, isoDay, plainDay, timeWords } from '@/shared/time';
import { t } from '@/shared/i18n';
import type { Delegation } from './api';

/** People plan in whole days: the last day is over at midnight. */
const midnight = (moment: string) => moment.slice(11, 16) === '00:00';

export const lastDay = (until: string): string => isoDay(addDays(new Date(until), midnight(until) ? -1 : 0));

/** First moment after the last day. */
export const endOf = (day: string): string => `${isoDay(addDays(new Date(`${day}T00:00`), 1))}T00:00`;

/** From today on means from now on. */
export const beginOf = (day: string, today: string): string | null => (day <= today ? null : `${day}T00:00`);

/** 12月7日 周一 – 12月8日 周二; with the clock where it is no whole day. */
export function periodWords(one: Pick<Delegation, 'from' | 'until'>): string {
  const from = midnight(one.from) ? plainDay(one.from.slice(0, 10)) : timeWords(one.from);
  const until = midnight(one.until) ? plainDay(lastDay(one.until)) : timeWords(one.until);
  return from === until ? from : `${from} – ${until}`;
}

/** What it is for: 所有流程, 请假申请、费用报销, at most so much. */
export function scopeWords(one: Pick<Delegation, 'processes' | 'limit'>): string {
  const what =
    one.processes.length === 0 ? t('approval.everything') : one.processes.map((p) => p.name).join(t('approval.and'));
  return one.limit === null ? what : `${what} · ${t('approval.upTo', { amount: money(one.limit) })}`;
}

export const money = (amount: string): string => {
  const [whole = '', part = ''] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return /^0*$/.test(part) ? grouped : `${grouped}.${part}`;
};
