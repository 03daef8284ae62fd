import type { Answers } from '@/shared/form/schema';

/** What differs from before; null for what was left empty. */
export function corrected(before: Answers, now: Answers): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(now)) {
    if (JSON.stringify(value) !== JSON.stringify(before[field])) changed[field] = value;
  }
  for (const field of Object.keys(before)) {
    if (!(field in now) && before[field] !== null) changed[field] = null;
  }
  return changed;
}
