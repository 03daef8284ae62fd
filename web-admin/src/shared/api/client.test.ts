import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { address, ApiProblem, http, onSessionEnded, sentence } from '@/shared/api/client';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

describe('the client', () => {
  const fetching = vi.fn<typeof fetch>();
  beforeEach(() => vi.stubGlobal('fetch', fetching));
  afterEach(() => {
    vi.unstubAllGlobals();
    fetching.mockReset();
  });

  it('asks in the language of the page and leaves empty filters away', async () => {
    fetching.mockResolvedValue(answer(200, { items: [], next: null }));
    await http.get('/people', { q: '王', department: undefined, limit: 20, cursor: '' });
    const [url, init] = fetching.mock.calls[0]!;
    expect(url).toBe(`/api/people?q=${encodeURIComponent('王')}&limit=20`);
    expect(new Headers(init!.headers).get('Accept-Language')).toBe('zh-CN');
  });

  it('sends the key of an action', async () => {
    fetching.mockResolvedValue(answer(200, {}));
    await http.post<unknown>('/tasks/1/approve', { comment: '' }, { idempotencyKey: 'k1' });
    expect(new Headers(fetching.mock.calls[0]![1]!.headers).get('Idempotency-Key')).toBe('k1');
  });

  it('gives nothing for an answer without a body', async () => {
    fetching.mockResolvedValue(answer(204, undefined));
    expect(await http.delete<void>('/tokens/1')).toBeUndefined();
  });

  it('hands on what the server says against a call', async () => {
    fetching.mockResolvedValue(
      answer(422, {
        type: 'urn:problem:leave:balance-exceeded',
        title: '年假余额 1 天，还差 1 天',
        errors: [{ field: 'end', code: 'leave:too-long', message: '太长' }],
      }),
    );
    const problem = await http.post<unknown>('/requests', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect((problem as ApiProblem).is('leave:balance-exceeded')).toBe(true);
    expect((problem as ApiProblem).errors[0]!.field).toBe('end');
    expect(sentence(problem)).toBe('年假余额 1 天，还差 1 天');
  });

  it('says in words that the server cannot be reached', async () => {
    fetching.mockRejectedValue(new TypeError('failed'));
    const problem = await http.get('/me').catch((error: unknown) => error);
    expect((problem as ApiProblem).status).toBe(0);
    expect(sentence(problem)).toContain('连不上服务器');
  });

  it('says something sensible when the answer is not JSON', async () => {
    fetching.mockResolvedValue(new Response('<html>Bad gateway</html>', { status: 502 }));
    const problem = await http.get('/tasks').catch((error: unknown) => error);
    expect(sentence(problem)).toContain('连不上服务器');
  });

  it('reports an ended session once the server no longer knows the caller, but not for a wrong password', async () => {
    const ended = vi.fn();
    onSessionEnded(ended);
    fetching.mockImplementation(() => Promise.resolve(answer(401, {})));
    await http.post('/login', {}).catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    await http.get('/tasks').catch(() => undefined);
    expect(ended).toHaveBeenCalledOnce();
    onSessionEnded(() => {});
  });

  it('knows how long to wait after too many guesses', async () => {
    fetching.mockResolvedValue(answer(429, { title: '请稍后' }, { 'Retry-After': '30' }));
    const problem = await http.post('/login', {}).catch((error: unknown) => error);
    expect((problem as ApiProblem).retryAfter).toBe(30);
  });

  it('builds addresses', () => {
    expect(address('/tasks', { view: 'todo', q: null })).toBe('/api/tasks?view=todo');
  });
});
