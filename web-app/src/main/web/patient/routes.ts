import { html } from 'lit';
import type { Route } from '../shared/router';
import { words as shared } from '../shared/messages';
import { toast } from '../shared/toast';
import { words } from './messages';
import './today/today';
import './safety/red-flags';

/** The patient's pages. Today and the warning signs come first and at once; the others load when they are opened. */
export const routes: readonly Route[] = [
  { path: '/my', title: () => words.today, render: () => html`<bt-today></bt-today>` },
  { path: '/my/warning-signs', title: () => words.warningSigns, render: () => html`<bt-red-flags></bt-red-flags>` },
  {
    path: '/my/session', title: () => words.exercises, load: lazily(() => import('./session/session')),
    render: () => html`<bt-session></bt-session>`,
  },
  {
    path: '/my/pain', title: () => words.painNow, load: lazily(() => import('./pain/pain')),
    render: () => html`<bt-pain></bt-pain>`,
  },
  {
    path: '/my/flare', title: () => words.flare, load: lazily(() => import('./safety/flare')),
    render: () => html`<bt-flare></bt-flare>`,
  },
  {
    path: '/my/checklist', title: () => words.checklist, load: lazily(() => import('./habits/checklist')),
    render: () => html`<bt-checklist></bt-checklist>`,
  },
  {
    path: '/my/progress', title: () => words.progress, load: lazily(() => import('./progress/progress')),
    render: () => html`<bt-progress></bt-progress>`,
  },
  {
    path: '/my/entries', title: () => words.entries, load: lazily(() => import('./entries/entries')),
    render: () => html`<bt-entries></bt-entries>`,
  },
  {
    path: '/my/access', title: () => words.access, load: lazily(() => import('./settings/access')),
    render: () => html`<bt-access></bt-access>`,
  },
  {
    path: '/my/settings', title: () => words.settings, load: lazily(() => import('./settings/settings')),
    render: () => html`<bt-settings></bt-settings>`,
  },
];

/** Says so where a page's code cannot be had: the app was never opened with a network for long enough to keep it. */
function lazily(load: () => Promise<unknown>): () => Promise<unknown> {
  return () => load().catch((failure: unknown) => {
    toast(`${shared.offline}. ${shared.offlineHint}`);
    throw failure;
  });
}
