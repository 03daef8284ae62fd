import type { PersonRef } from '@/shared/api/people';
import type { OpenTask } from './request';

/** Somebody whom a step waits for. */
export interface Holder {
  person: PersonRef;
  onBehalfOf: PersonRef | null;
}

/** What is open at one step, with everybody it waits for. */
export interface OpenStep {
  id: string;
  step: string;
  holders: Holder[];
  pools: string[];
  since: string;
  due: string | null;
  timeLeft: OpenTask['timeLeft'];
  provisional: boolean;
}

/** Several people have a task each at the same step: it is told once. */
export function openSteps(tasks: readonly OpenTask[]): OpenStep[] {
  const steps = new Map<string, OpenStep>();
  for (const task of tasks) {
    const known = steps.get(task.step);
    const { id, since, due, timeLeft, provisional } = task;
    const step = known ?? { id, step: task.step, holders: [], pools: [], since, due, timeLeft, provisional };
    steps.set(task.step, step);
    if (task.since < step.since) step.since = task.since;
    for (const person of task.holders) {
      if (!step.holders.some((one) => one.person.id === person.id && one.onBehalfOf?.id === task.onBehalfOf?.id)) {
        step.holders.push({ person, onBehalfOf: task.onBehalfOf });
      }
    }
    if (task.pool !== null && !step.pools.includes(task.pool)) step.pools.push(task.pool);
  }
  return [...steps.values()];
}
