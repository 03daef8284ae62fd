import { http, type Page } from '@/shared/api/client';

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

export interface Role {
  key: string;
  name: string;
  permissions: string[];
  members: { id: string; name: string }[];
}

export const roleList = () => http.get<Page<Role>>('/roles');

export const rolesOf = (id: string) => http.get<{ roles: string[] }>(`/people/${id}/roles`);

export const setRoles = (id: string, roles: string[]) =>
  http.put<{ roles: string[] }>(`/people/${id}/roles`, { roles });
