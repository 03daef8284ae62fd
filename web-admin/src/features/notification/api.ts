import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, shallowRef, toValue, type MaybeRefOrGetter } from 'vue';
import { http, sentence } from '@/shared/api/client';
import { toast } from '@/shared/ui/announcer';
import { bodyOf, type Settings } from './settings';

export type { NotifyNoticeView as NotificationItem } from '@/shared/api/schema';

export interface Filter {
  unread: boolean;
  group: string;
}

export function useNotifications(filter: MaybeRefOrGetter<Filter>) {
  const query = useInfiniteQuery({
    queryKey: ['notifications', 'list', computed(() => toValue(filter))],
    queryFn: ({ pageParam, signal }) =>
      http.get(
        '/notifications',
        { ...toValue(filter), unread: toValue(filter).unread || undefined, cursor: pageParam, limit: 30 },
        signal,
      ),
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
    mutationFn: (group: string) => http.post('/notifications/read-all', undefined, { query: { group } }),
    onSuccess: settle,
    onError: (error) => toast.failed(sentence(error)),
  });
  return { one, all };
}

const SETTINGS = ['notifications', 'settings'];

export function useSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => http.get('/notifications/settings') });
}

/** Saves every change at once, one after the other, and remembers how it was before the last one. */
export function useSaving() {
  const client = useQueryClient();
  const before = shallowRef<Settings>();
  const { mutate, status } = useMutation({
    mutationKey: SETTINGS,
    scope: { id: SETTINGS.join() },
    mutationFn: (next: Settings) => http.put('/notifications/settings', bodyOf(next)),
    onMutate: async (next) => {
      await client.cancelQueries({ queryKey: SETTINGS });
      client.setQueryData(SETTINGS, next);
    },
    onSuccess: (answer) => {
      // A later change that is on its way knows better.
      if (client.isMutating({ mutationKey: SETTINGS }) === 1) client.setQueryData(SETTINGS, answer);
    },
    onError: (error) => {
      before.value = undefined;
      toast.failed(sentence(error));
      void client.invalidateQueries({ queryKey: SETTINGS });
    },
  });

  function save(next: Settings): void {
    before.value = client.getQueryData<Settings>(SETTINGS);
    mutate(next);
  }

  function undo(): void {
    const was = before.value;
    before.value = undefined;
    if (was) mutate(was);
  }

  return { save, undo, status, undoable: computed(() => before.value !== undefined) };
}
