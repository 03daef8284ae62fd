import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { address, ApiProblem, http, type Page } from '@/shared/api/client';
import { language } from '@/shared/i18n';

export type Kind = 'bpmn' | 'dmn' | 'form';

export interface Who {
  id: string;
  name: string;
}
export interface ModelItem {
  id: string;
  name: string;
  kind: Kind;
  key: string | null;
  revision: number;
  changedAt: string;
  changedBy: Who;
  published: number | null;
  changedSince: boolean;
}
export interface OpenModel extends ModelItem {
  editors: Who[];
}
export interface RunningProcess {
  key: string;
  name: string;
  category: string | null;
  version: number;
  model: string | null;
}
export interface Template {
  key: string;
  name: string;
  description: string | null;
  category: string | null;
  icon: string | null;
}
export type Severity = 'error' | 'warning' | 'info';
export interface Finding {
  severity: Severity;
  rule: string;
  /** which of the files that are published together */
  file?: string;
  element: string | null;
  line: number | null;
  message: string;
}
export interface Report {
  publishable: boolean;
  findings: Finding[];
}
export interface Version {
  version: number;
  at: string;
  by: Who | null;
  note: string | null;
  /** why it was published despite warnings */
  reason: string | null;
  current: boolean;
}
export interface Published {
  process: string;
  version: number;
}
export interface Parameter {
  name: string;
  label?: string | null;
  type?: string | null;
  required?: boolean;
}
export interface Named {
  name: string;
  label: string;
}
export interface StepWord extends Named {
  inputs: Parameter[];
  outputs: Parameter[];
  effect?: string | null;
}
export interface Keyed {
  key: string;
  name: string;
}
export interface FormWord extends Keyed {
  fields: { key: string; label?: string | null }[];
}
/** What the properties panel offers. */
export interface Vocabulary {
  steps: StepWord[];
  rules: (Named & { parameters: Parameter[] })[];
  modes: Named[];
  actions: Named[];
  events: Named[];
  forms: FormWord[];
  decisions: Keyed[];
  roles: Keyed[];
}

export const NO_VOCABULARY: Vocabulary = {
  steps: [],
  rules: [],
  modes: [],
  actions: [],
  events: [],
  forms: [],
  decisions: [],
  roles: [],
};

const model = (id: string): string => `/studio/models/${encodeURIComponent(id)}`;

/** Stored sources are read as they are: bytes, not what a reader of JSON would make of them. */
async function text(path: string): Promise<string> {
  const response = await fetch(address(path), {
    headers: { Accept: '*/*', 'Accept-Language': language.value },
    credentials: 'same-origin',
  });
  if (response.ok) return response.text();
  const body = (await response.json().catch(() => ({}))) as { type?: string; title?: string };
  throw new ApiProblem(response.status, body.type ?? 'about:blank', body.title ?? response.statusText);
}

export const sourceOf = (id: string) => text(`${model(id)}/source`);
export const versionSource = (id: string, version: number) => text(`${model(id)}/versions/${version}/source`);
export const modelOf = (id: string) => http.get<OpenModel>(model(id));
export const create = (name: string, kind: Kind, source: string) =>
  http.post<{ id: string }>('/studio/models', { name, kind, source });
export const save = (id: string, source: string, revision: number) =>
  http.put<{ revision: number }>(`${model(id)}/source`, { source, revision });
export const rename = (id: string, name: string) => http.put<unknown>(`${model(id)}/name`, { name });
export const beat = (id: string) => http.post<{ editors: Who[] }>(`${model(id)}/open`);
export const validate = (id: string) => http.post<Report>(`${model(id)}/validate`);
export const publish = (id: string, note: string, reason: string | null) =>
  http.post<Published>(`${model(id)}/publish`, { note, reason });
export const restore = (id: string, version: number, revision: number) =>
  http.post<{ revision: number }>(`${model(id)}/restore`, { version, revision });
export const edit = (process: string) =>
  http.post<{ id: string }>(`/studio/processes/${encodeURIComponent(process)}/model`);
export const fromTemplate = (template: string, name: string) =>
  http.post<{ id: string }>(`/studio/templates/${encodeURIComponent(template)}`, { name, key: null });

export const useModels = (kind: MaybeRefOrGetter<string>, q: MaybeRefOrGetter<string>) =>
  useInfiniteQuery({
    queryKey: ['studio', 'models', kind, q],
    queryFn: ({ pageParam, signal }) =>
      http.get<Page<ModelItem>>('/studio/models', { kind: toValue(kind), q: toValue(q), cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });

export const useRunning = () =>
  useQuery({
    queryKey: ['studio', 'processes', language],
    queryFn: ({ signal }) => http.get<{ items: RunningProcess[] }>('/studio/processes', undefined, signal),
    select: (page) => page.items,
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ['studio', 'templates', language],
    queryFn: ({ signal }) => http.get<{ items: Template[] }>('/studio/templates', undefined, signal),
    select: (page) => page.items,
  });

export const useVersions = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['studio', 'versions', id, language],
    queryFn: ({ signal }) => http.get<{ items: Version[] }>(`${model(toValue(id))}/versions`, undefined, signal),
    select: (page) => page.items,
  });

export const useVocabulary = () =>
  useQuery({
    queryKey: ['studio', 'vocabulary', language],
    queryFn: ({ signal }) => http.get<Vocabulary>('/studio/vocabulary', undefined, signal),
    select: (words): Vocabulary => ({ ...NO_VOCABULARY, ...words }),
  });

export function useRemove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete<unknown>(model(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['studio'] }),
  });
}
