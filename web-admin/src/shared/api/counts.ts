import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';

export interface TaskCounts {
  todo: number;
  waiting: number;
  copied: number;
  started: number;
}

export function useTaskCounts() {
  const query = useQuery({ queryKey: ['tasks', 'counts'], queryFn: () => http.get<TaskCounts>('/tasks/counts') });
  return { ...query, todo: computed(() => query.data.value?.todo ?? 0) };
}

export function useUnread() {
  const query = useQuery({
    queryKey: ['notifications', 'count'],
    queryFn: () => http.get<{ unread: number }>('/notifications/count'),
  });
  return { ...query, unread: computed(() => query.data.value?.unread ?? 0) };
}
