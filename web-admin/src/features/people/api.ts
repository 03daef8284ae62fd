import { http } from '@/shared/api/client';

export interface NewPerson {
  account: string;
  number: string;
  name: string;
  email: string | null;
  phone: string | null;
  department: string | null;
  position: string | null;
}

export const employ = (person: NewPerson) => http.post<{ id: string; password: string }>('/people', person);

export const resetPassword = (id: string) => http.post<{ password: string }>(`/people/${id}/reset-password`);
