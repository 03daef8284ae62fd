import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';
import type { ProcessTaskItem } from '@/shared/api/schema';

/** What decides which come first. */
type Pressing = Pick<ProcessTaskItem, 'due' | 'priority' | 'since'>;

const FIRST = 3;

/** Overdue and due first, then what is urgent, then what has waited longest. */
export function mostUrgent<T extends Pressing>(tasks: T[]): T[] {
  return [...tasks]
    .sort(
      (a, b) =>
        (a.due ?? '9999').localeCompare(b.due ?? '9999') || b.priority - a.priority || a.since.localeCompare(b.since),
    )
    .slice(0, FIRST);
}

export function useWaiting() {
  return useQuery({
    queryKey: ['tasks', 'workbench', 'todo'],
    queryFn: ({ signal }) => http.get('/tasks', { view: 'todo', sort: 'due', limit: 50 }, signal),
    select: (page) => mostUrgent(page.items),
  });
}

export function useRunning() {
  return useQuery({
    queryKey: ['tasks', 'workbench', 'started'],
    queryFn: ({ signal }) => http.get('/tasks', { view: 'started', limit: 20 }, signal),
    select: (page) => page.items.filter((item) => item.requestStatus === 'running').slice(0, 5),
  });
}
