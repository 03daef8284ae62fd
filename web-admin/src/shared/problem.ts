import { ref } from 'vue';
import { ApiProblem, sentence } from '@/shared/api/client';

/** Runs one action at a time and keeps what the server said against it. */
export function useAction() {
  const busy = ref(false);
  const problem = ref('');
  const errors = ref<Record<string, string>>({});

  async function run<T>(action: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    problem.value = '';
    errors.value = {};
    try {
      return await action();
    } catch (error) {
      if (error instanceof ApiProblem) {
        errors.value = Object.fromEntries(error.errors.map((e) => [e.field, e.message]));
      }
      problem.value = sentence(error);
      return undefined;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, errors, run };
}
