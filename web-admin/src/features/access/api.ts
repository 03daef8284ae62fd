import { useQuery } from '@tanstack/vue-query';
import { http, newKey, type Page } from '@/shared/api/client';

export interface SetupState {
  needed: boolean;
  demo: boolean;
}

export function useSetupState() {
  return useQuery({ queryKey: ['setup'], queryFn: () => http.get<SetupState>('/setup'), staleTime: 0, retry: false });
}

export interface Setup {
  code: string;
  company: string;
  name: string;
  account: string;
  password: string;
}

export const setUp = (body: Setup) => http.post<void>('/setup', body);

export const changePassword = (old: string, next: string) => http.post<void>('/me/password', { old, new: next });

export interface ContactData {
  email: string | null;
  phone: string | null;
  locale: string | null;
}

export const changeContact = (body: ContactData) => http.put<unknown>('/me', body);

/** A new portrait is checked by HR before colleagues see it. */
export const changePortrait = (file: string) =>
  http.post<unknown>(
    '/requests',
    { process: 'portrait-check', answers: { picture: [file] } },
    { idempotencyKey: newKey() },
  );
export const removePortrait = () => http.put<unknown>('/me/portrait', { file: null });

export interface SessionItem {
  id: string;
  agent: string | null;
  address: string | null;
  createdAt: string;
  seenAt: string;
  current: boolean;
}

export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: () => http.get<Page<SessionItem>>('/sessions'),
    select: (page) => page.items,
  });
}

export const endSession = (id: string) => http.delete<void>(`/sessions/${id}`);

export interface TokenItem {
  id: string;
  name: string;
  createdAt: string;
  seenAt: string | null;
}

export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: () => http.get<Page<TokenItem>>('/tokens'),
    select: (page) => page.items,
  });
}

export const createToken = (name: string) => http.post<{ id: string; token: string }>('/tokens', { name });

export const revokeToken = (id: string) => http.delete<void>(`/tokens/${id}`);
