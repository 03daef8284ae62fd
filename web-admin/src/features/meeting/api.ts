import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { http, type Page, type StoredFile } from '@/shared/api/client';
import type { PersonRef } from '@/shared/api/people';
import { language } from '@/shared/i18n';
import type { Answers } from '@/shared/form/schema';

export interface Booking {
  start: string;
  end: string;
  /** null where the topic is private */
  topic: string | null;
  organizer: PersonRef;
  /** id of the meeting where I take part in it */
  meeting: string | null;
}

export interface RoomDay {
  id: string;
  name: string;
  place: string;
  seats: number;
  equipment: string[];
  note: string | null;
  bookable: boolean;
  bookings: Booking[];
}

export interface Room {
  id: string;
  name: string;
  nameEn: string | null;
  place: string;
  seats: number;
  equipment: string[];
  note: string | null;
  bookable: boolean;
}

export interface BusySpan {
  start: string;
  end: string;
  kind: 'meeting' | 'away' | 'busy';
  topic: string | null;
  meeting: string | null;
}

export interface PersonDay {
  person: PersonRef;
  spans: BusySpan[];
}

export type MeetingState = 'booked' | 'running' | 'held' | 'cancelled';
export type GuestAnswer = 'open' | 'accepted' | 'declined';

export interface MeetingItem {
  id: string;
  number: string;
  topic: string;
  start: string;
  end: string;
  room: string | null;
  online: string | null;
  organizer: PersonRef;
  state: MeetingState;
  answer: GuestAnswer;
  series: boolean;
  minuted: boolean;
}

export interface Guest {
  person: PersonRef;
  department: string | null;
  answer: GuestAnswer;
  remark: string | null;
  answeredAt: string | null;
}

export interface FollowUp {
  id: string;
  what: string;
  who: PersonRef | null;
  due: string | null;
}

export interface Meeting {
  id: string;
  number: string;
  topic: string;
  purpose: string | null;
  start: string;
  end: string;
  room: { id: string; name: string; place: string; seats: number } | null;
  online: string | null;
  organizer: PersonRef;
  recorder: PersonRef;
  attendees: Guest[];
  agenda: { what: string; minutes: number | null; who: PersonRef | null }[];
  confidential: boolean;
  minutesWanted: boolean;
  state: MeetingState;
  minutes: string | null;
  minutesFiles: StoredFile[];
  minutesAt: string | null;
  followUps: FollowUp[];
  series: string[];
  deeds: ('change' | 'cancel' | 'answer')[];
}

export const EQUIPMENT = ['screen', 'projector', 'video', 'phone', 'whiteboard'] as const;

export const useRooms = (date: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['meetings', 'rooms', date, language],
    queryFn: ({ signal }) => http.get<Page<RoomDay>>('/rooms', { date: toValue(date) }, signal),
    enabled: computed(() => toValue(date) !== ''),
    select: (page) => page.items,
    placeholderData: (before) => before,
  });

export const useAllRooms = () =>
  useQuery({
    queryKey: ['meetings', 'all-rooms'],
    queryFn: ({ signal }) => http.get<Page<Room>>('/rooms/all', undefined, signal),
    select: (page) => page.items,
  });

export const saveRoom = (id: string | null, room: Omit<Room, 'id'>) =>
  id === null ? http.post<Room>('/rooms', room) : http.put<Room>(`/rooms/${id}`, room);

export const useBusy = (
  people: MaybeRefOrGetter<string[]>,
  date: MaybeRefOrGetter<string>,
  except: MaybeRefOrGetter<string>,
) =>
  useQuery({
    queryKey: ['meetings', 'busy', people, date, except],
    queryFn: ({ signal }) =>
      http.get<Page<PersonDay>>(
        '/meetings/busy',
        { people: toValue(people).join(','), from: toValue(date), to: toValue(date), except: toValue(except) },
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
      http.get<Page<MeetingItem>>('/meetings', { view: toValue(view), cursor: pageParam, limit: 20 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return { ...list, items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []) };
}

export const useMeeting = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['meetings', 'one', id, language],
    queryFn: ({ signal }) => http.get<Meeting>(`/meetings/${toValue(id)}`, undefined, signal),
    enabled: computed(() => toValue(id) !== ''),
    retry: false,
  });

export interface Made {
  id: string;
  meetings: string[];
  skipped: string[];
}

export const book = (body: { answers: Answers; weeks: number; skip: boolean }, idempotencyKey: string) =>
  http.post<Made>('/meetings', body, { idempotencyKey });

export const change = (id: string, answers: Answers) => http.put<Meeting>(`/meetings/${id}`, { answers });

export const cancel = (id: string, reason: string, following: boolean) =>
  http.post<Meeting>(`/meetings/${id}/cancel`, { reason, following });

export const answer = (id: string, said: 'accepted' | 'declined', remark: string) =>
  http.put<Meeting>(`/meetings/${id}/answer`, { answer: said, remark });
