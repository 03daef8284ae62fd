import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { toValue, type MaybeRefOrGetter } from 'vue';
import { address, ApiProblem, http, type Page } from '@/shared/api/client';
import type {
  ProcessModelFinding,
  StudioDesigner,
  StudioDesignItem,
  StudioDesignView,
  StudioPublished,
  StudioReport,
  StudioRunningItem,
  StudioTemplateItem,
  StudioVersionItem,
  StudioVocabulary,
} from '@/shared/api/schema';
import { language } from '@/shared/i18n';

export type Kind = 'bpmn' | 'dmn' | 'form';

export type Severity = 'error' | 'warning' | 'info';
export type {
  StudioDesigner as Who,
  StudioPublished as Published,
  StudioRunningItem as RunningProcess,
  StudioTemplateItem as Template,
  StudioVersionItem as Version,
  StudioVocabulary as Vocabulary,
};
export type ModelItem = StudioDesignItem & { kind: Kind };
export type OpenModel = StudioDesignView & { kind: Kind };
export type Finding = ProcessModelFinding & { severity: Severity };
export type Report = Omit<StudioReport, 'findings'> & { findings: Finding[] };

export const NO_VOCABULARY: StudioVocabulary = {
  steps: [],
  rules: [],
  modes: [],
  actions: [],
  events: [],
  forms: [],
  decisions: [],
  roles: [],
};

const model = (id: string): `/studio/models/${string}` => `/studio/models/${encodeURIComponent(id)}`;

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
export const create = (name: string, kind: Kind, source: string) => http.post('/studio/models', { name, kind, source });
export const save = (id: string, source: string, revision: number) =>
  http.put(`${model(id)}/source`, { source, revision });
export const rename = (id: string, name: string) => http.put(`${model(id)}/name`, { name });
export const beat = (id: string) => http.post(`${model(id)}/open`);
export const validate = (id: string) => http.post<Report>(`${model(id)}/validate`);
export const publish = (id: string, note: string, reason: string | null) =>
  http.post(`${model(id)}/publish`, { note, reason });
export const restore = (id: string, version: number, revision: number) =>
  http.post(`${model(id)}/restore`, { version, revision });
export const edit = (process: string) => http.post(`/studio/processes/${encodeURIComponent(process)}/model`);
export const fromTemplate = (template: string, name: string) =>
  http.post(`/studio/templates/${encodeURIComponent(template)}`, { name, key: null });

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
    queryFn: ({ signal }) => http.get('/studio/processes', undefined, signal),
    select: (page) => page.items,
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ['studio', 'templates', language],
    queryFn: ({ signal }) => http.get('/studio/templates', undefined, signal),
    select: (page) => page.items,
  });

export const useVersions = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: ['studio', 'versions', id, language],
    queryFn: ({ signal }) => http.get(`${model(toValue(id))}/versions`, undefined, signal),
    select: (page) => page.items,
  });

export const useVocabulary = () =>
  useQuery({
    queryKey: ['studio', 'vocabulary', language],
    queryFn: ({ signal }) => http.get('/studio/vocabulary', undefined, signal),
    select: (words): StudioVocabulary => ({ ...NO_VOCABULARY, ...words }),
  });

export function useRemove() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(model(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['studio'] }),
  });
}
