import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import { http } from '@/shared/api/client';

export type { ProcessCounts as TaskCounts } from '@/shared/api/schema';

export function useTaskCounts() {
  const query = useQuery({ queryKey: ['tasks', 'counts'], queryFn: () => http.get('/tasks/counts') });
  return { ...query, todo: computed(() => query.data.value?.todo ?? 0) };
}

export function useUnread() {
  const query = useQuery({
    queryKey: ['notifications', 'count'],
    queryFn: () => http.get('/notifications/count'),
  });
  return { ...query, unread: computed(() => query.data.value?.unread ?? 0) };
}
