import { describe, expect, it } from 'vitest';
import { mostUrgent } from './api';
import { treeOf } from '@/shared/api/departments';

const task = (id: string, since: string, due: string | null = null, priority = 0) => ({
  id,
  since,
  due,
  priority,
});

describe('what waits for me', () => {
  it('comes with deadlines first, then what is urgent, then what has waited longest, three at most', () => {
    const tasks = [
      task('new', '2026-11-23T10:00:00Z'),
      task('urgent', '2026-11-22T10:00:00Z', null, 80),
      task('old', '2026-11-01T10:00:00Z'),
      task('due', '2026-11-23T09:00:00Z', '2026-11-24T00:00:00Z'),
    ];
    expect(mostUrgent(tasks).map((one) => one.id)).toEqual(['due', 'urgent', 'old']);
  });
});

describe('departments', () => {
  const department = (id: string, parentId: string | null) => ({
    id,
    parentId,
    name: id,
    sort: 0,
    heads: [],
    members: 0,
  });

  it('become a tree, and nobody gets lost when a parent is unknown', () => {
    const tree = treeOf([department('a', null), department('b', 'a'), department('c', 'gone')]);
    expect(tree.map((node) => node.id)).toEqual(['a', 'c']);
    expect(tree[0]!.children.map((node) => node.id)).toEqual(['b']);
  });
});
