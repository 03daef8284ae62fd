import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/shared/api/client';
import { useSaving } from './saving';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function desk() {
  let drawn = '<a/>';
  const put = vi.fn(async (_source: string, revision: number) => ({ revision: revision + 1 }));
  const saving = useSaving({ source: '<a/>', revision: 4 }, async () => drawn, put);
  return { put, saving, draw: (next: string) => ((drawn = next), saving.changed()) };
}

describe('saving a draft', () => {
  it('does not save what was only opened', async () => {
    const { put, saving } = desk();
    await vi.advanceTimersByTimeAsync(60_000);
    await saving.flush();
    expect(put).not.toHaveBeenCalled();
    expect(saving.state.value).toBe('saved');
  });

  it('saves two seconds after the last of several changes, once', async () => {
    const { put, saving, draw } = desk();
    draw('<b/>');
    await vi.advanceTimersByTimeAsync(1_500);
    draw('<c/>');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(put).not.toHaveBeenCalled();
    expect(saving.state.value).toBe('dirty');
    await vi.advanceTimersByTimeAsync(600);
    expect(put.mock.calls).toEqual([['<c/>', 4]]);
    expect(saving.state.value).toBe('saved');
    draw('<d/>');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(put.mock.calls.at(-1)).toEqual(['<d/>', 5]);
  });

  it('does not save a change that was undone', async () => {
    const { put, draw } = desk();
    draw('<b/>');
    draw('<a/>');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(put).not.toHaveBeenCalled();
  });

  it('saves also what was changed while it saved', async () => {
    const { put, saving, draw } = desk();
    put.mockImplementationOnce(async (_source, revision) => {
      await new Promise((done) => setTimeout(done, 300));
      return { revision: revision + 1 };
    });
    draw('<b/>');
    await vi.advanceTimersByTimeAsync(2_100);
    expect(saving.state.value).toBe('saving');
    draw('<c/>');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(put.mock.calls).toEqual([
      ['<b/>', 4],
      ['<c/>', 5],
    ]);
    expect(saving.state.value).toBe('saved');
  });

  it('overwrites nothing when somebody else saved, and rests until it is settled', async () => {
    const { put, saving, draw } = desk();
    put.mockRejectedValueOnce(new ApiProblem(409, 'urn:problem:studio:changed', '高远 在 10:12 保存了新的内容'));
    draw('<b/>');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saving.state.value).toBe('conflict');
    expect(saving.conflict.value?.says).toContain('高远');
    draw('<c/>');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(put).toHaveBeenCalledTimes(1);
    expect(await saving.flush()).toBe(false);
    saving.became('<theirs/>', 9);
    draw('<d/>');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(put.mock.calls.at(-1)).toEqual(['<d/>', 9]);
  });

  it('keeps what could not be sent and sends it with the next try', async () => {
    const { put, saving, draw } = desk();
    put.mockRejectedValueOnce(new ApiProblem(0, 'about:blank', '连不上服务器'));
    draw('<b/>');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saving.state.value).toBe('failed');
    expect(await saving.flush()).toBe(true);
    expect(put.mock.calls.at(-1)).toEqual(['<b/>', 4]);
  });
});
