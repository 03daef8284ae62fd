import { describe, expectTypeOf, it } from 'vitest';
import { http } from '@/shared/api/client';
import type { Meeting, MeetingPersonDayPage, OnboardingDetail } from './schema';

/** Nothing is called: the compiler reads them. */
const calls = {
  one: (id: string) => http.get(`/meetings/${id}`),
  busy: () => http.get('/meetings/busy', { people: ['a'], from: '2026-12-07', to: '2026-12-07' }),
  perhaps: () => http.get('/onboardings/mine'),
  done: (id: string) => http.delete(`/tokens/${id}`),
  stated: (path: string) => http.get<{ own: string }>(path),
  // @ts-expect-error no such call
  wrong: () => http.get('/meeting'),
  // @ts-expect-error nor with this method
  method: (id: string) => http.delete(`/meetings/${id}`),
  // @ts-expect-error the days are missing
  query: () => http.get('/meetings/busy', { people: ['a'] }),
  // @ts-expect-error a number is asked for
  body: (id: string) => http.post(`/requests/${id}/withdraw`, { revision: 'first' }),
};

describe('the types of the client', () => {
  it('find a call by its method and address', () => {
    expectTypeOf(calls.one).returns.resolves.toEqualTypeOf<Meeting>();
    expectTypeOf(calls.busy).returns.resolves.toEqualTypeOf<MeetingPersonDayPage>();
    expectTypeOf(calls.perhaps).returns.resolves.toEqualTypeOf<OnboardingDetail | undefined>();
    expectTypeOf(calls.done).returns.resolves.toEqualTypeOf<void>();
    expectTypeOf(calls.stated).returns.resolves.toEqualTypeOf<{ own: string }>();
  });
});
