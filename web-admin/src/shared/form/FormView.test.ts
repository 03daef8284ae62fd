import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useLanguage } from '@/shared/i18n';
import { fillIn, type Filled } from './testing';
import * as sources from './sources';

const CHEN = {
  id: 'p1',
  name: '陈宇',
  number: 'TB0007',
  position: '工程师',
  portrait: null,
  department: { id: 'd1', name: '研发部' },
};

beforeEach(() => {
  vi.spyOn(sources, 'findPeople').mockResolvedValue([CHEN]);
  vi.spyOn(sources, 'fetchPerson').mockResolvedValue(CHEN);
  vi.spyOn(sources, 'fetchDepartments').mockResolvedValue([{ id: 'd1', parentId: null, name: '研发部' }]);
  vi.spyOn(sources, 'fetchOptions').mockResolvedValue([{ value: 'r1', label: '12月7日 年假' }]);
  vi.spyOn(sources, 'fetchFileInfo').mockResolvedValue({
    id: 'f1',
    name: '病历 "1".pdf',
    size: 2048,
    type: 'application/pdf',
  });
});

let open: Filled | undefined;
const fill: typeof fillIn = (...args) => (open = fillIn(...args));
afterEach(async () => {
  open?.page.unmount();
  document.body.innerHTML = '';
  vi.restoreAllMocks();
  await useLanguage('zh-CN', false);
});

const input = (form: Filled, path: string): HTMLInputElement =>
  form.field(path).querySelector('input, textarea, select') as HTMLInputElement;

async function type(form: Filled, path: string, text: string): Promise<void> {
  const control = input(form, path);
  control.value = text;
  control.dispatchEvent(new Event('input'));
  await flushPromises();
}

describe('A form asks', () => {
  it('for a line and for a long text', async () => {
    const form = fill([
      { type: 'textfield', key: 'title', label: '标题' },
      { type: 'textarea', key: 'reason', label: '原因' },
    ]);
    await type(form, 'title', '𠮷野家😀');
    await type(form, 'reason', '家里有事\n两天');
    expect(form.answers.value).toEqual({ title: '𠮷野家😀', reason: '家里有事\n两天' });
    expect(form.field('reason').querySelector('textarea')).not.toBeNull();
  });

  it('for a number, also when it is typed with full-width digits and thousands marks', async () => {
    const form = fill([
      { type: 'number', key: 'people', label: '人数' },
      { type: 'number', key: 'amount', label: '金额', serializeToString: true, decimalDigits: 2 },
    ]);
    await type(form, 'people', '１２');
    await type(form, 'amount', '1,234.50');
    expect(form.answers.value).toEqual({ people: 12, amount: '1234.50' });
  });

  it('for one of several choices', async () => {
    const values = [
      { value: 'annual', label: '年假', labelEn: 'Annual leave' },
      { value: 'sick', label: '病假' },
    ];
    const form = fill([
      { type: 'radio', key: 'type', label: '类型', values },
      { type: 'select', key: 'kind', label: '种类', values },
    ]);
    const radio = form.page.findAll('input[type=radio]')[1];
    await radio?.setValue(true);
    expect(form.answers.value).toMatchObject({ type: 'sick' });
    expect(form.page.find('[role=radiogroup]').attributes('aria-labelledby')).toBeTruthy();
    expect(form.field('kind').querySelector('[role=combobox]')).not.toBeNull();
  });

  it('for some of several choices, and for tags', async () => {
    const values = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];
    const form = fill([
      { type: 'checklist', key: 'some', label: '若干', values },
      { type: 'taglist', key: 'tags', label: '标签', values },
    ]);
    const boxes = form.page.findAll('.form-choice input[type=checkbox]');
    await boxes[0]?.setValue(true);
    await boxes[1]?.setValue(true);
    await boxes[0]?.setValue(false);
    expect(form.answers.value).toMatchObject({ some: ['b'] });
    expect(form.field('tags').querySelector('[role=combobox]')).not.toBeNull();
  });

  it('for a tick', async () => {
    const form = fill([{ type: 'checkbox', key: 'agreed', label: '我已阅读' }]);
    await form.page.find('input[type=checkbox]').setValue(true);
    expect(form.answers.value).toEqual({ agreed: true });
  });

  it('for a day, a time and both', async () => {
    const form = fill(
      [
        { type: 'datetime', key: 'day', subtype: 'date', dateLabel: '日期' },
        { type: 'datetime', key: 'time', subtype: 'time', timeLabel: '时间' },
        { type: 'datetime', key: 'start', subtype: 'datetime', dateLabel: '开始' },
      ],
      { answers: { day: '2026-12-07', time: '09:00', start: '2026-12-07T13:30' } },
    );
    await vi.dynamicImportSettled();
    await flushPromises();
    expect(input(form, 'day').value).toBe('2026年12月7日');
    expect(form.field('start').textContent).toContain('周一');
    expect(form.field('start').textContent).toContain('13:30');
  });

  it('for a person and a department by name, not by id', async () => {
    const form = fill(
      [
        { type: 'textfield', key: 'handover', label: '交接人', properties: { component: 'person' } },
        { type: 'textfield', key: 'unit', label: '部门', properties: { component: 'department' } },
      ],
      { answers: { handover: 'p1', unit: 'd1' } },
    );
    await flushPromises();
    expect(form.field('handover').textContent).toContain('陈宇');
    expect(form.field('unit').textContent).toContain('研发部');
  });

  it('for what a source of the server offers', async () => {
    const form = fill([{ type: 'select', key: 'leave', label: '假期', properties: { source: 'leave.cancellable' } }], {
      readOnly: true,
      answers: { leave: 'r1' },
    });
    await flushPromises();
    expect(sources.fetchOptions).toHaveBeenCalledWith('leave.cancellable');
    expect(form.page.text()).toContain('12月7日 年假');
  });

  it('for files, and names those that are there', async () => {
    const form = fill([{ type: 'filepicker', key: 'proof', label: '证明', multiple: true }], {
      answers: { proof: ['f1'] },
    });
    await flushPromises();
    expect(form.page.find('.list a').text()).toBe('病历 "1".pdf');
    await form.page.find('.list button').trigger('click');
    expect(form.answers.value).toEqual({ proof: [] });
  });

  it('for lines of a table, that can be added and removed', async () => {
    const form = fill([
      {
        type: 'dynamiclist',
        path: 'lines',
        label: '明细',
        components: [{ type: 'number', key: 'amount', label: '金额', validate: { required: true } }],
      },
    ]);
    await flushPromises();
    await form.page.find('.detail-add').trigger('click');
    await flushPromises();
    await type(form, 'lines.1.amount', '20');
    expect(form.answers.value).toEqual({ lines: [{}, { amount: 20 }] });
    expect(await form.form().submit()).toBeNull();
    expect(form.page.find('[role=alert]').text()).toContain('请填写');
    await form.page.findAll('.detail-head button')[0]?.trigger('click');
    expect(await form.form().submit()).toEqual({ lines: [{ amount: 20 }] });
  });
});

describe('A form shows', () => {
  it('markup that somebody typed as text', () => {
    const hostile = '<img src=x onerror="alert(1)"><b>粗</b>';
    const form = fill(
      [
        {
          type: 'text',
          text: `# ${hostile}\n\n${hostile} **重要** [坏](javascript:alert(1)) [好](https://example.com)`,
        },
        { type: 'textfield', key: 'title', label: hostile },
      ],
      { readOnly: true, answers: { title: hostile } },
    );
    expect(form.page.find('img').exists()).toBe(false);
    expect(form.page.find('b').exists()).toBe(false);
    expect(form.page.find('strong').text()).toBe('重要');
    expect(form.page.findAll('a').map((link) => link.attributes('href'))).toEqual(['https://example.com']);
    expect(form.page.find('dd').text()).toBe(hostile);
  });

  it('answers as a document without controls', async () => {
    const form = fill(
      [
        { type: 'number', key: 'amount', label: '金额', appearance: { prefixAdorner: '¥' } },
        { type: 'datetime', key: 'start', subtype: 'datetime', dateLabel: '开始' },
        { type: 'textarea', key: 'reason', label: '原因' },
        { type: 'separator' },
        { type: 'spacer', height: 8 },
      ],
      { readOnly: true, answers: { amount: '12345.60', start: '2025-12-08T09:00' } },
    );
    expect(form.page.find('input, textarea').exists()).toBe(false);
    expect(form.page.text()).toContain('¥12,345.60');
    expect(form.page.text()).toContain('2025年12月8日 09:00');
    expect(form.page.text()).toContain('未填写');
  });

  it('English labels where the form has them', async () => {
    await useLanguage('en', false);
    const form = fill([
      {
        type: 'radio',
        key: 'type',
        label: '类型',
        properties: { labelEn: 'Type of leave' },
        values: [{ value: 'annual', label: '年假', labelEn: 'Annual leave' }],
      },
    ]);
    expect(form.page.text()).toContain('Type of leave');
    expect(form.page.text()).toContain('Annual leave');
  });
});
