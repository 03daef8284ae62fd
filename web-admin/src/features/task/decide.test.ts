import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { ApiProblem, http } from '@/shared/api/client';
import { useDeciding, type Deciding } from './decide';

function atWork(): Deciding {
  let deciding: Deciding | undefined;
  const Page = defineComponent({
    setup() {
      deciding = useDeciding();
      return () => h('p');
    },
  });
  mount(Page, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } });
  return deciding as Deciding;
}

const keysOf = (post: { mock: { calls: unknown[][] } }): (string | undefined)[] =>
  post.mock.calls.map((call) => (call[2] as { idempotencyKey?: string }).idempotencyKey);

afterEach(() => vi.restoreAllMocks());

describe('A decision', () => {
  it('is sent once, however often the button is clicked', async () => {
    const post = vi.spyOn(http, 'post').mockResolvedValue({});
    const { send } = atWork();
    const both = await Promise.all([
      send('t1', 'approve', { comment: null, revision: 1 }),
      send('t1', 'approve', { comment: null, revision: 1 }),
    ]);
    expect(both).toEqual([true, false]);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('keeps its key when the line broke, and takes another one when it has become another decision', async () => {
    const post = vi.spyOn(http, 'post').mockRejectedValue(new ApiProblem(0, '', '连不上服务器'));
    const { send, refusal } = atWork();
    await send('t1', 'approve', { comment: '好', revision: 1 });
    await send('t1', 'approve', { comment: '好', revision: 1 });
    await send('t1', 'approve', { comment: '很好', revision: 1 });
    const [first, again, other] = keysOf(post);
    expect(first).toBe(again);
    expect(other).not.toBe(first);
    expect(refusal.value?.title).toBe('连不上服务器');
  });

  it('that somebody else has taken is told in the words of the server', async () => {
    vi.spyOn(http, 'post').mockRejectedValue(new ApiProblem(409, '', '孙磊已在 10:02 同意'));
    const { send, conflict, refusal } = atWork();
    expect(await send('t1', 'approve', { comment: null, revision: 1 })).toBe(false);
    await flushPromises();
    expect(conflict.value).toBe('孙磊已在 10:02 同意');
    expect(refusal.value).toBeNull();
  });
});
