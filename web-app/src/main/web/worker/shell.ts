/** Files of ours that a text names: those of bundles, by their full or relative path. */
export function named(text: string, from: string): string[] {
  const found = new Set<string>();
  for (const [, path] of text.matchAll(/["'(]((?:\/static\/bundle\/|\.\/)[\w.-]+\.(?:js|css|svg|woff2))["')]/g)) {
    const { pathname } = new URL(path!, new URL(from, 'https://shell.invalid'));
    if (pathname.startsWith('/static/bundle/')) {
      found.add(pathname);
    }
  }
  return [...found];
}

/** What an address asks of the worker. */
export type Ask = 'page' | 'file' | 'other';

const FILES: ReadonlySet<string> = new Set(['/icon.svg', '/icon-maskable.svg', '/badge.svg', '/my.webmanifest']);

/**
 * Pages and files of the app may be kept. Nothing else is even looked at: what a service answers never gets near a
 * cache.
 */
export function ask(method: string, isNavigation: boolean, url: URL, origin: string): Ask {
  if (method !== 'GET' || url.origin !== origin) {
    return 'other';
  }
  if (isNavigation) {
    return url.pathname === '/my' || url.pathname.startsWith('/my/') ? 'page' : 'other';
  }
  return url.pathname.startsWith('/static/bundle/') || FILES.has(url.pathname) ? 'file' : 'other';
}

/** Files that are kept beside those of the bundles. */
export const ALWAYS: readonly string[] = [...FILES];
