import { useQuery } from '@tanstack/vue-query';
import { http, upload } from '@/shared/api/client';

export const signatureKey = ['signature'] as const;

export function useKeptSignature() {
  return useQuery({
    queryKey: signatureKey,
    queryFn: ({ signal }) => http.get('/signature', undefined, signal),
  });
}

export const keepSignature = (file: string, password: string) => http.put('/signature', { file, password });

export const forgetSignature = () => http.delete('/signature');

/** A copy for one decision; without the password only while the session is open for it. */
export const copySignature = async (password: string): Promise<string> =>
  (await http.post('/signature/copies', password === '' ? {} : { password })).file;

export const storeSignature = async (drawn: File): Promise<string> => (await upload(drawn)).id;
