import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import DueMark from './DueMark.vue';

const due = '2026-12-01T03:00:00Z';
const shown = (state: string, words: string, more: Record<string, unknown> = {}) =>
  mount(DueMark, { props: { due, left: { state, words }, ...more } });

describe('A due date', () => {
  it('says how much working time is left', () => {
    expect(shown('later', '还剩 1 天 2 小时').text()).toBe('还剩 1 天 2 小时（工作时间）');
  });

  it('says that it is today, in a list nothing more', () => {
    expect(shown('today', '还剩 2 小时').text()).toBe('今天到期 · 还剩 2 小时（工作时间）');
    expect(shown('today', '还剩 2 小时', { short: true }).text()).toBe('今天到期');
  });

  it('that has passed has another sign, not only another colour', () => {
    const late = shown('overdue', '已超时 3 小时', { short: true });
    expect(late.text()).toBe('已超时 3 小时');
    expect(late.html()).not.toBe(shown('later', '已超时 3 小时', { short: true }).html());
    expect(late.attributes('title')).toContain('截止');
  });

  it('says that it was counted without holidays that are not known yet', () => {
    expect(shown('later', '还剩 3 天', { provisional: true }).text()).toContain('放假安排公布后会重算');
  });

  it('is not there when nothing is due', () => {
    expect(mount(DueMark, { props: { due: null, left: null } }).text()).toBe('');
  });
});
