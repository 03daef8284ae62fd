import { shallowReactive, type Component } from 'vue';
import type { RequestView } from '@/shared/request/request';

/** Places that pages keep free for features, with what a filler is told. */
export interface SlotProps {
  /** a block of the workbench, between to-do and running requests */
  'workbench.block': Record<string, never>;
  /** a block in the workbench's side column */
  'workbench.aside': Record<string, never>;
  /** facts that help to decide: balance left, others away */
  'task.facts': { process: string; requestId: string; applicantId: string; answers: Record<string, unknown> };
  /** what a request brought about, below its form */
  'request.facts': { process: string; requestId: string; applicantId: string; answers: Record<string, unknown> };
  /** what administrators of the process can do to a request */
  'request.administer': { request: RequestView };
  /** beside a start form while it is filled in */
  'form.aside': { process: string; answers: Record<string, unknown> };
  /** a block of a person's card */
  'person.block': { personId: string };
}

export type SlotName = keyof SlotProps;

export interface SlotEntry {
  slot: SlotName;
  /** lazily loaded: () => import('./Block.vue') wrapped by defineAsyncComponent */
  component: Component;
  order?: number;
  /** only for this process */
  process?: string;
}

const entries = shallowReactive<SlotEntry[]>([]);

export function fillSlots(added: SlotEntry[]): void {
  entries.push(...added);
}

export function fillersOf(slot: SlotName, process?: string): SlotEntry[] {
  return entries
    .filter((entry) => entry.slot === slot && (!entry.process || entry.process === process))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}
