import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '@/shared/i18n';
import FormDocument from './FormDocument.vue';
import type { FormNode } from './schema';
import { fillIn, type Filled } from './testing';

let open: Filled | undefined;
const fill: typeof fillIn = (...args) => (open = fillIn(...args));
afterEach(() => {
  open?.page.unmount();
  open = undefined;
});

const TABLE: FormNode[] = [
  {
    type: 'dynamiclist',
    path: 'lines',
    label: '明细',
    components: [
      { type: 'textfield', key: 'item', label: '品名', validate: { required: true } },
      { type: 'number', key: 'price', label: '单价' },
      { type: 'number', key: 'count', label: '数量' },
      { type: 'expression', key: 'sum', expression: '=price * count', properties: { label: '小计' } },
      { type: 'expression', key: 'each', expression: '=price / count', properties: { label: '每件' } },
    ],
  },
  {
    type: 'expression',
    key: 'total',
    expression: '=sum(lines.sum)',
    properties: { label: '合计', component: 'money', capitals: 'true' },
  },
];

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ item: `第 ${at} 件`, price: 2, count: 3 }));

async function type(form: Filled, path: string, text: string): Promise<void> {
  const control = form.field(path).querySelector('input') as HTMLInputElement;
  control.value = text;
  control.dispatchEvent(new Event('input'));
  await flushPromises();
}

describe('A table of five hundred lines', () => {
  it('draws a part of them, reckons all of them, and shows the line that somebody has to put right', async () => {
    const rows: Record<string, unknown>[] = lines(500);
    rows[400] = { ...rows[400], item: '' };
    const form = fill(TABLE, { answers: { lines: rows } });
    await vi.dynamicImportSettled();
    await flushPromises();
    expect(form.page.findAll('.detail-row')).toHaveLength(20);
    expect(form.field('total').textContent).toContain('¥3,000.00');
    expect(form.field('total').textContent).toContain('叁仟元整');

    const begun = performance.now();
    await type(form, 'lines.0.price', '12');
    expect(performance.now() - begun, 'a key that is pressed is answered at once').toBeLessThan(2000);
    expect(form.field('total').textContent).toContain('¥3,030.00');

    expect(await form.form().submit()).toBeNull();
    expect(form.page.find('[data-path="lines.400.item"]').exists()).toBe(false);
    await form.page.find('[role=alert] a').trigger('click');
    await flushPromises();
    expect(document.activeElement).toBe(form.field('lines.400.item').querySelector('input'));
    await type(form, 'lines.400.item', '有了');
    const sent = (await form.form().submit()) as { lines: object[] };
    expect(sent.lines).toHaveLength(500);
    expect(sent.lines[0]).toEqual({ item: '第 0 件', price: 12, count: 3 });
    expect(sent).not.toHaveProperty('total');
  });
});

describe('A formula', () => {
  it('says that it comes to nothing when something is divided by zero', async () => {
    const form = fill(TABLE, { answers: { lines: [{ item: '椅子', price: 6, count: 2 }] } });
    await vi.dynamicImportSettled();
    await flushPromises();
    expect(form.field('lines.0.each').textContent).toContain('3');
    await type(form, 'lines.0.count', '0');
    expect(form.field('lines.0.each').textContent).toContain('算不出来');
    expect(form.field('lines.0.sum').textContent).toContain('0');
  });

  it('does not complain as long as the figures are not filled in', async () => {
    const form = fill(TABLE, { answers: { lines: [{ item: '椅子' }] } });
    await vi.dynamicImportSettled();
    await flushPromises();
    expect(form.field('lines.0.each').textContent).toContain('填好数字后自动计算');
  });
});

describe('A field that was changed', () => {
  it('tells who changed it from what to what, and at which step', () => {
    const page = mount(FormDocument, {
      props: {
        schema: { components: [{ type: 'number', key: 'amount', label: '金额' }] },
        answers: { amount: 9 },
        history: {
          amount: [{ at: '2026-11-27T02:00:00Z', who: '李财', step: '财务复核', label: '', before: '5', after: '9' }],
        },
      },
      global: { plugins: [i18n] },
    });
    expect(page.find('summary').text()).toBe('改过 1 次');
    expect(page.find('details').text()).toMatch(/李财.*财务复核.*5.*改为.*9/s);
    page.unmount();
  });
});
