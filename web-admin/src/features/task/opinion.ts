import { computed, reactive, type WritableComputedRef } from 'vue';
import { knownMe } from '@/shared/api/session';

const kept = reactive(new Map<string, string>());

/** What somebody has begun to write about a task stays until it was said, also when the task is fetched again. */
export function useOpinion(task: string): WritableComputedRef<string> {
  const key = `${knownMe()?.id ?? ''}/${task}`;
  return computed({
    get: () => kept.get(key) ?? '',
    set: (words) => void (words === '' ? kept.delete(key) : kept.set(key, words)),
  });
}
