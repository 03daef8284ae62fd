import { t } from '@/shared/i18n';
import { durationWords } from '@/shared/time';

/** Working time as people say it; where there is no limit, that is said. */
export const amount = (minutes: number | null, perDay?: number): string =>
  minutes === null ? t('leave.unlimited') : durationWords(minutes, perDay);

/** A span from what a form holds, as soon as it holds enough to count. */
export function spanOf(answers: Record<string, unknown>): { type: string; start: string; end: string } | null {
  const { type, start, end } = answers;
  return typeof type === 'string' &&
    typeof start === 'string' &&
    typeof end === 'string' &&
    type &&
    start &&
    end &&
    start < end
    ? { type, start, end }
    : null;
}
