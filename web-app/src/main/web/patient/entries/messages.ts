import { catalog, plural } from '../../shared/i18n';
import type { AmendmentReason, FactKind } from '../offline/facts';
import type { RevisionState } from '../offline/entry';

/** What is said about entries and what became of them. */
export const en = {
  none: 'No entries yet',
  noneHint: 'What you log is listed here, and can be corrected or removed.',
  offlineList: 'No connection: this is the list as last seen, with what you wrote on this device.',
  kindName: (kind: FactKind) => KINDS_EN[kind],
  state: (state: RevisionState) => STATES_EN[state],
  notSentYet: (n: number) => `Tried ${n} ${plural(n, 'time', 'times', 'en')}; goes on by itself.`,
  refused: (code: string) => REFUSALS_EN[code] ?? REFUSALS_EN['invalid-request']!,
  details: 'Details',
  correct: 'Correct',
  remove: 'Remove',
  removed: 'Removed',
  bringBack: 'Bring back',
  sendAgain: 'Send again',
  corrected: (n: number) => `corrected ${n} ${plural(n, 'time', 'times', 'en')}`,
  history: 'What was said before',
  by: (role: string) => (role === 'patient' ? 'you' : role === 'therapist' ? 'your therapist' : 'the clinic'),
  fromClinic: (who: string) => `from ${who}`,
  conflictTitle: 'Two versions',
  conflictHint: 'This was corrected in two places at once. Both are kept. Choose which one holds:',
  counts: 'holds now',
  useThis: 'This one holds',
  why: 'Why do you correct it?',
  whyRemove: 'Why do you remove it?',
  reason: (reason: AmendmentReason) => REASONS_EN[reason],
  painOf: (score: number) => `Pain ${score} of 10`,
  exercisesOf: (n: number) => `${n} ${plural(n, 'exercise', 'exercises', 'en')}`,
  leftOut: (n: number) => `${n} left out`,
  flareUntil: (end: string) => `until ${end}`,
  flareOpen: 'goes on',
  noSigns: 'none of the signs',
  signs: (n: number) => `${n} ${plural(n, 'sign', 'signs', 'en')} marked`,
  kept: 'yes',
  notKept: 'no',
  whenWas: 'When was it?',
  ahead: 'This lies ahead.',
  nothingChanged: 'Nothing is changed yet.',
  effort: 'Effort',
  painDuring: 'Pain during it',
  amount: 'How many',
  more: 'Show older entries',
};

const KINDS_EN: Readonly<Record<FactKind, string>> = {
  'pain-score': 'Pain', session: 'Exercises', flare: 'Flare-up', 'red-flag-screen': 'Warning signs', 'habit-check-in': 'Habit',
};
const STATES_EN: Readonly<Record<RevisionState, string>> = { waiting: 'Waiting', sent: 'Sent', refused: 'Not taken' };
const REASONS_EN: Readonly<Record<AmendmentReason, string>> = {
  'wrong-value': 'A wrong number or answer', 'wrong-time': 'A wrong time', 'wrong-context': 'It was about something else',
  'more-detail': 'Something was missing', 'entered-in-error': 'Entered by mistake', duplicate: 'It is there twice',
  restored: 'It was right after all', other: 'Something else',
};
const REFUSALS_EN: Readonly<Record<string, string>> = {
  'invalid-request': 'Something in it cannot be taken as it is. Correct it, and it is sent again.',
  'malformed-json': 'It could not be read. Correct it, and it is sent again.',
  'unknown-patient': 'Your clinic does not know your account. Please ask your clinic.',
  'patient-erased': 'Your record was erased at your wish, so nothing more is taken.',
  forbidden: 'Your account may not log this. Please ask your clinic.',
};

export const de = {
  none: 'Noch keine Einträge',
  noneHint: 'Was Sie eintragen, steht hier und kann berichtigt oder entfernt werden.',
  offlineList: 'Keine Verbindung: Das ist die Liste, wie zuletzt gesehen, mit dem, was Sie auf diesem Gerät eingetragen haben.',
  kindName: (kind: FactKind) => KINDS_DE[kind],
  state: (state: RevisionState) => STATES_DE[state],
  notSentYet: (n: number) => `${n}-mal versucht; es geht von selbst weiter.`,
  refused: (code: string) => REFUSALS_DE[code] ?? REFUSALS_DE['invalid-request']!,
  details: 'Einzelheiten',
  correct: 'Berichtigen',
  remove: 'Entfernen',
  removed: 'Entfernt',
  bringBack: 'Wiederherstellen',
  sendAgain: 'Noch einmal senden',
  corrected: (n: number) => `${n}-mal berichtigt`,
  history: 'Was vorher da stand',
  by: (role: string) => (role === 'patient' ? 'Ihnen' : role === 'therapist' ? 'Ihrer Therapeutin oder Ihrem Therapeuten' : 'der Praxis'),
  fromClinic: (who: string) => `von ${who}`,
  conflictTitle: 'Zwei Fassungen',
  conflictHint: 'Das wurde an zwei Stellen zugleich berichtigt. Beide Fassungen sind da. Welche gilt?',
  counts: 'gilt jetzt',
  useThis: 'Diese gilt',
  why: 'Warum berichtigen Sie es?',
  whyRemove: 'Warum entfernen Sie es?',
  reason: (reason: AmendmentReason) => REASONS_DE[reason],
  painOf: (score: number) => `Schmerz ${score} von 10`,
  exercisesOf: (n: number) => `${n} ${plural(n, 'Übung', 'Übungen', 'de')}`,
  leftOut: (n: number) => `${n} ausgelassen`,
  flareUntil: (end: string) => `bis ${end}`,
  flareOpen: 'dauert an',
  noSigns: 'keines der Zeichen',
  signs: (n: number) => `${n} Zeichen markiert`,
  kept: 'ja',
  notKept: 'nein',
  whenWas: 'Wann war es?',
  ahead: 'Das liegt in der Zukunft.',
  nothingChanged: 'Es ist noch nichts geändert.',
  effort: 'Anstrengung',
  painDuring: 'Schmerz dabei',
  amount: 'Wie viele',
  more: 'Ältere Einträge zeigen',
};

const KINDS_DE: Readonly<Record<FactKind, string>> = {
  'pain-score': 'Schmerz', session: 'Übungen', flare: 'Schub', 'red-flag-screen': 'Warnzeichen', 'habit-check-in': 'Gewohnheit',
};
const STATES_DE: Readonly<Record<RevisionState, string>> = { waiting: 'Wartet', sent: 'Gesendet', refused: 'Nicht angenommen' };
const REASONS_DE: Readonly<Record<AmendmentReason, string>> = {
  'wrong-value': 'Falsche Zahl oder Antwort', 'wrong-time': 'Falsche Zeit', 'wrong-context': 'Es ging um etwas anderes',
  'more-detail': 'Es fehlte etwas', 'entered-in-error': 'Aus Versehen eingetragen', duplicate: 'Es steht doppelt da',
  restored: 'Es stimmte doch', other: 'Etwas anderes',
};
const REFUSALS_DE: Readonly<Record<string, string>> = {
  'invalid-request': 'Etwas darin geht so nicht. Berichtigen Sie es, dann wird es noch einmal gesendet.',
  'malformed-json': 'Es war nicht lesbar. Berichtigen Sie es, dann wird es noch einmal gesendet.',
  'unknown-patient': 'Ihre Praxis kennt Ihr Konto nicht. Bitte fragen Sie dort nach.',
  'patient-erased': 'Ihre Akte wurde auf Ihren Wunsch gelöscht, darum wird nichts mehr angenommen.',
  forbidden: 'Ihr Konto darf das nicht eintragen. Bitte fragen Sie in Ihrer Praxis.',
};

export const words = catalog({ en, de });
