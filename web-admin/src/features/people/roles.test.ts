import { describe, expect, it } from 'vitest';
import { changeOf } from './roles';

const role = (key: string, permissions: string[], ...members: string[]) => ({
  key,
  name: key,
  permissions,
  members: members.map((id) => ({ id, name: id })),
});
const all = [role('hr', ['org.manage', 'leave.manage'], 'wang', 'lin'), role('it', ['org.manage'], 'gao')];

describe('a change of roles', () => {
  it('names what somebody may do from now on, and what not', () => {
    const change = changeOf(all, ['employee', 'it'], ['employee', 'hr'], 'gao');
    expect(change.gains).toEqual(['leave.manage']);
    expect(change.loses).toEqual([]);
    expect(change.added.map((one) => one.key)).toEqual(['hr']);
  });

  it('warns when nobody is left', () => {
    expect(changeOf(all, ['it'], [], 'gao').abandoned.map((one) => one.key)).toEqual(['it']);
    expect(changeOf(all, ['hr'], [], 'wang').abandoned).toEqual([]);
  });
});
