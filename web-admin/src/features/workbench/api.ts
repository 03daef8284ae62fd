import { useQuery } from '@tanstack/vue-query';
import { http, type Page } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';

export interface TaskItem {
  id: string;
  title: string;
  applicant: PersonRef;
  process: string;
  requestId: string;
  step: string | null;
  /** of the request */
  requestStatus: string;
  since: string;
  due: string | null;
  priority: number | null;
}

const FIRST = 3;

/** Overdue and due first, then what is urgent, then what has waited longest. */
export function mostUrgent(tasks: TaskItem[]): TaskItem[] {
  return [...tasks]
    .sort(
      (a, b) =>
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (b.priority ?? 0) - (a.priority ?? 0) ||
        a.since.localeCompare(b.since),
    )
    .slice(0, FIRST);
}

export function useWaiting() {
  return useQuery({
    queryKey: ['tasks', 'workbench', 'todo'],
    queryFn: ({ signal }) => http.get<Page<TaskItem>>('/tasks', { view: 'todo', sort: 'due', limit: 50 }, signal),
    select: (page) => mostUrgent(page.items),
  });
}

export function useRunning() {
  return useQuery({
    queryKey: ['tasks', 'workbench', 'started'],
    queryFn: ({ signal }) => http.get<Page<TaskItem>>('/tasks', { view: 'started', limit: 20 }, signal),
    select: (page) => page.items.filter((item) => item.requestStatus === 'running').slice(0, 5),
  });
}
