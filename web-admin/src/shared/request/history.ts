import type { FieldChange } from '@/shared/form/context';
import { t } from '@/shared/i18n';
import type { TrailEntry } from './request';

const nameOf = (path: string): string => path.replaceAll(/\[\d+]/g, '').split('.')[0] ?? path;

/** By field, what became of it since the request was submitted; only what the reader may see is in the trail. */
export function historyOf(timeline: TrailEntry[]): Record<string, FieldChange[]> {
  const history: Record<string, FieldChange[]> = {};
  for (const entry of timeline) {
    if (entry.action === 'asked-again') continue;
    for (const change of entry.changes) {
      const name = nameOf(change.field);
      (history[name] ??= []).push({
        at: entry.at,
        who: entry.person?.name ?? t('request.system'),
        step: entry.step ?? '',
        label: change.field === name ? '' : change.label,
        before: change.before,
        after: change.after,
      });
    }
  }
  return history;
}
