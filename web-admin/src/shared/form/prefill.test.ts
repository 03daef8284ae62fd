import { describe, expect, it } from 'vitest';
import { prefill } from './prefill';
import type { FormNode } from './schema';

const fill = (components: FormNode[], query: Record<string, unknown>) => prefill({ components }, query);

describe('A link with first answers', () => {
  it('fills fields of that name and nothing else', () => {
    const form = [{ type: 'group', components: [{ type: 'textfield', key: 'name' }] }];
    expect(fill(form, { name: '整理会议资料', colour: 'red' })).toEqual({ name: '整理会议资料' });
  });

  it('names one person or several', () => {
    const one = { type: 'textfield', key: 'owner', properties: { component: 'person' } };
    const many = { type: 'textfield', key: 'team', properties: { component: 'person', multiple: 'true' } };
    expect(fill([one, many], { owner: 'a', team: 'a,b' })).toEqual({ owner: 'a', team: ['a', 'b'] });
  });

  it('says days and moments in the shape of the field', () => {
    const day: FormNode = { type: 'datetime', subtype: 'date', key: 'end' };
    const moment: FormNode = { type: 'datetime', subtype: 'datetime', key: 'end' };
    expect(fill([day], { end: '2026-12-07T18:00' })).toEqual({ end: '2026-12-07' });
    expect(fill([moment], { end: '2026-12-07' })).toEqual({ end: '2026-12-07T09:00' });
  });

  it('leaves out tables, files and what is empty or given twice', () => {
    const form = [
      { type: 'dynamiclist', path: 'lines', components: [] },
      { type: 'filepicker', key: 'proof' },
      { type: 'textfield', key: 'name' },
      { type: 'textfield', key: 'goal' },
    ];
    expect(fill(form, { lines: 'x', proof: 'y', name: '', goal: ['a', 'b'] })).toEqual({});
  });
});
