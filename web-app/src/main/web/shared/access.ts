import { EVENTS_DE, EVENTS_EN } from './events';
import { catalog, spanText, timeText } from './i18n';

/** One access to a patient's data, as tracking-service answers it. */
export interface Access {
  readonly at: string;
  readonly by: { readonly role: string; readonly id: string };
  readonly patientId: string;
  /** Method and path of a request; of a write that an event tells of, the kind of event. */
  readonly what: string;
  readonly result: 'shown' | 'refused' | 'written';
}

/** What reads the same, done by the same person on one day of this device's zone, as often as it was. */
export interface Repeated {
  readonly access: Access;
  readonly first: string;
  readonly last: string;
  readonly times: number;
}

type Things = Readonly<Record<string, string>>;

/** What is read below a patient, or of several at once; the key is the part of the path that tells them apart. */
const READ_EN: Things = {
  '': 'name and details', identity: 'name and details', patients: 'name, in the list of patients', history: 'history of care', goals: 'goals',
  'time-zone': 'time zone', consents: 'consents', erasure: 'receipt of an erasure', 'retention-due': 'date of discharge', programs: 'program',
  day: 'plan of the day', 'due-counts': 'program', contraindications: 'activities to be careful with', progress: 'progress',
  'progression-advice': 'advice on the next step', insights: 'what stood out', timeline: 'all entries and decisions', events: 'single entries',
  questionnaires: 'questionnaires', monitoring: 'times of remote monitoring', export: 'all data, as a file', 'access-log': 'this log',
  notes: 'messages', mailbox: 'e-mail address', caseload: 'how things are, in the list of patients', inbox: 'alerts', alerts: 'alerts',
  'insight-rehearsals': 'what stood out, for a trial of the rules',
};
const READ_DE: Things = {
  '': 'Name und Angaben', identity: 'Name und Angaben', patients: 'Name, in der Liste der Personen', history: 'Verlauf der Behandlung',
  goals: 'Ziele', 'time-zone': 'Zeitzone', consents: 'Einwilligungen', erasure: 'Beleg einer Löschung', 'retention-due': 'Tag der Entlassung',
  programs: 'Programm', day: 'Plan des Tages', 'due-counts': 'Programm', contraindications: 'Tätigkeiten, die Vorsicht brauchen',
  progress: 'Fortschritt', 'progression-advice': 'Rat zum nächsten Schritt', insights: 'was auffiel', timeline: 'alle Einträge und Entscheidungen',
  events: 'einzelne Einträge', questionnaires: 'Fragebögen', monitoring: 'Zeiten der Fernbetreuung', export: 'alle Daten, als Datei',
  'access-log': 'diese Aufzeichnung', notes: 'Nachrichten', mailbox: 'E-Mail-Adresse', caseload: 'Stand, in der Liste der Personen',
  inbox: 'Hinweise', alerts: 'Hinweise', 'insight-rehearsals': 'was auffiel, zum Ausprobieren der Regeln',
};

const ROLES_EN: Things = {
  patient: 'Patient', therapist: 'Therapist', 'clinic-admin': 'Administration of the clinic', 'clinic-system': 'Software of the clinic',
  backtrack: 'Backtrack, by itself',
};
const ROLES_DE: Things = {
  patient: 'Patientin oder Patient', therapist: 'Therapie', 'clinic-admin': 'Verwaltung der Praxis', 'clinic-system': 'Software der Praxis',
  backtrack: 'Backtrack, von selbst',
};

const en = {
  role: (role: string) => ROLES_EN[role] ?? role,
  times: (n: number) => `${n} times`,
  shown: (what: string) => `Looked at: ${READ_EN[thing(what)] ?? 'other data'}`,
  changed: (what: string) => `Changed: ${READ_EN[thing(what)] ?? 'other data'}`,
  refused: (what: string) => `Asked for and was refused: ${READ_EN[thing(what)] ?? 'other data'}`,
  written: (what: string) => `Recorded: ${EVENTS_EN[what] ?? what.replaceAll('-', ' ')}`,
};

const de: typeof en = {
  role: (role) => ROLES_DE[role] ?? role,
  times: (n) => `${n}-mal`,
  shown: (what) => `Angesehen: ${READ_DE[thing(what)] ?? 'andere Daten'}`,
  changed: (what) => `Geändert: ${READ_DE[thing(what)] ?? 'andere Daten'}`,
  refused: (what) => `Verlangt und abgewiesen: ${READ_DE[thing(what)] ?? 'andere Daten'}`,
  written: (what) => `Eingetragen: ${EVENTS_DE[what] ?? what.replaceAll('-', ' ')}`,
};

/** How accesses are said in plain words. */
export const accessWords = catalog({ en, de });

/** What an access was, in a line. */
export function accessText({ result, what }: Access): string {
  return result === 'shown' && /^(PUT|DELETE) /.test(what) ? accessWords.changed(what) : accessWords[result](what);
}

/** When it was, and how often where that was more than once. */
export function whenText({ first, last, times }: Repeated): string {
  return times === 1 ? timeText(last) : `${spanText(first, last)}, ${accessWords.times(times)}`;
}

/** Accesses of one patient, newest first, with what was done again and again on a day as one. */
export function repeated(accesses: readonly Access[]): readonly Repeated[] {
  const days = new Map<string, Repeated>();
  for (const access of accesses) {
    const key = [timeText(access.at, { dateStyle: 'short' }), access.by.role, access.by.id, accessText(access)].join('|');
    const later = days.get(key);
    days.set(key, later === undefined ? { access, first: access.at, last: access.at, times: 1 }
      : { ...later, first: access.at, times: later.times + 1 });
  }
  return [...days.values()];
}

/** `progress` of "GET /v1/patients/{patientId}/progress/sides", and nothing of what names the patient alone. */
export function thing(what: string): string {
  const path = what.replace(/^[A-Z]+ \/v1\//, '');
  return path.startsWith('patients/{') ? path.split('/')[2] ?? '' : path.replace(/^clinic\//, '').split('/')[0] ?? '';
}
