import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/vue-query';
import { computed } from 'vue';
import { http, sentence, type Page } from '@/shared/api/client';
import { toast } from '@/shared/ui/announcer';

export interface NotificationItem {
  id: string;
  at: string;
  kind: string;
  title: string;
  link: string | null;
  read: boolean;
}

const LIST = ['notifications', 'list'];

export function useNotifications() {
  const query = useInfiniteQuery({
    queryKey: LIST,
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<NotificationItem>>('/notifications', { cursor: pageParam, limit: 30 }, signal),
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
    mutationFn: (id: string) => http.post<{ unread: number }>(`/notifications/${id}/read`),
    onSuccess: settle,
  });
  const all = useMutation({
    mutationFn: () => http.post<{ unread: number }>('/notifications/read-all'),
    onSuccess: settle,
    onError: (error) => toast.failed(sentence(error)),
  });
  return { one, all };
}
