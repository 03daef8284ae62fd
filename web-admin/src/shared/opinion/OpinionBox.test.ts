import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, ref, type Ref } from 'vue';
import { http } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { i18n } from '@/shared/i18n';
import OpinionBox from './OpinionBox.vue';

const ZHAO = { id: 'z', name: '赵敏', department: { id: 'd', name: '研发部' } };
const ZHU = { id: 'u', name: '朱明', department: { id: 'd', name: '研发部' } };

interface Written {
  page: VueWrapper;
  text: Ref<string>;
  people: Ref<PersonRef[]>;
  sent: () => number;
  box: () => HTMLTextAreaElement;
  type: (words: string) => Promise<void>;
  press: (key: string, more?: object) => Promise<void>;
}

function write(start = ''): Written {
  const text = ref(start);
  const people = ref<PersonRef[]>([]);
  let sent = 0;
  const Host = defineComponent({
    setup: () => () =>
      h(OpinionBox, {
        id: 'box',
        phrases: true,
        modelValue: text.value,
        'onUpdate:modelValue': (value: string) => (text.value = value),
        people: people.value,
        'onUpdate:people': (value: PersonRef[]) => (people.value = value),
        onSend: () => (sent += 1),
      }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = mount(Host, {
    attachTo: document.body,
    global: { plugins: [i18n, [VueQueryPlugin, { queryClient: client }]] },
  });
  const box = () => page.find('textarea').element as HTMLTextAreaElement;
  return {
    page,
    text,
    people,
    box,
    sent: () => sent,
    type: async (words) => {
      box().focus();
      box().value = words;
      box().setSelectionRange(words.length, words.length);
      await page.find('textarea').trigger('input');
      await vi.advanceTimersByTimeAsync(200);
      await flushPromises();
    },
    press: async (key, more = {}) => {
      await page.find('textarea').trigger('keydown', { key, ...more });
      await flushPromises();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(http, 'get').mockImplementation((path: string) =>
    Promise.resolve(
      path === '/phrases'
        ? { items: ['请财务复核'], company: ['同意。'], revision: 1 }
        : { items: [ZHAO, ZHU], next: null },
    ),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('In the box for an opinion', () => {
  it('a colleague is found and taken without leaving the keyboard', async () => {
    const opinion = write();
    await opinion.type('请 @zh');
    const options = opinion.page.findAll('[role=option]');
    expect(options).toHaveLength(2);
    expect(opinion.box().getAttribute('aria-activedescendant')).toBe(options[0]?.attributes('id'));
    await opinion.press('ArrowDown');
    expect(opinion.page.findAll('[aria-selected=true]')).toHaveLength(1);
    await opinion.press('Enter');
    expect(opinion.text.value).toBe('请 @朱明 ');
    expect(opinion.people.value.map((one) => one.id)).toEqual(['u']);
    expect(opinion.page.find('[role=listbox]').exists()).toBe(false);
  });

  it('one who is rubbed out is not mentioned', async () => {
    const opinion = write();
    await opinion.type('@zh');
    await opinion.press('Enter');
    expect(opinion.people.value).toHaveLength(1);
    await opinion.type('@赵');
    expect(opinion.people.value).toHaveLength(0);
  });

  it('Esc leaves the list and keeps what was typed; Enter is a new line then', async () => {
    const opinion = write();
    await opinion.type('@zh');
    await opinion.press('Escape');
    expect(opinion.page.find('[role=listbox]').exists()).toBe(false);
    await opinion.type('@zha');
    expect(opinion.page.find('[role=listbox]').exists()).toBe(false);
    await opinion.press('Enter');
    expect(opinion.text.value).toBe('@zha');
  });

  it('a key that belongs to the input method takes nobody', async () => {
    const opinion = write();
    await opinion.type('@zh');
    await opinion.press('Enter', { isComposing: true });
    expect(opinion.people.value).toHaveLength(0);
  });

  it('a phrase comes with one click, where the caret is', async () => {
    const opinion = write();
    await opinion.type('张三：');
    const chip = opinion.page.findAll('.chip').find((one) => one.text() === '同意。');
    await chip?.trigger('click');
    await flushPromises();
    expect(opinion.text.value).toBe('张三：同意。');
  });

  it('a slash in the empty box offers phrases, own ones first', async () => {
    const opinion = write();
    await flushPromises();
    await opinion.type('/');
    expect(opinion.page.findAll('[role=option]').map((one) => one.text())).toEqual(['请财务复核', '同意。']);
    await opinion.type('/同');
    await opinion.press('Tab');
    expect(opinion.text.value).toBe('同意。');
  });

  it('Ctrl and Enter send', async () => {
    const opinion = write();
    await opinion.type('好');
    await opinion.press('Enter', { ctrlKey: true });
    expect(opinion.sent()).toBe(1);
  });
});
