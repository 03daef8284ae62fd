import { useQueryClient } from '@tanstack/vue-query';
import { reactive, ref } from 'vue';
import { ApiProblem, newKey, sentence } from '@/shared/api/client';
import { handOver, heldBy, type Handed, type HeldTask, type Holdings } from './api';

const AT_ONCE = 20;

export interface Refusal {
  task: HeldTask;
  message: string;
}

/**
 * Hands over page by page, so many tasks at once, until nothing is left that has not been tried. A call whose answer was
 * lost is sent again with its key and does nothing twice.
 */
export function useHandover() {
  const client = useQueryClient();
  const running = ref(false);
  const done = ref(0);
  const total = ref(0);
  const counts = reactive<Record<Handed['result'], number>>({
    'handed-over': 0,
    'given-back': 0,
    dropped: 0,
    refused: 0,
  });
  const refusals = ref<Refusal[]>([]);
  const problem = ref('');
  const errors = ref<Record<string, string>>({});

  function reset(): void {
    done.value = 0;
    total.value = 0;
    refusals.value = [];
    problem.value = '';
    errors.value = {};
    Object.assign(counts, { 'handed-over': 0, 'given-back': 0, dropped: 0, refused: 0 });
  }

  async function sent(person: string, body: { tasks: string[]; to: string; comment: string }): Promise<Handed[]> {
    const key = newKey();
    try {
      return (await handOver(person, body, key)).items;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 0) return (await handOver(person, body, key)).items;
      throw error;
    }
  }

  async function page(person: string, to: string, comment: string, tasks: HeldTask[]): Promise<void> {
    for (let at = 0; at < tasks.length; at += AT_ONCE) {
      const some = tasks.slice(at, at + AT_ONCE);
      const items = await sent(person, { tasks: some.map((one) => one.id), to, comment });
      for (const item of items) {
        counts[item.result] += 1;
        const task = some.find((one) => one.id === item.task);
        if (item.result === 'refused' && task) refusals.value.push({ task, message: item.message ?? '' });
      }
      done.value += items.length;
    }
  }

  async function start(person: string, to: string, comment: string, expected: number): Promise<void> {
    if (running.value) return;
    reset();
    total.value = expected;
    running.value = true;
    try {
      let cursor: string | null = null;
      do {
        const held: Holdings = await heldBy(person, cursor);
        await page(person, to, comment, held.tasks);
        cursor = held.next;
      } while (cursor !== null);
    } catch (error) {
      problem.value = sentence(error);
      if (error instanceof ApiProblem) errors.value = Object.fromEntries(error.errors.map((e) => [e.field, e.message]));
    } finally {
      running.value = false;
      total.value = Math.max(total.value, done.value);
      for (const topic of ['requests', 'tasks']) void client.invalidateQueries({ queryKey: [topic] });
    }
  }

  return { running, done, total, counts, refusals, problem, errors, start, reset };
}
