import type { ItemResult } from './sending';
import type { Reply, World } from './queue';

const DEADLINE_MS = 20_000;
const NO_NETWORK: Reply = { status: 0, retryAfter: null };

/** The browser, as the queue needs it; in a page and in the service worker alike. */
export const browserWorld: World = {
  send: post,
  alone,
  now: () => Date.now(),
  chance: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
  newId: () => crypto.randomUUID(),
};

async function post(items: readonly unknown[]): Promise<Reply> {
  try {
    const response = await fetch('/api/tracking/v1/journal', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'Backtrack-Request': 'page' },
      body: JSON.stringify(items),
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      position: response.headers.get('Backtrack-Position'),
      results: response.status === 200 ? await response.json() as readonly ItemResult[] : undefined,
    };
  } catch {
    // Also where an answer broke off: what became of it is unknown, so it is sent again.
    return NO_NETWORK;
  }
}

const turns = new Map<string, Promise<unknown>>();

/** Over all windows and the worker where the browser has locks; within this one where it has none. */
function alone<T>(name: string, action: () => Promise<T>): Promise<T> {
  if (navigator.locks !== undefined) {
    return navigator.locks.request(`backtrack-${name}`, action) as Promise<T>;
  }
  const mine = (turns.get(name) ?? Promise.resolve()).then(action, action);
  turns.set(name, mine.catch(() => undefined));
  return mine;
}
