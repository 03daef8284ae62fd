import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { ApiProblem, newKey, sentence } from '@/shared/api/client';
import { createDraft, deleteDraft, saveDraft, type DraftContent } from '@/shared/request/drafts';
import { draftKey } from './draft';
import type { Answers } from './schema';

/** Where the keeping stands: nothing typed yet, on its way, kept, kept on this device only, refused in words. */
export type Keeping = 'idle' | 'saving' | 'saved' | 'offline' | 'refused';

export interface SavedDraft {
  /** empty until the first save */
  id: Ref<string>;
  state: Ref<Keeping>;
  savedAt: Ref<string | null>;
  /** the server's words against it */
  refusal: Ref<string>;
  /** another page saved the same draft: what is typed here has become a draft of its own */
  branched: Ref<boolean>;
  /** when what this device kept by itself was typed; null when it kept nothing */
  restoredAt: Ref<string | null>;
  /** waits for a save that is under way, and keeps the next one from beginning */
  hold: () => Promise<void>;
  /** goes on after a hold */
  resume: () => void;
  /** handed in: nothing is to be kept any more */
  finish: () => void;
  /** gives the draft up; answers its id, so that this can be undone */
  discard: () => Promise<string>;
}

export interface Begin {
  person: string;
  process: string;
  answers: Ref<Answers>;
  related: Ref<string[]>;
  /** the form before anything was typed */
  blank: Answers;
  /** the draft that is continued */
  opened?: { id: string; revision: number; savedAt: string } | null;
  pause?: number;
}

interface Stash extends DraftContent {
  at: string;
}

const PAUSE = 1_000;
const AGAIN = 15_000;
/** Not signed in, too slow, busy, too often: that passes. */
const AGAIN_LATER = new Set([401, 408, 409, 429]);

const read = (key: string): Stash | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Stash | null;
  } catch {
    return null;
  }
};

/** Puts copies in the place of what was copied, wherever it stands. */
export function renamed<T>(value: T, copied: Record<string, string>): T {
  if (typeof value === 'string') return (copied[value] ?? value) as T;
  if (Array.isArray(value)) return value.map((one) => renamed(one as unknown, copied)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamed(one as unknown, copied)])) as T;
}

/**
 * Keeps what is typed as a draft on the server, a moment after the last key; what did not get there, on this device until
 * it does. A page that finds the draft saved elsewhere goes on with a draft of its own.
 */
export function useSavedDraft(begin: Begin): SavedDraft {
  const { answers, related, process } = begin;
  const id = ref(begin.opened?.id ?? '');
  const state = ref<Keeping>(begin.opened ? 'saved' : 'idle');
  const savedAt = ref<string | null>(begin.opened?.savedAt ?? null);
  const refusal = ref('');
  const branched = ref(false);
  const restoredAt = ref<string | null>(null);
  const start = JSON.stringify([answers.value, related.value]);

  /** the draft that the next save goes to; `id` follows when it has arrived */
  let target = id.value;
  let revision = begin.opened?.revision ?? 0;
  /** what the server has */
  let kept = start;
  /** a first save whose answer did not come is sent again as it was */
  let first: { key: string; content: DraftContent } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let held = false;
  let closed = false;

  const stashKey = (): string => draftKey(begin.person, target === '' ? process : `${process}.${target}`);
  const content = (): DraftContent => ({ answers: answers.value, related: related.value });
  const now = (): string => JSON.stringify([answers.value, related.value]);
  const dirty = (): boolean => now() !== kept;

  function stash(): void {
    try {
      localStorage.setItem(stashKey(), JSON.stringify({ at: new Date().toISOString(), ...content() }));
    } catch {
      // no storage: the page keeps it as long as it is open
    }
  }
  const unstash = (key = stashKey()): void => localStorage.removeItem(key);

  async function send(): Promise<void> {
    const sent = content();
    const text = JSON.stringify([sent.answers, sent.related]);
    const key = stashKey();
    if (target === '') first ??= { key: newKey(), content: sent };
    const made = target === '' ? first : null;
    const answer = made ? await createDraft(process, made.content, made.key) : await saveDraft(target, sent, revision);
    first = null;
    target = answer.id;
    id.value = target;
    revision = answer.revision;
    savedAt.value = answer.savedAt;
    kept = made ? JSON.stringify([made.content.answers, made.content.related]) : text;
    if (Object.keys(answer.copied).length > 0) {
      kept = JSON.stringify(renamed(JSON.parse(kept) as unknown, answer.copied));
      answers.value = renamed(answers.value, answer.copied);
    }
    unstash(key);
    refusal.value = '';
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    if (closed || held || !dirty()) return;
    state.value = 'saving';
    try {
      await send();
      state.value = 'saved';
    } catch (error) {
      await failed(error);
    }
    if (!closed && !held && state.value === 'saved' && dirty()) later();
  }

  async function failed(error: unknown): Promise<void> {
    const status = error instanceof ApiProblem ? error.status : 0;
    const moved = status === 409 && error instanceof ApiProblem && error.is('process:draft-moved');
    if (target !== '' && (moved || status === 404)) {
      // Saved or removed elsewhere: what stands here becomes a draft of its own, nothing is overwritten.
      unstash();
      target = '';
      branched.value = moved;
      try {
        await send();
        state.value = 'saved';
      } catch (again) {
        give(again);
      }
    } else give(error);
  }

  function give(error: unknown): void {
    stash();
    const status = error instanceof ApiProblem ? error.status : 0;
    if (status >= 400 && status < 500 && !AGAIN_LATER.has(status)) {
      first = null;
      state.value = 'refused';
      refusal.value = sentence(error);
      return;
    }
    state.value = 'offline';
    if (!closed) timer = setTimeout(run, AGAIN);
  }

  function run(): void {
    running ??= save().finally(() => (running = null));
  }
  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(run, begin.pause ?? PAUSE);
  }

  // What this device kept when the page went away in the middle of a word.
  const left = read(stashKey());
  if (left !== null && (begin.opened == null || left.at > begin.opened.savedAt)) {
    answers.value = { ...answers.value, ...left.answers };
    related.value = left.related ?? related.value;
    restoredAt.value = dirty() ? left.at : null;
  }
  if (dirty()) later();

  watch([answers, related], () => {
    if (!closed && !held && dirty()) later();
  });
  const leaving = (): void => {
    if (!closed && dirty()) stash();
  };
  const hidden = (): void => {
    if (document.visibilityState === 'hidden' && !closed && dirty()) run();
  };
  addEventListener('pagehide', leaving);
  addEventListener('online', run);
  document.addEventListener('visibilitychange', hidden);
  onScopeDispose(() => {
    removeEventListener('pagehide', leaving);
    removeEventListener('online', run);
    document.removeEventListener('visibilitychange', hidden);
    if (!closed && dirty()) {
      stash();
      run();
    }
    clearTimeout(timer);
    // What is on its way arrives; what does not stays on this device.
    if (running === null) closed = true;
    else void running.finally(() => (closed = true));
  });

  return {
    id,
    state,
    savedAt,
    refusal,
    branched,
    restoredAt,
    hold: async () => {
      held = true;
      clearTimeout(timer);
      await running;
    },
    resume: () => {
      held = false;
      if (dirty()) later();
    },
    finish: () => {
      closed = true;
      clearTimeout(timer);
      unstash();
    },
    discard: async () => {
      held = true;
      clearTimeout(timer);
      try {
        await running;
        const gone = target;
        if (gone !== '') await deleteDraft(gone);
        unstash();
        target = '';
        first = null;
        id.value = '';
        revision = 0;
        savedAt.value = null;
        restoredAt.value = null;
        branched.value = false;
        state.value = 'idle';
        answers.value = begin.blank;
        related.value = [];
        kept = now();
        return gone;
      } finally {
        held = false;
      }
    },
  };
}
