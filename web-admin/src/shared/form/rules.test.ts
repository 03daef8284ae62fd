import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fillIn, type Filled } from './testing';

let open: Filled | undefined;
const fill: typeof fillIn = (...args) => (open = fillIn(...args));
afterEach(() => open?.page.unmount());

const input = (form: Filled, path: string): HTMLInputElement =>
  form.field(path).querySelector('input, textarea, select') as HTMLInputElement;

async function type(form: Filled, path: string, text: string): Promise<void> {
  const control = input(form, path);
  control.value = text;
  control.dispatchEvent(new Event('input'));
  await flushPromises();
}

describe('Rights', () => {
  const parts = [
    { type: 'textfield', key: 'secret', label: '机密' },
    { type: 'textfield', key: 'known', label: '已知' },
    { type: 'textfield', key: 'open', label: '可写' },
    { type: 'textfield', key: 'must', label: '必填' },
  ];
  it('hide, show, open and require a field', async () => {
    const form = fill(parts, {
      fallback: 'read',
      rights: { secret: 'hidden', open: 'write', must: 'required' },
      answers: { known: '旧', open: '原' },
      before: { known: '旧', open: '原' },
    });
    expect(form.page.text()).not.toContain('机密');
    expect(form.field('known').querySelector('input')).toBeNull();
    expect(await form.form().submit()).toBeNull();
    await type(form, 'must', '有了');
    await type(form, 'open', '');
    expect(await form.form().submit()).toEqual({ open: null, must: '有了' });
  });
});

describe('Conditions', () => {
  const parts = [
    { type: 'textfield', key: 'type', label: '类型' },
    {
      type: 'textfield',
      key: 'proof',
      label: '证明',
      validate: { required: true },
      conditional: { hide: '=type != "sick"' },
    },
  ];
  it('show a field only when it matters, and never ask for what is not shown', async () => {
    const form = fill(parts, { answers: { type: 'annual', proof: '旧' } });
    await vi.dynamicImportSettled();
    expect(form.page.text()).not.toContain('证明');
    expect(await form.form().submit()).toEqual({ type: 'annual' });
    await type(form, 'type', 'sick');
    expect(form.page.text()).toContain('证明');
  });
});

describe('What is wrong', () => {
  it('is listed on top, jumps to its field and is announced at it', async () => {
    const form = fill([{ type: 'textfield', key: 'title', label: '标题', validate: { required: true } }]);
    expect(await form.form().submit()).toBeNull();
    const box = form.page.find('[role=alert]');
    expect(document.activeElement).toBe(box.element);
    await box.find('a').trigger('click');
    const control = input(form, 'title');
    expect(document.activeElement).toBe(control);
    expect(control.getAttribute('aria-invalid')).toBe('true');
    const described = control.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
    expect(document.getElementById(described)?.textContent).toContain('请填写');
    await type(form, 'title', '有了');
    expect(form.page.find('[role=alert]').exists()).toBe(false);
  });

  it('by the word of the server stands at its field as well', async () => {
    const form = fill([{ type: 'textfield', key: 'start', label: '开始' }]);
    await form.form().refuse('这段时间已经请过假', [{ field: 'answers.start', message: '与 QJ-12 重叠' }]);
    expect(form.page.find('[role=alert]').text()).toContain('这段时间已经请过假');
    expect(form.field('start').textContent).toContain('与 QJ-12 重叠');
  });
});
