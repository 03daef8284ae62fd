import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http, sentence } from '@/shared/api/client';
import { toast } from '@/shared/ui/announcer';

export type { NotifyNoticeView as NotificationItem } from '@/shared/api/schema';

const LIST = ['notifications', 'list'];

export function useNotifications() {
  const query = useInfiniteQuery({
    queryKey: LIST,
    queryFn: ({ pageParam, signal }) =>
      http.get('/notifications', { cursor: pageParam, limit: 30 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const items = computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []);
  return { ...query, items };
}

export function useReading() {
  const client = useQueryClient();
  const settle = (answer: { unread: number } | undefined) => {
    if (answer) client.setQueryData(['notifications', 'count'], { unread: answer.unread });
    void client.invalidateQueries({ queryKey: ['notifications'] });
  };
  const one = useMutation({
    mutationFn: (id: string) => http.post(`/notifications/${id}/read`),
    onSuccess: settle,
  });
  const all = useMutation({
    mutationFn: () => http.post('/notifications/read-all'),
    onSuccess: settle,
    onError: (error) => toast.failed(sentence(error)),
  });
  return { one, all };
}
