import { describe, expect, it } from 'vitest';
import { t } from '@/shared/i18n';

describe('sentences', () => {
  it('keep a name that is read from the right to itself', () => {
    expect(t('request.asks', { name: 'محمد', title: '年假 2 天' })).toBe('\u2068محمد\u2069 申请 年假 2 天');
  });

  it('leave other names and numbers as they are', () => {
    expect(t('request.asks', { name: '陈宇', title: '年假 2 天' })).toBe('陈宇 申请 年假 2 天');
    expect(t('shared.days', { n: 2 }, 2)).toBe('2 天');
  });
});
