import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export type { RecordCheckView as Check, RecordEntryLine as EntryLine } from '@/shared/api/schema';

const EVERY = 1_000;

/** While a check is under way the page asks again how far it is. */
export const useRecord = () =>
  useQuery({
    queryKey: ['record', 'standing', language],
    queryFn: ({ signal }) => http.get('/admin/record', undefined, signal),
    refetchInterval: (query) => (query.state.data?.latest?.state === 'running' ? EVERY : false),
  });

export function useStartCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post('/admin/record/checks'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record'] }),
  });
}

/** The record of one request, by its id or its number. */
export const useEntries = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['record', 'entries', id, language],
    queryFn: ({ signal }) => http.get(`/admin/record/requests/${encodeURIComponent(toValue(id))}`, undefined, signal),
    retry: false,
  });

export function useErase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { request: string; entry: string; comment: string; key: string }) =>
      http.post(
        `/admin/record/requests/${asked.request}/entries/${asked.entry}/erase`,
        { comment: asked.comment },
        { idempotencyKey: asked.key },
      ),
    onSuccess: () => {
      for (const topic of ['record', 'requests']) void client.invalidateQueries({ queryKey: [topic] });
    },
  });
}

/** Who took which requests out of the product. */
export const useExports = () =>
  useQuery({
    queryKey: ['record', 'exports', language],
    queryFn: ({ signal }) => http.get('/admin/record/exports', undefined, signal),
    select: (page) => page.items,
  });

/** Processes, and for how long the course of their ended requests is kept. */
export const useRetention = () =>
  useQuery({
    queryKey: ['record', 'retention', language],
    queryFn: async ({ signal }) => {
      const [processes, rules] = await Promise.all([
        http.get('/admin/requests/processes', undefined, signal),
        http.get('/admin/record/retention', undefined, signal),
      ]);
      const months = new Map(rules.items.map((rule) => [rule.process, rule]));
      return processes.items.map((process) => ({ ...process, rule: months.get(process.key) ?? null }));
    },
  });

export function useSetRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ process, months }: { process: string; months: number | null }) =>
      http.put(`/admin/record/retention/${process}`, { months }),
    onSettled: () => client.invalidateQueries({ queryKey: ['record', 'retention'] }),
  });
}

/** What anybody may know of a print. */
export const useVerified = (code: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['verify', code, language],
    queryFn: ({ signal }) => http.get(`/verify/${encodeURIComponent(toValue(code))}`, undefined, signal),
  });
