import { useQuery } from '@tanstack/vue-query';
import { http, upload } from '@/shared/api/client';

export interface KeptSignature {
  /** null when none is kept */
  file: string | null;
  keptAt: string | null;
  /** this session may use it without the password */
  open: boolean;
}

export const signatureKey = ['signature'] as const;

export function useKeptSignature() {
  return useQuery({
    queryKey: signatureKey,
    queryFn: ({ signal }) => http.get<KeptSignature>('/signature', undefined, signal),
  });
}

export const keepSignature = (file: string, password: string) =>
  http.put<KeptSignature>('/signature', { file, password });

export const forgetSignature = () => http.delete<void>('/signature');

/** A copy for one decision; without the password only while the session is open for it. */
export const copySignature = async (password: string): Promise<string> =>
  (await http.post<{ file: string }>('/signature/copies', password === '' ? {} : { password })).file;

export const storeSignature = async (drawn: File): Promise<string> => (await upload(drawn)).id;
