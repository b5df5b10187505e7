import type { TemplateResult } from 'lit';

/** A page: where it is, and how it is drawn. Addresses hold opaque ids only. */
export interface Route {
  /** Such as `/clinic/patients/:patientId`; a parameter is one segment. */
  readonly path: string;
  readonly title: () => string;
  readonly render: (parameters: Readonly<Record<string, string>>) => TemplateResult;
  /** Loads what the page is made of, where that is not in the first bundle. */
  readonly load?: () => Promise<unknown>;
}

export interface Found {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The route that a path names, or null. */
export function find(routes: readonly Route[], path: string): Found | null {
  const asked = path.replace(/\/$/, '').split('/');
  for (const route of routes) {
    const parts = route.path.split('/');
    const parameters: Record<string, string> = {};
    const fits = parts.length === asked.length && parts.every((part, i) => {
      if (!part.startsWith(':')) {
        return part === asked[i];
      }
      parameters[part.slice(1)] = asked[i]!;
      return asked[i] !== '';
    });
    if (fits) {
      return { route, parameters };
    }
  }
  return null;
}

/**
 * Follows links and the browser's buttons without loading the page anew.
 *
 * @param base what belongs to this page, such as `/clinic`
 * @param show draws a found route, or the page for unknown addresses
 */
export function startRouter(base: string, routes: readonly Route[], show: (found: Found | null) => Promise<void>): void {
  const go = async (moved: boolean) => {
    const found = find(routes, location.pathname);
    await found?.route.load?.();
    document.title = found === null ? 'Backtrack' : `${found.route.title()} – Backtrack`;
    await show(found);
    if (moved) {
      window.scrollTo(0, 0);
      focusHeading();
    }
  };
  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !plain || event.defaultPrevented || link.target !== ''
        || link.hasAttribute('download') || link.origin !== location.origin || link.hash !== ''
        || !(link.pathname === base || link.pathname.startsWith(`${base}/`))) {
      return;
    }
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
  window.addEventListener('popstate', () => void go(true));
  window.addEventListener('backtrack-navigate', () => void go(true));
  void go(false);
}

/** Goes to another page of ours. */
export function navigate(address: string): void {
  history.pushState(null, '', address);
  window.dispatchEvent(new Event('backtrack-navigate'));
}

/** A screen reader reads on at the heading of the new page. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
