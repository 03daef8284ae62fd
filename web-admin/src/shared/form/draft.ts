import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Answers } from './schema';

interface Stored {
  at: string;
  answers: Answers;
}

export interface Draft {
  /** when the restored draft was typed, or null when nothing was restored */
  restoredAt: Ref<string | null>;
  discard: () => void;
  clear: () => void;
}

const load = (key: string): Stored | null => {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Stored);
  } catch {
    return null;
  }
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What somebody has typed; the rest is the server's, and may be another one when the page is opened again. */
export const typed = (answers: Answers, start: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name, value]) => !same(value, start[name])));

/** Keeps what is typed in the browser until it is handed in; a full or forbidden storage costs the draft, never the page. */
export function useDraft(key: string, answers: Ref<Answers>, pause = 300): Draft {
  const start = answers.value;
  const restoredAt = ref<string | null>(null);
  const stored = load(key);
  if (stored !== null && !same(stored.answers, start)) {
    answers.value = { ...start, ...stored.answers };
    restoredAt.value = stored.at;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (closed) return;
    try {
      if (same(answers.value, start)) localStorage.removeItem(key);
      else
        localStorage.setItem(
          key,
          JSON.stringify({ at: new Date().toISOString(), answers: typed(answers.value, start) }),
        );
    } catch {
      // no storage: the page keeps the answers as long as it is open
    }
  };
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
    closed = true;
    localStorage.removeItem(key);
  };
  const flush = (): void => {
    if (timer !== undefined) save();
  };

  watch(answers, () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  addEventListener('pagehide', flush);
  onScopeDispose(() => {
    flush();
    removeEventListener('pagehide', flush);
  });

  return {
    restoredAt,
    clear,
    discard: () => {
      answers.value = start;
      restoredAt.value = null;
      localStorage.removeItem(key);
    },
  };
}

export const draftKey = (person: string, subject: string): string => `tongban.draft.${person}.${subject}`;
