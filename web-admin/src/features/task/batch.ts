import { useQueryClient } from '@tanstack/vue-query';
import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { http, newKey, sentence } from '@/shared/api/client';
import type { TaskItem } from './api';

export type BatchAction = 'approve' | 'reject';

/** Why something is not decided together with others: it has to be opened. */
export type Alone = 'signature' | 'evidence' | 'form' | 'other';

/** The server takes this many at once. */
export const MOST = 100;
/** So many go at a time, so that one sees how far it is and can stop. */
const AT_A_TIME = 5;

export interface Failed {
  item: TaskItem;
  reason: string;
}

/** What has to be opened for this decision; undefined when it can be decided together with others. */
export function alone(item: TaskItem, action: BatchAction): Alone | undefined {
  if (!item.together?.actions.includes(action)) return 'other';
  return (['form', 'signature', 'evidence'] as const).find(
    (need) => item.together?.needs.includes(need) && !(need === 'form' && action === 'reject'),
  );
}

/** How many of the steps want to hear an opinion. */
export const wantOpinion = (items: readonly TaskItem[], action: BatchAction): number =>
  action === 'approve' ? items.filter((item) => item.together?.needs.includes('opinion')).length : 0;

export interface Batch {
  running: Ref<boolean>;
  /** how many have been answered, of how many */
  answered: ComputedRef<number>;
  total: ComputedRef<number>;
  /** ids of what was decided */
  done: Ref<string[]>;
  failed: Ref<Failed[]>;
  /** decides on each; a repeat of the same decision carries the same key and never acts twice */
  run: (action: BatchAction, comment: string, items: readonly TaskItem[]) => Promise<void>;
  stop: () => void;
  forget: () => void;
}

export function useBatch(): Batch {
  const client = useQueryClient();
  const running = ref(false);
  const asked = shallowRef<readonly TaskItem[]>([]);
  const done = ref<string[]>([]);
  const failed = shallowRef<Failed[]>([]);
  let once = { of: '', key: '' };
  let stopped = false;

  async function send(action: BatchAction, comment: string, part: readonly TaskItem[]): Promise<void> {
    const items = part.map((item) => ({ id: item.id, revision: item.revision }));
    const body = { action, comment: comment || null, items };
    const answer = await http.post('/tasks/batch', body, { idempotencyKey: once.key });
    const problems = new Map(answer.items.map((one) => [one.id, one.problem]));
    done.value = [...done.value, ...part.filter((item) => !problems.get(item.id)).map((item) => item.id)];
    failed.value = [
      ...failed.value,
      ...part.flatMap((item) => {
        const problem = problems.get(item.id);
        return problem ? [{ item, reason: problem.title }] : [];
      }),
    ];
  }

  async function run(action: BatchAction, comment: string, items: readonly TaskItem[]): Promise<void> {
    if (running.value || items.length === 0) return;
    const of = JSON.stringify([action, comment]);
    if (once.of !== of) once = { of, key: newKey() };
    running.value = true;
    stopped = false;
    asked.value = items;
    done.value = [];
    failed.value = [];
    try {
      for (let at = 0; at < items.length && !stopped; at += AT_A_TIME) {
        const part = items.slice(at, at + AT_A_TIME);
        try {
          await send(action, comment, part);
        } catch (error) {
          // The rest is not sent into a line that is down.
          const reason = sentence(error);
          failed.value = [...failed.value, ...items.slice(at).map((item) => ({ item, reason }))];
          break;
        }
      }
    } finally {
      running.value = false;
      for (const topic of ['tasks', 'requests', 'leave', 'calendar'])
        void client.invalidateQueries({ queryKey: [topic] });
    }
  }

  return {
    running,
    answered: computed(() => done.value.length + failed.value.length),
    total: computed(() => asked.value.length),
    done,
    failed,
    run,
    stop: () => (stopped = true),
    forget: () => {
      once = { of: '', key: '' };
      asked.value = [];
      done.value = [];
      failed.value = [];
    },
  };
}
