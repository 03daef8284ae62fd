import { queryClient } from '@/shared/api/query';

// A hint names what changed; queries whose key begins with the topic are fetched again.
// "requests/0190…" reaches every key that begins with ["requests", "0190…"].
const FALLBACK = 60_000;
const TOPICS = ['tasks', 'requests', 'notifications', 'leave', 'meetings', 'calendar', 'worktasks'];

let source: EventSource | undefined;
let timer: number | undefined;
let connected = false;

export function invalidate(topic: string): void {
  void queryClient.invalidateQueries({ queryKey: topic.split('/') });
}

function onHint(event: MessageEvent<string>): void {
  try {
    const { topics } = JSON.parse(event.data) as { topics: string[] };
    for (const topic of topics) invalidate(topic);
  } catch {
    // a hint that cannot be read is no reason to stop listening
  }
}

function open(): void {
  source?.close();
  source = new EventSource('/api/events');
  source.addEventListener('hint', onHint);
  source.onopen = () => {
    // What happened while nobody listened is fetched now.
    if (!connected) TOPICS.forEach(invalidate);
    connected = true;
  };
  source.onerror = () => (connected = false);
}

/** Listens as long as somebody is signed in; without a connection everything is asked for once a minute. */
export function startListening(): void {
  if (timer !== undefined) return;
  connected = true;
  open();
  timer = window.setInterval(() => {
    if (connected || document.hidden) return;
    TOPICS.forEach(invalidate);
    if (source?.readyState === EventSource.CLOSED) open();
  }, FALLBACK);
}

/** After signing in again: a line that the server has closed is opened at once. */
export function listenAgain(): void {
  if (timer !== undefined && source?.readyState === EventSource.CLOSED) open();
}

export function stopListening(): void {
  source?.close();
  source = undefined;
  window.clearInterval(timer);
  timer = undefined;
}
