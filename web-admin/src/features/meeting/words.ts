import { t } from '@/shared/i18n';
import type { FollowUp, Guest, GuestAnswer, Meeting } from './api';

/** 3 人参加，1 人不参加，2 人未答复 */
export function answersOf(guests: Guest[]): string {
  const count = (answer: GuestAnswer) => guests.filter((guest) => guest.answer === answer).length;
  return (['accepted', 'declined', 'open'] as const)
    .map((answer) => ({ answer, n: count(answer) }))
    .filter(({ answer, n }) => n > 0 || answer === 'accepted')
    .map(({ answer, n }) => t(`meeting.count.${answer}`, { n }, n))
    .join(t('meeting.comma'));
}

/** How each state looks, in the words of `shared/ui/status`. */
export const LOOK: Record<string, string> = {
  booked: 'running',
  running: 'waiting',
  held: 'completed',
  cancelled: 'cancelled',
  accepted: 'approved',
  declined: 'rejected',
  open: 'waiting',
};

/** Online places that are addresses can be opened; nothing but the web's own is. */
export const address = (online: string | null): string | null =>
  online !== null && /^https?:\/\/\S+$/i.test(online.trim()) ? online.trim() : null;

/** A follow-up as first answers of a task, as its page can be opened with them. */
export function asTask(one: FollowUp, meeting: Meeting, fields: Set<string>): Record<string, string> {
  const told: [string, string | undefined][] = [
    ['name', one.what],
    ['goal', t('meeting.fromMeeting', { topic: meeting.topic, what: one.what })],
    ['owner', one.who?.id],
    ['end', one.due ?? undefined],
  ];
  return Object.fromEntries(told.filter((pair): pair is [string, string] => !!pair[1] && fields.has(pair[0])));
}
