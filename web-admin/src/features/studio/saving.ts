import { ref } from 'vue';
import { ApiProblem, sentence } from '@/shared/api/client';

export type SaveState = 'saved' | 'dirty' | 'saving' | 'conflict' | 'failed';

/** Who saved in between, as the server says it. */
export interface Conflict {
  says: string;
}

const QUIET = 2_000;
const RETRY = 15_000;

/**
 * Saves a draft two seconds after its last change. What nobody changed is never saved. When somebody else saved in
 * between nothing is overwritten: saving rests until it is settled.
 */
export function useSaving(
  given: { source: string; revision: number },
  read: () => Promise<string>,
  put: (source: string, revision: number) => Promise<{ revision: number }>,
) {
  const state = ref<SaveState>('saved');
  const problem = ref('');
  const conflict = ref<Conflict>();
  let stored = given.source;
  let revision = given.revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  function changed(): void {
    if (state.value === 'conflict') return;
    if (state.value === 'saving') again = true;
    else state.value = 'dirty';
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET);
  }

  async function once(): Promise<void> {
    state.value = 'saving';
    problem.value = '';
    again = false;
    try {
      const source = await read();
      if (source !== stored) {
        revision = (await put(source, revision)).revision;
        stored = source;
      }
      state.value = again ? 'dirty' : 'saved';
    } catch (error) {
      problem.value = sentence(error);
      if (error instanceof ApiProblem && error.status === 409) {
        conflict.value = { says: error.detail ?? error.title };
        state.value = 'conflict';
      } else {
        state.value = 'failed';
        timer = setTimeout(() => void flush(), RETRY);
      }
    }
  }

  /** Saves now what is not saved yet; true when everything is. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    while (running) await running;
    while (state.value === 'dirty' || state.value === 'failed') {
      running = once();
      await running;
      running = undefined;
      if (state.value === 'failed') return false;
    }
    return state.value === 'saved';
  }

  /** The draft is another one now: restored, or what somebody else saved. */
  function became(source: string, newRevision: number): void {
    clearTimeout(timer);
    stored = source;
    revision = newRevision;
    conflict.value = undefined;
    problem.value = '';
    state.value = 'saved';
  }

  const stop = (): void => clearTimeout(timer);
  return { state, problem, conflict, changed, flush, became, stop, revisionNow: () => revision };
}
