import { html } from 'lit';
import type { Route } from '../shared/router';
import { words } from './messages';

/** The pages of a clinic's administration; each loads its own code when it is opened. */
export const adminRoutes: readonly Route[] = [
  {
    path: '/clinic/admin/settings',
    title: () => words.settings,
    load: () => import('./settings'),
    render: () => html`<bt-clinic-settings></bt-clinic-settings>`,
  },
];
