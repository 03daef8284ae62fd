import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref, type Ref } from 'vue';
import { ApiProblem, http } from '@/shared/api/client';
import { draftKey } from './draft';
import { renamed, useSavedDraft, type SavedDraft } from './saved';
import type { Answers } from './schema';

const KEY = draftKey('p1', 'leave-request');
const answer = (revision: number, id = 'd1') => ({
  id,
  process: 'leave-request',
  revision,
  savedAt: '2026-11-23T02:32:00Z',
  copied: {},
});

let post: ReturnType<typeof vi.spyOn>;
let put: ReturnType<typeof vi.spyOn>;

interface Page {
  answers: Ref<Answers>;
  draft: SavedDraft;
  close: () => void;
}

function open(start: Answers = {}, opened: { id: string; revision: number; savedAt: string } | null = null): Page {
  const answers = ref<Answers>(start);
  const scope = effectScope();
  const draft = scope.run(() =>
    useSavedDraft({ person: 'p1', process: 'leave-request', answers, related: ref([]), blank: {}, opened }),
  ) as SavedDraft;
  return { answers, draft, close: () => scope.stop() };
}

async function type(page: Page, answers: Answers): Promise<void> {
  page.answers.value = answers;
  await nextTick();
}

async function wait(ms = 1_100): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await flushPromises();
}

beforeEach(() => {
  vi.useFakeTimers();
  post = vi.spyOn(http, 'post').mockResolvedValue(answer(1));
  put = vi.spyOn(http, 'put').mockResolvedValue(answer(2));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('What is typed into a start form', () => {
  it('is kept a moment after the last key, once as a new draft and then as the same', async () => {
    const page = open({ type: 'annual' });
    await wait();
    expect(post).not.toHaveBeenCalled();
    await type(page, { type: 'annual', reason: '回' });
    await wait(500);
    await type(page, { type: 'annual', reason: '回家' });
    await wait();
    expect(post).toHaveBeenCalledTimes(1);
    expect(post.mock.calls[0]?.[1]).toEqual({
      process: 'leave-request',
      answers: { type: 'annual', reason: '回家' },
      related: [],
    });
    expect(page.draft.state.value).toBe('saved');
    await type(page, { type: 'annual', reason: '回家过年' });
    await wait();
    expect(put).toHaveBeenCalledWith('/drafts/d1', expect.objectContaining({ revision: 1 }));
    page.close();
  });

  it('that is still being sent when more is typed follows with the next revision', async () => {
    let arrive: (value: unknown) => void = () => undefined;
    post.mockReturnValue(new Promise((done) => (arrive = done)));
    const page = open();
    await type(page, { reason: '一' });
    await wait();
    await type(page, { reason: '一二' });
    await wait();
    expect(put).not.toHaveBeenCalled();
    arrive(answer(1));
    await wait();
    expect(put).toHaveBeenCalledWith('/drafts/d1', { answers: { reason: '一二' }, related: [], revision: 1 });
    page.close();
  });

  it('becomes a draft of its own when another page saved the same one, and nothing is overwritten', async () => {
    put.mockRejectedValue(new ApiProblem(409, 'urn:problem:process:draft-moved', '已在另一个页面保存'));
    post.mockResolvedValue({ ...answer(1, 'd2'), copied: { f1: 'f2' } });
    const page = open({ reason: '旧' }, { id: 'd1', revision: 3, savedAt: '2026-11-23T02:00:00Z' });
    await type(page, { reason: '新', proof: ['f1'] });
    await wait();
    expect(put).toHaveBeenCalledTimes(1);
    expect(post).toHaveBeenCalledTimes(1);
    expect(page.draft.id.value).toBe('d2');
    expect(page.draft.branched.value).toBe(true);
    expect(page.answers.value).toEqual({ reason: '新', proof: ['f2'] });
    put.mockResolvedValue(answer(2, 'd2'));
    await type(page, { reason: '新的', proof: ['f2'] });
    await wait();
    expect(put).toHaveBeenLastCalledWith('/drafts/d2', expect.objectContaining({ revision: 1 }));
    page.close();
  });

  it('goes on as a new draft when it was deleted meanwhile', async () => {
    put.mockRejectedValue(new ApiProblem(404, '', '没有'));
    post.mockResolvedValue(answer(1, 'd2'));
    const page = open({}, { id: 'd1', revision: 1, savedAt: '2026-11-23T02:00:00Z' });
    await type(page, { reason: '新' });
    await wait();
    expect(page.draft.id.value).toBe('d2');
    expect(page.draft.branched.value).toBe(false);
    page.close();
  });

  it('stays on this device while the server is away, and gets there later', async () => {
    post.mockRejectedValueOnce(new ApiProblem(0, '', '连不上服务器'));
    const page = open();
    await type(page, { reason: '路上' });
    await wait();
    expect(page.draft.state.value).toBe('offline');
    expect(JSON.parse(localStorage.getItem(KEY) ?? '{}')).toMatchObject({ answers: { reason: '路上' } });
    await wait(16_000);
    expect(page.draft.state.value).toBe('saved');
    expect(localStorage.getItem(KEY)).toBeNull();
    page.close();
  });

  it('whose first save was not answered is sent again under the same key, so that there is one draft', async () => {
    post.mockRejectedValueOnce(new ApiProblem(0, '', '连不上服务器'));
    const page = open();
    await type(page, { reason: '一' });
    await wait();
    await type(page, { reason: '一二' });
    await wait();
    const [first, again] = post.mock.calls;
    expect(again?.[1]).toEqual(first?.[1]);
    expect(again?.[2]).toEqual(first?.[2]);
    await wait();
    expect(put).toHaveBeenCalledWith('/drafts/d1', expect.objectContaining({ answers: { reason: '一二' } }));
    page.close();
  });

  it('that the server refuses is told in its words and not lost', async () => {
    post.mockRejectedValue(new ApiProblem(422, '', '草稿最多 50 份'));
    const page = open();
    await type(page, { reason: '第五十一' });
    await wait();
    expect(page.draft.state.value).toBe('refused');
    expect(page.draft.refusal.value).toBe('草稿最多 50 份');
    expect(localStorage.getItem(KEY)).toContain('第五十一');
    await wait(60_000);
    expect(post).toHaveBeenCalledTimes(1);
    page.close();
  });

  it('is sent at once when the page is left, and what did not arrive is there when it is opened again', async () => {
    const page = open();
    await type(page, { reason: '回' });
    page.close();
    await flushPromises();
    expect(post).toHaveBeenCalledTimes(1);
    expect(localStorage.getItem(KEY)).toBeNull();

    const next = open();
    await type(next, { reason: '回家' });
    dispatchEvent(new Event('pagehide'));
    post.mockRejectedValue(new ApiProblem(0, '', '连不上服务器'));
    next.close();
    await flushPromises();
    const third = open({ type: 'annual' });
    expect(third.answers.value).toEqual({ type: 'annual', reason: '回家' });
    expect(third.draft.restoredAt.value).not.toBeNull();
    third.close();
  });

  it('is not kept any more once it was handed in', async () => {
    const page = open();
    await type(page, { reason: '好了' });
    await page.draft.hold();
    await wait();
    expect(post).not.toHaveBeenCalled();
    page.draft.finish();
    page.close();
    await wait();
    expect(post).not.toHaveBeenCalled();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('is kept on when handing in was refused', async () => {
    const page = open();
    await type(page, { reason: '太长' });
    await page.draft.hold();
    page.draft.resume();
    await wait();
    expect(post).toHaveBeenCalledTimes(1);
    page.close();
  });

  it('can be given up; the form is empty then and the draft can be brought back', async () => {
    const gone = vi.spyOn(http, 'delete').mockResolvedValue(undefined);
    const page = open({ reason: '旧' }, { id: 'd1', revision: 3, savedAt: '2026-11-23T02:00:00Z' });
    expect(await page.draft.discard()).toBe('d1');
    expect(gone).toHaveBeenCalledWith('/drafts/d1');
    expect(page.answers.value).toEqual({});
    await type(page, { reason: '新' });
    await wait();
    expect(post).toHaveBeenCalledTimes(1);
    page.close();
  });
});

describe('Copies', () => {
  it('take the place of what was copied wherever it stands', () => {
    expect(renamed({ a: ['f1', 'x'], b: [{ c: 'f1' }], d: 3, e: null }, { f1: 'f2' })).toEqual({
      a: ['f2', 'x'],
      b: [{ c: 'f2' }],
      d: 3,
      e: null,
    });
  });
});
