import { catalog } from '../../shared/i18n';
import { term } from '../common/term';

/** What the page about alerts and deliveries says. */
export const en = {
  reports: 'Alerts and deliveries',
  precision: 'Which rules were worth their alerts',
  precisionHint: 'Of the alerts that were closed, how many led to something. A rule that rarely does may want other numbers.',
  span: 'Raised in',
  lastDays: (days: string) => `the last ${days} days`,
  between: (from: string, to: string) => `From ${from} to ${to}.`,
  noAlerts: 'No alerts in this time',
  noAlertsHint: 'Choose a longer time.',
  version: (version: number) => `version ${version}`,
  counts: (raised: number, withdrawn: number, acted: number, dismissed: number) =>
    `${raised} raised, ${withdrawn} withdrawn; closed with something done: ${acted}, as known or not relevant: ${dismissed}`,
  noneClosed: 'None is closed yet, so nothing can be said.',
  ledToSomething: 'Led to something',
  deliveries: 'What was sent, and what became of it',
  deliveriesHint: 'Mails, pushes and webhooks, newest first; without addresses and without what they were about.',
  channel: 'By',
  channelOf: term({ email: 'mail', 'web-push': 'push', webhook: 'webhook' }),
  state: 'State',
  stateOf: term({ waiting: 'Waiting', claimed: 'On its way', sent: 'Sent', failed: 'Failed', expired: 'Too old', dropped: 'Not sent' }),
  any: 'All',
  noDeliveries: 'Nothing of that kind',
  noDeliveriesHint: 'Choose another channel or state.',
  posted: 'Posted',
  recipient: 'To',
  attempts: 'Attempts',
  cause: 'Why not',
  more: 'Show more',
};

export const de: typeof en = {
  reports: 'Hinweise und Zustellung',
  precision: 'Welche Regeln ihre Hinweise wert waren',
  precisionHint: 'Wie viele der erledigten Hinweise zu etwas führten. Eine Regel, die das selten tut, braucht vielleicht andere Werte.',
  span: 'Ausgelöst in',
  lastDays: (days: string) => `den letzten ${days} Tagen`,
  between: (from: string, to: string) => `Von ${from} bis ${to}.`,
  noAlerts: 'Keine Hinweise in dieser Zeit',
  noAlertsHint: 'Wählen Sie eine längere Zeit.',
  version: (version: number) => `Version ${version}`,
  counts: (raised: number, withdrawn: number, acted: number, dismissed: number) =>
    `${raised} ausgelöst, ${withdrawn} zurückgenommen; erledigt mit einer Handlung: ${acted}, als bekannt oder unwichtig: ${dismissed}`,
  noneClosed: 'Noch keiner ist erledigt, darum lässt sich nichts sagen.',
  ledToSomething: 'Führten zu etwas',
  deliveries: 'Was gesendet wurde, und was daraus wurde',
  deliveriesHint: 'Mails, Push-Nachrichten und Webhooks, die neuesten zuerst; ohne Adressen und ohne Inhalt.',
  channel: 'Über',
  channelOf: term({ email: 'Mail', 'web-push': 'Push', webhook: 'Webhook' }),
  state: 'Stand',
  stateOf: term({ waiting: 'Wartet', claimed: 'Unterwegs', sent: 'Gesendet', failed: 'Gescheitert', expired: 'Zu alt', dropped: 'Nicht gesendet' }),
  any: 'Alle',
  noDeliveries: 'Nichts davon',
  noDeliveriesHint: 'Wählen Sie einen anderen Weg oder Stand.',
  posted: 'Aufgegeben',
  recipient: 'An',
  attempts: 'Versuche',
  cause: 'Warum nicht',
  more: 'Weitere zeigen',
};

export const words = catalog({ en, de });
