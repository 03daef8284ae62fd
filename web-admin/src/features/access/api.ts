import { useQuery } from '@tanstack/vue-query';
import { http, newKey } from '@/shared/api/client';
import type { AccessContactBody, AccessSetupBody } from '@/shared/api/schema';

export type { AccessSessionItem as SessionItem, AccessTokenItem as TokenItem } from '@/shared/api/schema';

export function useSetupState() {
  return useQuery({ queryKey: ['setup'], queryFn: () => http.get('/setup'), staleTime: 0, retry: false });
}

export const setUp = (body: AccessSetupBody) => http.post('/setup', body);

export const changePassword = (old: string, next: string) => http.post('/me/password', { old, new: next });

export const changeContact = (body: AccessContactBody) => http.put('/me', body);

/** A new portrait is checked by HR before colleagues see it. */
export const changePortrait = (file: string) =>
  http.post('/requests', { process: 'portrait-check', answers: { picture: [file] } }, { idempotencyKey: newKey() });
export const removePortrait = () => http.put('/me/portrait', { file: null });

export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: () => http.get('/sessions'),
    select: (page) => page.items,
  });
}

export const endSession = (id: string) => http.delete(`/sessions/${id}`);

export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: () => http.get('/tokens'),
    select: (page) => page.items,
  });
}

export const createToken = (name: string) => http.post('/tokens', { name });

export const revokeToken = (id: string) => http.delete(`/tokens/${id}`);
