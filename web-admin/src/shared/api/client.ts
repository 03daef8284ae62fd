import { language, t } from '@/shared/i18n';
import type { FieldMessage as FieldError, StoredFile } from './schema';
import type { Delete, Get, Send } from './typed';

export type { FieldError, StoredFile };

/** A refusal of the server (RFC 9457), or status 0 when it could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly errors: FieldError[] = [],
    readonly detail?: string,
    readonly retryAfter?: number,
    readonly body: Record<string, unknown> = {},
  ) {
    super(title);
    this.name = 'ApiProblem';
  }

  is(code: string): boolean {
    return this.type === `urn:problem:${code}`;
  }
}

/** One page of a list. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Query = Record<string, string | number | boolean | string[] | null | undefined>;

export interface CallOptions {
  query?: Query;
  signal?: AbortSignal;
  /** repeats of the same action carry the same key */
  idempotencyKey?: string;
}

let sessionEnded: () => void = () => {};

/** Called when the server no longer knows who is calling. */
export function onSessionEnded(callback: () => void): void {
  sessionEnded = callback;
}

export function address(path: string, query?: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

function problemOf(status: number, body: unknown, retryAfter?: string | null): ApiProblem {
  const known = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const fallback =
    status === 0 || status >= 502
      ? t('api.unreachable')
      : status === 413
        ? t('api.tooLarge')
        : t('api.failed', { status });
  return new ApiProblem(
    status,
    text(known.type) ?? 'about:blank',
    text(known.title) ?? fallback,
    Array.isArray(known.errors) ? (known.errors as FieldError[]) : [],
    text(known.detail),
    retryAfter ? Number(retryAfter) || undefined : undefined,
    known,
  );
}

async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language.value };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw problemOf(0, undefined);
  }
  const text = await response.text();
  let parsed: unknown;
  try {
    parsed = text ? JSON.parse(text) : undefined;
  } catch {
    parsed = undefined;
  }
  if (!response.ok) {
    if (response.status === 401 && path !== '/login' && path !== '/me') sessionEnded();
    throw problemOf(response.status, parsed, response.headers.get('Retry-After'));
  }
  return parsed as T;
}

/**
 * The calls of the server. Address and method say what is sent and what comes back (`schema.ts`); whoever knows more
 * than the server says, or builds the address elsewhere, names the type of the answer.
 */
export const http = {
  get: (<T>(path: string, query?: Query, signal?: AbortSignal) =>
    call<T>('GET', path, undefined, { query, signal })) as Get,
  post: (<T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>('POST', path, body ?? {}, options)) as Send<'POST'>,
  put: (<T>(path: string, body?: unknown, options?: CallOptions) => call<T>('PUT', path, body, options)) as Send<'PUT'>,
  delete: (<T>(path: string, options?: CallOptions) => call<T>('DELETE', path, undefined, options)) as Delete,
};

/** The sentence to show for anything that was thrown. */
export function sentence(error: unknown): string {
  return error instanceof ApiProblem ? error.title : t('api.unexpected');
}

/** Uploads one file and tells how far it is (0 to 1). */
export function upload(file: File, progress?: (part: number) => void, signal?: AbortSignal): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', language.value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(problemOf(0, undefined));
    request.onload = () => {
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      if (request.status >= 200 && request.status < 300) resolve(body as StoredFile);
      else {
        if (request.status === 401) sessionEnded();
        reject(problemOf(request.status, body));
      }
    };
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** A key for one action of one person; repeats of the action reuse it. */
export function newKey(): string {
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
