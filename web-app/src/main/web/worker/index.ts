import { lastPlace, rememberedLanguage } from '../patient/offline/place';
import { SYNC_TAG } from '../patient/offline/sender';
import { ALWAYS, ask, named } from './shell';
import { notice } from './notice';

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Asked extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface WorkerScope {
  readonly location: Location;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: never) => void): void;
}

const worker = self as unknown as WorkerScope;
const SHELL = 'backtrack-shell-';
const PAGE = '/my';
/** How long a page is waited for before the kept one is shown. */
const PATIENCE_MS = 3_000;

worker.addEventListener('install', (event: Extendable) => event.waitUntil(renew().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event: Extendable) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event: Asked) => {
  switch (ask(event.request.method, event.request.mode === 'navigate', new URL(event.request.url), worker.location.origin)) {
    case 'page': return event.respondWith(page(event.request));
    case 'file': return event.respondWith(file(event.request));
    case 'other': return;
  }
});

worker.addEventListener('message', (event: Extendable & { data: unknown; source: Window }) => {
  if (event.data === 'renew') {
    event.waitUntil(renew().then((isNew) => isNew && event.source.postMessage('renewed')));
  }
});

worker.addEventListener('sync', (event: Extendable & { tag: string }) => {
  if (event.tag === SYNC_TAG) {
    event.waitUntil(sendJournal());
  }
});

worker.addEventListener('push', (event: Extendable & { data: { json(): unknown } | null }) => {
  event.waitUntil(rememberedLanguage().then((language) => {
    const { title, options } = notice(event.data?.json(), language ?? navigator.language);
    return worker.registration.showNotification(title, options);
  }));
});

worker.addEventListener('notificationclick', (event: Extendable & { notification: Notification }) => {
  event.notification.close();
  event.waitUntil(show((event.notification.data as { link: string }).link));
});

/** The network first, so that a new version comes by itself; the kept page where that takes too long. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request);
  if (kept === undefined) {
    return fresh;
  }
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE_MS));
  return Promise.race([fresh.then((answer) => answer.status >= 500 ? kept.clone() : answer, () => kept.clone()), patience]);
}

/** Names of bundles change with what is in them, so what is kept is right. */
async function file(request: Request): Promise<Response> {
  return await caches.match(request, { ignoreVary: true }) ?? fetch(request);
}

/** Keeps the page with all that it needs, whole or not at all. The answer says whether it differs from the last. */
async function renew(): Promise<boolean> {
  const answer = await fetch(PAGE, { cache: 'no-cache', redirect: 'error' });
  if (!answer.ok) {
    throw new Error(`the page is not there: ${answer.status}`);
  }
  const html = await answer.clone().text();
  const name = SHELL + await digest(html);
  const former = (await caches.keys()).filter((each) => each.startsWith(SHELL));
  if (former.includes(name)) {
    return false;
  }
  const cache = await caches.open(name);
  try {
    await keepAll(cache, html);
    await cache.put(PAGE, answer);
  } catch (failure) {
    await caches.delete(name);
    throw failure;
  }
  await Promise.all(former.map((each) => caches.delete(each)));
  return former.length > 0;
}

async function keepAll(cache: Cache, html: string): Promise<void> {
  const wanted = [...ALWAYS, ...named(html, PAGE)];
  const seen = new Set<string>(wanted);
  for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
    const answer = await fetch(path);
    if (!answer.ok) {
      throw new Error(`a file is not there: ${path}`);
    }
    await cache.put(path, answer.clone());
    if (path.endsWith('.js') || path.endsWith('.css')) {
      for (const found of named(await answer.text(), path)) {
        if (!seen.has(found)) {
          seen.add(found);
          wanted.push(found);
        }
      }
    }
  }
}

/** An open page sends by itself; without one, the worker does. */
async function sendJournal(): Promise<void> {
  const windows = (await worker.clients.matchAll({ type: 'window' })).filter(({ url }) => new URL(url).pathname.startsWith(PAGE));
  if (windows.length > 0) {
    windows.forEach((window) => window.postMessage(SYNC_TAG));
    return;
  }
  const place = await lastPlace();
  await place?.queue.hurry();
  const sent = await place?.queue.sync();
  if (sent?.outlook.is === 'waiting') {
    // The browser comes again, later each time.
    throw new Error('not all could be sent');
  }
}

async function show(link: string): Promise<void> {
  const address = new URL(link, worker.location.origin);
  const target = address.origin === worker.location.origin && address.pathname.startsWith(PAGE) ? address.pathname : PAGE;
  const [open] = (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    .filter(({ url }) => new URL(url).pathname.startsWith(PAGE));
  if (open === undefined) {
    await worker.clients.openWindow(target);
  } else {
    await open.focus();
    open.postMessage({ go: target });
  }
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
