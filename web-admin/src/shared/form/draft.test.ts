import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { draftKey, useDraft, type Draft } from './draft';
import type { Answers } from './schema';

const KEY = draftKey('p1', 'leave-request');

function open(start: Answers = {}) {
  const answers = ref<Answers>(start);
  const scope = effectScope();
  const draft = scope.run(() => useDraft(KEY, answers)) as Draft;
  return { answers, draft, close: () => scope.stop() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

describe('What was typed', () => {
  it('is there again when the page is opened again, and says since when', async () => {
    const first = open();
    first.answers.value = { reason: '回家' };
    await nextTick();
    vi.advanceTimersByTime(400);
    first.close();
    const second = open({ type: 'annual' });
    expect(second.answers.value).toEqual({ type: 'annual', reason: '回家' });
    expect(second.draft.restoredAt.value).not.toBeNull();
    second.close();
  });
  it('is kept when the page closes in the middle of a word', async () => {
    const first = open();
    first.answers.value = { reason: '回' };
    await nextTick();
    dispatchEvent(new Event('pagehide'));
    first.close();
    expect(open().answers.value).toEqual({ reason: '回' });
  });
  it('is gone when it is discarded or handed in', async () => {
    localStorage.setItem(KEY, JSON.stringify({ at: '2026-11-23T06:00:00Z', answers: { reason: '旧' } }));
    const page = open();
    page.draft.discard();
    expect(page.answers.value).toEqual({});
    page.answers.value = { reason: '新' };
    await nextTick();
    page.draft.clear();
    vi.advanceTimersByTime(400);
    page.close();
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});
