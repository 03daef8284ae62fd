import { http, type StoredFile } from '@/shared/api/client';

/** What the form asks the server for while somebody fills it in. */
export interface FoundPerson {
  id: string;
  name: string;
  number?: string | null;
  position?: string | null;
  portrait?: string | null;
  department?: { id: string; name: string } | null;
}

export interface FoundDepartment {
  id: string;
  parentId: string | null;
  name: string;
}

export type FileInfo = StoredFile;

interface Items<T> {
  items: T[];
}

export const fetchOptions = async (source: string): Promise<{ value: string; label: string }[]> =>
  (await http.get<Items<{ value: string; label: string }>>(`/options/${encodeURIComponent(source)}`)).items;

export const findPeople = async (q: string): Promise<FoundPerson[]> =>
  (await http.get<Items<FoundPerson>>('/people', { q, limit: 20 })).items;

interface PersonCard extends FoundPerson {
  departments?: { id: string; name: string; main?: boolean }[];
}

export async function fetchPerson(id: string): Promise<FoundPerson> {
  const card = await http.get<PersonCard>(`/people/${encodeURIComponent(id)}`);
  const main = card.departments?.find((one) => one.main) ?? card.departments?.[0];
  return { ...card, department: card.department ?? main ?? null };
}

export const fetchDepartments = async (): Promise<FoundDepartment[]> =>
  (await http.get<Items<FoundDepartment>>('/departments')).items;

export const fetchFileInfo = (id: string): Promise<FileInfo> =>
  http.get<FileInfo>(`/files/${encodeURIComponent(id)}/info`);

export const fileAddress = (id: string, inline = false): string =>
  `/api/files/${encodeURIComponent(id)}${inline ? '?inline=true' : ''}`;
