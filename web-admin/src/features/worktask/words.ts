import { t } from '@/shared/i18n';
import { dayWords, isoDay, plainDay } from '@/shared/time';
import type { Stage, Worktask } from './api';

/** Columns of the board, in the order of the work. */
export const COLUMNS: Stage[] = ['planned', 'doing', 'accepting', 'closed'];

/** What a stage means to the eye. */
export const LOOK: Record<Stage, string> = {
  planned: 'cancelled',
  doing: 'running',
  accepting: 'waiting',
  closed: 'completed',
  cancelled: 'withdrawn',
};

const days = (from: string, to: string): number =>
  Math.round((new Date(`${to}T00:00`).getTime() - new Date(`${from}T00:00`).getTime()) / 86_400_000);

/** How much time is left, as people say it. */
export function dueWords(task: Pick<Worktask, 'end' | 'stage' | 'late' | 'endedAt'>, now = new Date()): string {
  if (task.endedAt) return t(`worktask.endedOn.${task.stage}`, { day: dayWords(isoDay(new Date(task.endedAt)), now) });
  const left = days(isoDay(now), task.end);
  if (task.stage === 'accepting') return t('worktask.due.on', { day: plainDay(task.end, now) });
  if (task.late && left < 0) return t('worktask.due.late', { n: -left }, -left);
  if (task.late) return t('worktask.due.lateToday');
  if (left === 0) return t('worktask.due.today');
  if (left === 1) return t('worktask.due.tomorrow');
  if (left > 0 && left <= 14) return t('worktask.due.left', { n: left }, left);
  return t('worktask.due.on', { day: plainDay(task.end, now) });
}

/** Procedures that get what a task needs. */
export const SUPPLY: Record<string, { process: string; field?: string }> = {
  budget: { process: 'expense-claim', field: 'title' },
  room: { process: 'meeting-booking', field: 'topic' },
  access: { process: 'permission-request', field: 'reason' },
};
