import { t } from '@/shared/i18n';
import { plainDay } from '@/shared/time';
import type { IconName } from '@/shared/ui/icons';
import type { HeldItem, Kind } from './api';

export const ICON: Record<Kind, IconName> = {
  app: 'grid',
  role: 'person',
  folder: 'file',
  data: 'eye',
  special: 'star',
};

const SOON = 7;
const DAY = 86_400_000;

/** Whole days that are left, today not counted; null without end. */
export function daysLeft(until: string | null, now = new Date()): number | null {
  if (until === null) return null;
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return Math.round((new Date(`${until}T00:00`).getTime() - today) / DAY);
}

export const endsSoon = (until: string | null, now = new Date()): boolean => {
  const left = daysLeft(until, now);
  return left !== null && left <= SOON;
};

/** 长期, 用到 12月31日 周四 */
export const untilWords = (until: string | null): string =>
  until === null ? t('grant.endless') : t('grant.until', { day: plainDay(until) });

/** 今天到期, 还有 3 天 */
export function leftWords(until: string | null): string {
  const left = daysLeft(until);
  if (left === null) return '';
  return left <= 0 ? t('grant.lastDay') : t('grant.daysLeft', { n: left }, left);
}

/** Where a renewal begins: the same form with what is known filled in. */
export const renewal = (item: HeldItem) => ({
  path: '/start/permission-request',
  query: {
    thing: item.thing.id,
    ...(item.department ? { forWhom: 'department', department: item.department.id } : { forWhom: 'me' }),
  },
});
