import { newKey } from '@/shared/api/client';

/**
 * One idempotency key per decision: a repeat with the same body (a double click, a retry after a broken line) carries
 * the same key and never acts twice; another body is another decision.
 */
export function onceKeys(): { of: (action: string, body: unknown) => string; done: (action: string) => void } {
  const known = new Map<string, { body: string; key: string }>();
  return {
    of: (action, body) => {
      const text = JSON.stringify(body);
      const before = known.get(action);
      if (before?.body === text) return before.key;
      const key = newKey();
      known.set(action, { body: text, key });
      return key;
    },
    done: (action) => void known.delete(action),
  };
}
