import { http, type StoredFile } from '@/shared/api/client';
import type { OrgDepartmentItem } from '@/shared/api/schema';

/** What the form asks the server for while somebody fills it in; chosen people are known by less than found ones. */
export interface FoundPerson {
  id: string;
  name: string;
  number?: string | null;
  position?: string | null;
  portrait?: string | null;
  department?: { id: string; name: string } | null;
}

export type FoundDepartment = Pick<OrgDepartmentItem, 'id' | 'parentId' | 'name'>;

export type FileInfo = StoredFile;

export const fetchOptions = async (source: string): Promise<{ value: string; label: string }[]> =>
  (await http.get(`/options/${encodeURIComponent(source)}`)).items;

export const findPeople = async (q: string): Promise<FoundPerson[]> =>
  (await http.get('/people', { q, limit: 20 })).items;

export async function fetchPerson(id: string): Promise<FoundPerson> {
  const card = await http.get(`/people/${encodeURIComponent(id)}`);
  const main = card.departments.find((one) => one.main) ?? card.departments[0];
  return { ...card, department: main ?? null };
}

export const fetchDepartments = async (): Promise<FoundDepartment[]> => (await http.get('/departments')).items;

export const fetchFileInfo = (id: string): Promise<FileInfo> => http.get(`/files/${encodeURIComponent(id)}/info`);

export const fileAddress = (id: string, inline = false): string =>
  `/api/files/${encodeURIComponent(id)}${inline ? '?inline=true' : ''}`;
