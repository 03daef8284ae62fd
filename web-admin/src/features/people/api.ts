import { http } from '@/shared/api/client';
import type { AccessNewPersonBody } from '@/shared/api/schema';

export type { AccessRoleItem as Role } from '@/shared/api/schema';

export const employ = (person: AccessNewPersonBody) => http.post('/people', person);

export const resetPassword = (id: string) => http.post(`/people/${id}/reset-password`);

export const roleList = () => http.get('/roles');

export const rolesOf = (id: string) => http.get(`/people/${id}/roles`);

export const setRoles = (id: string, roles: string[]) => http.put(`/people/${id}/roles`, { roles });
