import { catalog } from '../../shared/i18n';

/** What the settings say. */
export const en = {
  display: 'Display',
  data: 'My data',
  download: 'Download my data',
  downloadHint: 'Everything that is kept about you here: each entry with its corrections, as a file.',
  asTable: 'Pain as a table (CSV)',
  asAll: 'Everything (JSON lines)',
  access: 'Who looked at my data',
  accessHint: 'Every time somebody else reads or writes your data, it is noted here.',
  noAccess: 'Nobody has looked at your data yet.',
  who: 'Who',
  role: (role: string) => ROLES_EN[role] ?? role,
  read: (what: string) => `looked at ${THINGS_EN[thing(what)] ?? 'your data'}`,
  wrote: 'wrote something into your record',
  refused: 'and was refused',
  reminders: 'Reminders',
  remindersHint: 'Only on days on which something is due and not logged yet.',
  remindMe: 'Remind me',
  at: 'At',
  from: 'From',
  until: 'Until',
  everyMinutes: 'Every … minutes',
  onDay: 'On',
  day: (day: string) => DAYS_EN[day] ?? day,
  nextReminder: 'Next',
  contact: 'E-mail',
  contactHint: 'Nothing is sent to an address before its owner has confirmed it.',
  address: 'My address',
  newAddress: 'Another address',
  sendCode: 'Send me a code',
  codeSent: (address: string) => `A code of six digits is on its way to ${address}. It can be used for 30 minutes.`,
  code: 'The code',
  confirmCode: 'Confirm',
  wrongCode: 'This is not the code that was sent last. Have another one sent if it was long ago.',
  forgetAddress: 'Forget this address',
  tell: 'What I am told of',
  tellHint: 'Nothing is sent that can wait during quiet hours.',
  byEmail: 'by e-mail',
  byPush: 'on my devices',
  kind: (kind: string) => KINDS_EN[kind] ?? kind,
  what: 'What',
  quietFrom: 'Quiet from',
  quietUntil: 'until',
  perDay: 'At most a day',
  changed: 'Changed.',
  staleTitle: 'This was changed elsewhere meanwhile. Here is how it is now.',
  push: 'Tell me on this device',
  pushHint: 'What is shown on the screen names no health matters.',
  pushOn: 'Switch on',
  pushOff: 'Switch off',
  pushDenied: 'This browser forbids it. Allow notifications for this page in its settings.',
  pushNone: 'This browser cannot do that, or your clinic has not set it up.',
  signOutTitle: 'Not everything is sent yet',
  signOutHint: (n: number) => `${n} of your entries are on this device only.`,
  sendFirst: 'Stay and send them',
  keepAndLeave: 'Sign out and keep them locked here until I sign in again',
  dropAndLeave: 'Sign out and delete them',
  needsNetwork: 'Signing out needs a connection.',
  older: 'Show older',
  app: 'This app',
  appHint: 'Add Backtrack to your home screen: it opens without a network, and all you log there is sent later.',
};

const DAYS_EN: Readonly<Record<string, string>> = {
  monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday',
};
const KINDS_EN: Readonly<Record<string, string>> = {
  'session-due': 'Exercises that are due', 'posture-reset': 'Changing my posture', 'weekly-checklist': 'The weekly checklist',
  'nothing-logged': 'A day with nothing logged', milestone: 'Progress I have made',
};
const ROLES_EN: Readonly<Record<string, string>> = {
  therapist: 'Therapist', 'clinic-admin': 'Administration of the clinic', 'clinic-system': 'Software of the clinic', patient: 'You',
};
const THINGS_EN: Readonly<Record<string, string>> = {
  progress: 'your progress', timeline: 'your entries', export: 'all of your data', caseload: 'the list of patients', day: 'your plan', programs: 'your program',
};

/** The part of a path that says what was looked at. */
function thing(what: string): string {
  return /\/v1\/(?:patients\/\{[^}]*\}\/)?([a-z-]+)/.exec(what)?.[1] ?? '';
}

export const de = {
  display: 'Darstellung',
  data: 'Meine Daten',
  download: 'Meine Daten herunterladen',
  downloadHint: 'Alles, was hier über Sie gespeichert ist: jeder Eintrag mit seinen Berichtigungen, als Datei.',
  asTable: 'Schmerz als Tabelle (CSV)',
  asAll: 'Alles (JSON-Zeilen)',
  access: 'Wer meine Daten angesehen hat',
  accessHint: 'Jedes Mal, wenn jemand anderes Ihre Daten liest oder schreibt, wird es hier notiert.',
  noAccess: 'Noch hat niemand Ihre Daten angesehen.',
  who: 'Wer',
  role: (role: string) => ROLES_DE[role] ?? role,
  read: (what: string) => `hat ${THINGS_DE[thing(what)] ?? 'Ihre Daten'} angesehen`,
  wrote: 'hat etwas in Ihre Akte eingetragen',
  refused: 'und wurde abgewiesen',
  reminders: 'Erinnerungen',
  remindersHint: 'Nur an Tagen, an denen etwas ansteht und noch nicht eingetragen ist.',
  remindMe: 'Erinnern Sie mich',
  at: 'Um',
  from: 'Von',
  until: 'Bis',
  everyMinutes: 'Alle … Minuten',
  onDay: 'Am',
  day: (day: string) => DAYS_DE[day] ?? day,
  nextReminder: 'Nächste',
  contact: 'E-Mail',
  contactHint: 'An eine Adresse wird nichts gesendet, bevor Sie sie bestätigt haben.',
  address: 'Meine Adresse',
  newAddress: 'Andere Adresse',
  sendCode: 'Code zusenden',
  codeSent: (address: string) => `Ein Code mit sechs Ziffern ist unterwegs an ${address}. Er gilt 30 Minuten.`,
  code: 'Der Code',
  confirmCode: 'Bestätigen',
  wrongCode: 'Das ist nicht der Code, der zuletzt gesendet wurde. Lassen Sie sich einen neuen senden, wenn es lange her ist.',
  forgetAddress: 'Diese Adresse vergessen',
  tell: 'Was mir gemeldet wird',
  tellHint: 'In der Ruhezeit wird nichts gesendet, was warten kann.',
  byEmail: 'per E-Mail',
  byPush: 'auf meinen Geräten',
  kind: (kind: string) => KINDS_DE[kind] ?? kind,
  what: 'Was',
  quietFrom: 'Ruhe ab',
  quietUntil: 'bis',
  perDay: 'Höchstens am Tag',
  changed: 'Geändert.',
  staleTitle: 'Das wurde inzwischen woanders geändert. So steht es jetzt.',
  push: 'Auf diesem Gerät melden',
  pushHint: 'Was auf dem Bildschirm erscheint, nennt nichts über Ihre Gesundheit.',
  pushOn: 'Einschalten',
  pushOff: 'Ausschalten',
  pushDenied: 'Dieser Browser verbietet es. Erlauben Sie in seinen Einstellungen Mitteilungen für diese Seite.',
  pushNone: 'Dieser Browser kann das nicht, oder Ihre Praxis hat es nicht eingerichtet.',
  signOutTitle: 'Noch ist nicht alles gesendet',
  signOutHint: (n: number) => `${n} Ihrer Einträge sind nur auf diesem Gerät.`,
  sendFirst: 'Bleiben und senden',
  keepAndLeave: 'Abmelden; sie bleiben hier verschlossen, bis ich mich wieder anmelde',
  dropAndLeave: 'Abmelden und sie löschen',
  needsNetwork: 'Zum Abmelden braucht es eine Verbindung.',
  older: 'Ältere zeigen',
  app: 'Diese App',
  appHint: 'Legen Sie Backtrack auf den Startbildschirm: Es öffnet sich auch ohne Netz, und was Sie eintragen, wird später gesendet.',
};

const DAYS_DE: Readonly<Record<string, string>> = {
  monday: 'Montag', tuesday: 'Dienstag', wednesday: 'Mittwoch', thursday: 'Donnerstag', friday: 'Freitag', saturday: 'Samstag', sunday: 'Sonntag',
};
const KINDS_DE: Readonly<Record<string, string>> = {
  'session-due': 'Übungen, die anstehen', 'posture-reset': 'Die Haltung wechseln', 'weekly-checklist': 'Die Liste der Woche',
  'nothing-logged': 'Ein Tag ohne Eintrag', milestone: 'Fortschritte, die ich mache',
};
const ROLES_DE: Readonly<Record<string, string>> = {
  therapist: 'Therapie', 'clinic-admin': 'Verwaltung der Praxis', 'clinic-system': 'Software der Praxis', patient: 'Sie',
};
const THINGS_DE: Readonly<Record<string, string>> = {
  progress: 'Ihren Verlauf', timeline: 'Ihre Einträge', export: 'alle Ihre Daten', caseload: 'die Liste der Patientinnen und Patienten', day: 'Ihren Plan', programs: 'Ihr Programm',
};

export const words = catalog({ en, de });
