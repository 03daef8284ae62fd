import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { ApiProblem, http } from '@/shared/api/client';
import type { TaskItem } from './api';
import { alone, useBatch, wantOpinion, type Batch } from './batch';

const task = (id: string, needs: string[] = [], actions = ['approve', 'reject']) =>
  ({ id, revision: 1, together: { actions, needs } }) as TaskItem;

function atWork(): Batch {
  let batch: Batch | undefined;
  const Page = defineComponent({
    setup() {
      batch = useBatch();
      return () => h('p');
    },
  });
  mount(Page, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } });
  return batch as Batch;
}

type Sent = [string, { items: { id: string }[] }, { idempotencyKey: string }];

/** The server, with a problem or none for each task. */
const answering = (problemOf: (id: string) => { title: string } | null) =>
  ((_path: string, body: Sent[1]) =>
    Promise.resolve({ items: body.items.map(({ id }) => ({ id, problem: problemOf(id) })) })) as never;

afterEach(() => vi.restoreAllMocks());

describe('Many tasks decided in one go', () => {
  it('leave out what has to be opened', () => {
    expect(alone(task('a'), 'approve')).toBeUndefined();
    expect(alone(task('a', ['signature']), 'approve')).toBe('signature');
    expect(alone(task('a', ['evidence', 'form']), 'approve')).toBe('form');
    expect(alone(task('a', ['form']), 'reject')).toBeUndefined();
    expect(alone(task('a', ['opinion']), 'approve')).toBeUndefined();
    expect(alone(task('a', [], ['approve']), 'reject')).toBe('other');
    expect(alone({ ...task('a'), together: null }, 'approve')).toBe('other');
    expect(wantOpinion([task('a', ['opinion']), task('b')], 'approve')).toBe(1);
    expect(wantOpinion([task('a', ['opinion'])], 'reject')).toBe(0);
  });

  it('go in parts with one key, and each has its own answer', async () => {
    const post = vi
      .spyOn(http, 'post')
      .mockImplementation(answering((id) => (id === 't3' ? { title: '要签名' } : null)));
    const batch = atWork();
    await batch.run(
      'approve',
      '好',
      Array.from({ length: 7 }, (_, at) => task(`t${at}`)),
    );
    const calls = post.mock.calls as unknown as Sent[];
    expect(calls.map((call) => call[1].items.length)).toEqual([5, 2]);
    expect(new Set(calls.map((call) => call[2].idempotencyKey)).size).toBe(1);
    expect(batch.done.value).toEqual(['t0', 't1', 't2', 't4', 't5', 't6']);
    expect(batch.failed.value.map((one) => [one.item.id, one.reason])).toEqual([['t3', '要签名']]);
    expect(batch.answered.value).toBe(7);
  });

  it('are not sent on when the line is down, and a repeat carries the same key until the words change', async () => {
    const post = vi.spyOn(http, 'post').mockRejectedValue(new ApiProblem(0, '', '连不上服务器'));
    const batch = atWork();
    const tasks = Array.from({ length: 12 }, (_, at) => task(`t${at}`));
    await batch.run('approve', '好', tasks);
    expect(post).toHaveBeenCalledTimes(1);
    expect(batch.failed.value).toHaveLength(12);
    await batch.run('approve', '好', tasks);
    await batch.run('approve', '很好', tasks);
    const keys = (post.mock.calls as unknown as Sent[]).map((call) => call[2].idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('stop between two parts when one wants', async () => {
    const batch = atWork();
    const post = vi.spyOn(http, 'post').mockImplementation(
      answering(() => {
        batch.stop();
        return null;
      }),
    );
    await batch.run(
      'reject',
      '不',
      Array.from({ length: 9 }, (_, at) => task(`t${at}`)),
    );
    expect(post).toHaveBeenCalledTimes(1);
    expect(batch.done.value).toHaveLength(5);
    expect(batch.total.value).toBe(9);
  });
});
