import { html } from 'lit';
import type { Route } from '../shared/router';
import { words } from './messages';

/** The therapist's pages. What is not in the first bundle is loaded with its page. */
export const routes: readonly Route[] = [
  { path: '/clinic', title: () => words.caseload, render: () => html`<bt-caseload></bt-caseload>` },
];
