import { html } from 'lit';
import type { Route } from '../shared/router';
import { words } from './messages';

/** The therapist's pages. What is not in the first bundle is loaded with its page. */
export const routes: readonly Route[] = [
  { path: '/clinic', title: () => words.caseload, render: () => html`<bt-caseload></bt-caseload>` },
  {
    path: '/clinic/alerts',
    title: () => words.alerts,
    load: () => import('./alert-list'),
    render: () => html`<bt-alerts-page></bt-alerts-page>`,
  },
  {
    path: '/clinic/inbox/:entryId',
    title: () => words.alerts,
    load: () => import('./inbox-entry'),
    render: ({ entryId }) => html`<bt-inbox-entry .entryId=${entryId}></bt-inbox-entry>`,
  },
  {
    path: '/clinic/patients/:patientId',
    title: () => words.patient,
    load: () => import('./patient-page'),
    render: ({ patientId }) => html`<bt-patient-page .patientId=${patientId}></bt-patient-page>`,
  },
  {
    path: '/clinic/patients/:patientId/report',
    title: () => words.report,
    load: () => import('./report-page'),
    render: ({ patientId }) => html`<bt-report-page .patientId=${patientId}></bt-report-page>`,
  },
];
