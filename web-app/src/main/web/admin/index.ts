import './admin.css';
import { html } from 'lit';
import type { Route } from '../shared/router';
import { words } from './messages';

/** The pages of a clinic's administration; each loads its own code when it is opened. */
export const adminRoutes: readonly Route[] = [
  {
    path: '/clinic/admin',
    title: () => words.patients,
    load: () => import('./patients/list'),
    render: () => html`<bt-admin-patients></bt-admin-patients>`,
  },
  {
    path: '/clinic/admin/patients',
    title: () => words.patients,
    load: () => import('./patients/list'),
    render: () => html`<bt-admin-patients></bt-admin-patients>`,
  },
  {
    path: '/clinic/admin/enrol',
    title: () => words.patients,
    load: () => import('./patients/enrol'),
    render: () => html`<bt-admin-enrol></bt-admin-enrol>`,
  },
  {
    path: '/clinic/admin/patients/:patientId',
    title: () => words.patients,
    load: () => import('./patients/page'),
    render: ({ patientId }) => html`<bt-admin-patient .patientId=${patientId}></bt-admin-patient>`,
  },
  {
    path: '/clinic/admin/patients/:patientId/erasure',
    title: () => words.patients,
    load: () => import('./patients/erasure'),
    render: ({ patientId }) => html`<bt-admin-erasure .patientId=${patientId}></bt-admin-erasure>`,
  },
  {
    path: '/clinic/admin/patients/:patientId/access',
    title: () => words.access,
    load: () => import('./access/page'),
    render: ({ patientId }) => html`<bt-admin-access .patientId=${patientId}></bt-admin-access>`,
  },
  {
    path: '/clinic/admin/access',
    title: () => words.access,
    load: () => import('./access/page'),
    render: () => html`<bt-admin-access></bt-admin-access>`,
  },
  {
    path: '/clinic/admin/settings',
    title: () => words.settings,
    load: () => import('./rules/settings'),
    render: () => html`<bt-clinic-settings></bt-clinic-settings>`,
  },
  {
    path: '/clinic/admin/webhooks',
    title: () => words.webhooks,
    load: () => import('./webhooks/list'),
    render: () => html`<bt-admin-webhooks></bt-admin-webhooks>`,
  },
  {
    path: '/clinic/admin/webhooks/:endpointId',
    title: () => words.webhooks,
    load: () => import('./webhooks/page'),
    render: ({ endpointId }) => html`<bt-admin-webhook .endpointId=${endpointId}></bt-admin-webhook>`,
  },
  {
    path: '/clinic/admin/outcomes',
    title: () => words.outcomes,
    load: () => import('./outcomes/page'),
    render: () => html`<bt-admin-outcomes></bt-admin-outcomes>`,
  },
  {
    path: '/clinic/admin/templates',
    title: () => words.templates,
    load: () => import('./templates/list'),
    render: () => html`<bt-admin-templates></bt-admin-templates>`,
  },
  {
    path: '/clinic/admin/templates/:templateId',
    title: () => words.templates,
    load: () => import('./templates/page'),
    render: ({ templateId }) => html`<bt-admin-template .templateId=${templateId}></bt-admin-template>`,
  },
  {
    path: '/clinic/admin/catalog',
    title: () => words.templates,
    load: () => import('./templates/catalog'),
    render: () => html`<bt-admin-catalog></bt-admin-catalog>`,
  },
  {
    path: '/clinic/admin/clinicians',
    title: () => words.clinicians,
    load: () => import('./clinicians/page'),
    render: () => html`<bt-admin-clinicians></bt-admin-clinicians>`,
  },
  {
    path: '/clinic/admin/reports',
    title: () => words.reports,
    load: () => import('./reports/page'),
    render: () => html`<bt-admin-reports></bt-admin-reports>`,
  },
  {
    path: '/clinic/admin/branding',
    title: () => words.branding,
    load: () => import('./brand/page'),
    render: () => html`<bt-admin-branding></bt-admin-branding>`,
  },
  {
    path: '/clinic/admin/clients',
    title: () => words.clients,
    load: () => import('./clients/page'),
    render: () => html`<bt-admin-clients></bt-admin-clients>`,
  },
];
