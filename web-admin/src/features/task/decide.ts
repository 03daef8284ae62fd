import { useQueryClient } from '@tanstack/vue-query';
import { ref, type Ref } from 'vue';
import { ApiProblem, http, sentence } from '@/shared/api/client';
import { onceKeys } from '@/shared/request/once';
import type { Decision } from './deeds';

export interface Deciding {
  busy: Ref<boolean>;
  /** somebody else was first: the server's words */
  conflict: Ref<string>;
  refusal: Ref<ApiProblem | null>;
  send: (task: string, action: string, decision: Decision) => Promise<boolean>;
  forget: () => void;
}

/** Sends one decision, whatever is clicked meanwhile; a repeat after a broken line carries the same key. */
export function useDeciding(): Deciding {
  const client = useQueryClient();
  const keys = onceKeys();
  const busy = ref(false);
  const conflict = ref('');
  const refusal = ref<ApiProblem | null>(null);

  async function send(task: string, action: string, decision: Decision): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    conflict.value = '';
    refusal.value = null;
    const name = `${task}/${action}`;
    try {
      await http.post(`/tasks/${encodeURIComponent(task)}/${action}`, decision, {
        idempotencyKey: keys.of(name, decision),
      });
      keys.done(name);
      for (const topic of ['tasks', 'requests', 'leave', 'calendar'])
        void client.invalidateQueries({ queryKey: [topic] });
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) conflict.value = sentence(error);
      else refusal.value = error instanceof ApiProblem ? error : new ApiProblem(0, '', sentence(error));
      return false;
    } finally {
      busy.value = false;
    }
  }

  return {
    busy,
    conflict,
    refusal,
    send,
    forget: () => {
      conflict.value = '';
      refusal.value = null;
    },
  };
}
