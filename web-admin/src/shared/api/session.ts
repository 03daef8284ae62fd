import { computed, ref } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import { ApiProblem, http } from '@/shared/api/client';
import { stopListening } from '@/shared/api/live';
import { queryClient } from '@/shared/api/query';
import type { AccessLoggedIn as SignedIn, AccessMe as Me } from '@/shared/api/schema';

export type { Me };

const KEY = ['me'];

/** The session ended while a page was open: a dialog asks to sign in again. */
export const expired = ref(false);

export function useMe() {
  const query = useQuery({ queryKey: KEY, queryFn: () => http.get('/me'), staleTime: 5 * 60_000, enabled: false });
  return { ...query, me: computed(() => query.data.value) };
}

/** Who is signed in, null when nobody is. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return await queryClient.ensureQueryData({ queryKey: KEY, queryFn: () => http.get('/me') });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function knownMe(): Me | undefined {
  return queryClient.getQueryData<Me>(KEY);
}

export async function refreshMe(): Promise<Me | undefined> {
  await queryClient.fetchQuery({ queryKey: KEY, queryFn: () => http.get('/me'), staleTime: 0 });
  return knownMe();
}

/** Whether the person has the permission, or is able to do what is called so without one. */
export function may(permission: string | undefined): boolean {
  const me = knownMe();
  return !permission || (!!me && (me.permissions.includes(permission) || me.abilities.includes(permission)));
}

export async function signIn(account: string, password: string): Promise<SignedIn> {
  const before = knownMe()?.id;
  const answer = await http.post('/login', { account, password });
  if (before && before !== answer.user.id) queryClient.clear();
  expired.value = false;
  return answer;
}

export async function signOut(): Promise<void> {
  await http.post('/logout');
  stopListening();
  queryClient.clear();
}
