import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http } from '@/shared/api/client';
import type { MeetingGuest, MeetingRoomBody } from '@/shared/api/schema';
import { language } from '@/shared/i18n';
import type { Answers } from '@/shared/form/schema';

export type {
  Meeting,
  MeetingGuest as Guest,
  MeetingItem,
  MeetingRoom as Room,
  MeetingRoomItem as RoomDay,
  MeetingSpan as BusySpan,
  MeetingTask as FollowUp,
} from '@/shared/api/schema';

export type GuestAnswer = MeetingGuest['answer'];

export const EQUIPMENT = ['screen', 'projector', 'video', 'phone', 'whiteboard'] as const;

export const useRooms = (date: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['meetings', 'rooms', date, language],
    queryFn: ({ signal }) => http.get('/rooms', { date: toValue(date) }, signal),
    enabled: computed(() => toValue(date) !== ''),
    select: (page) => page.items,
    placeholderData: (before) => before,
  });

export const useAllRooms = () =>
  useQuery({
    queryKey: ['meetings', 'all-rooms'],
    queryFn: ({ signal }) => http.get('/rooms/all', undefined, signal),
    select: (page) => page.items,
  });

export const saveRoom = (id: string | null, room: MeetingRoomBody) =>
  id === null ? http.post('/rooms', room) : http.put(`/rooms/${id}`, room);

export const useBusy = (
  people: MaybeRefOrGetter<string[]>,
  date: MaybeRefOrGetter<string>,
  except: MaybeRefOrGetter<string>,
) =>
  useQuery({
    queryKey: ['meetings', 'busy', people, date, except],
    queryFn: ({ signal }) =>
      http.get(
        '/meetings/busy',
        { people: toValue(people), from: toValue(date), to: toValue(date), except: toValue(except) },
        signal,
      ),
    enabled: computed(() => toValue(people).length > 0 && toValue(date) !== ''),
    select: (page) => page.items,
    placeholderData: (before) => before,
  });

export function useMeetings(view: MaybeRefOrGetter<'upcoming' | 'past'>) {
  const list = useInfiniteQuery({
    queryKey: ['meetings', 'mine', view, language],
    queryFn: ({ pageParam, signal }) =>
      http.get('/meetings', { view: toValue(view), cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useMeeting = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['meetings', 'one', id, language],
    queryFn: ({ signal }) => http.get(`/meetings/${toValue(id)}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

export const book = (body: { answers: Answers; weeks: number; skip: boolean }, idempotencyKey: string) =>
  http.post('/meetings', body, { idempotencyKey });

export const change = (id: string, answers: Answers) => http.put(`/meetings/${id}`, { answers });

export const cancel = (id: string, reason: string, following: boolean) =>
  http.post(`/meetings/${id}/cancel`, { reason, following });

export const answer = (id: string, said: 'accepted' | 'declined', remark: string) =>
  http.put(`/meetings/${id}/answer`, { answer: said, remark });
