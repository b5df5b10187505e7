import { catalog, plural } from '../shared/i18n';

const SEVERITY_EN: Record<string, string> = { critical: 'critical', high: 'high', medium: 'medium', low: 'low', info: 'for information' };
const SEVERITY_DE: Record<string, string> = { critical: 'kritisch', high: 'hoch', medium: 'mittel', low: 'niedrig', info: 'zur Kenntnis' };
const VERDICT_EN: Record<string, string> = { improving: 'less pain', worsening: 'more pain', changing: 'changing', stable: 'about the same', uncertain: 'too early to tell' };
const VERDICT_DE: Record<string, string> = { improving: 'weniger Schmerz', worsening: 'mehr Schmerz', changing: 'in Bewegung', stable: 'etwa gleich', uncertain: 'noch unklar' };
const RULE_EN: Record<string, string> = {
  'red-flag': 'red flag reported', 'trend-worsening': 'pain is getting worse', 'trend-improving': 'clear improvement',
  'pain-spike': 'pain spike', flare: 'flare declared', silence: 'nothing heard for days', 'long-silence': 'nothing heard for weeks',
  'adherence-lapse': 'exercises not logged while pain rises', 'review-due': 'review is due',
  'no-meaningful-change': 'no meaningful change at the review', 'asymmetry-changed': 'difference between the sides has changed',
};
const RULE_DE: Record<string, string> = {
  'red-flag': 'Warnzeichen gemeldet', 'trend-worsening': 'Schmerz nimmt zu', 'trend-improving': 'deutliche Besserung',
  'pain-spike': 'Schmerzspitze', flare: 'Schub gemeldet', silence: 'seit Tagen nichts gehört', 'long-silence': 'seit Wochen nichts gehört',
  'adherence-lapse': 'Übungen nicht eingetragen, Schmerz steigt', 'review-due': 'Zwischenbilanz fällig',
  'no-meaningful-change': 'keine bedeutsame Änderung bei der Zwischenbilanz', 'asymmetry-changed': 'Seitenunterschied hat sich geändert',
};
const STATUS_EN: Record<string, string> = { active: 'program under way', paused: 'program paused', completed: 'program completed', stopped: 'program stopped' };
const STATUS_DE: Record<string, string> = { active: 'Programm läuft', paused: 'Programm pausiert', completed: 'Programm abgeschlossen', stopped: 'Programm beendet' };
const ROLE_EN: Record<string, string> = { therapist: 'therapist', 'clinic-admin': 'administration', patient: 'patient' };
const ROLE_DE: Record<string, string> = { therapist: 'Therapie', 'clinic-admin': 'Administration', patient: 'Patient:in' };

/** What the therapist's pages say. Names of rules and verdicts are looked up by their wire names. */
export const en = {
  caseload: 'Caseload',
  administration: 'Administration',
  roleOf: (role: string) => ROLE_EN[role] ?? role,
  live: 'Live',
  notLive: 'Connecting',
  filters: 'Filters',
  whose: 'Whose patients',
  mine: 'Mine',
  everybodys: 'The whole clinic',
  urgency: 'Open alert',
  trend: 'Trend of 4 weeks',
  care: 'Care',
  any: 'Any',
  inCare: 'In care',
  discharged: 'Discharged',
  more: 'Show more patients',
  showAll: 'Remove the filters',
  noPatients: 'No patients yet',
  noPatientsHint: 'Patients appear here once the clinic has enrolled them and named you as their therapist.',
  noMatch: 'Nobody matches',
  noMatchHint: 'No patient fits these filters.',
  noReason: 'Nothing wants you here now',
  severity: (id: string) => SEVERITY_EN[id] ?? id,
  verdict: (id: string) => VERDICT_EN[id] ?? id,
  rule: (id: string) => RULE_EN[id] ?? id,
  since: (date: string) => `since ${date}`,
  also: (rules: string) => `Also: ${rules}`,
  tooEarly: (days: number) => `? Too early to tell: ${days} more ${plural(days, 'day', 'days', 'en')}`,
  notDecisive: '? Up and down too much to tell',
  sinceBaseline: (points: string, percent: number | null) =>
    `${points} points since the baseline${percent === null ? '' : ` (${Math.round(percent)} %)`}`,
  neverHeard: 'No entry of their own yet',
  heard: (ago: string) => `Last entry ${ago}`,
  noProgram: 'No program',
  programIs: (status: string) => STATUS_EN[status] ?? status,
  pastWeeks: (weeks: number) => `Past its ${weeks} weeks`,
  weekOf: (week: number, weeks: number) => `Week ${week} of ${weeks}`,
  done: (share: string, lower: string, upper: string) => `${share} done in 28 days (${lower} to ${upper})`,
};

export const de = {
  caseload: 'Meine Patienten',
  administration: 'Verwaltung',
  roleOf: (role: string) => ROLE_DE[role] ?? role,
  live: 'Live',
  notLive: 'Verbinde',
  filters: 'Filter',
  whose: 'Wessen Patienten',
  mine: 'Meine',
  everybodys: 'Die ganze Praxis',
  urgency: 'Offener Hinweis',
  trend: 'Verlauf über 4 Wochen',
  care: 'Behandlung',
  any: 'Alle',
  inCare: 'In Behandlung',
  discharged: 'Entlassen',
  more: 'Weitere zeigen',
  showAll: 'Filter entfernen',
  noPatients: 'Noch niemand da',
  noPatientsHint: 'Hier erscheint, wen die Praxis aufgenommen und Ihnen zugeordnet hat.',
  noMatch: 'Niemand passt',
  noMatchHint: 'Zu diesen Filtern passt niemand.',
  noReason: 'Hier ist gerade nichts zu tun',
  severity: (id: string) => SEVERITY_DE[id] ?? id,
  verdict: (id: string) => VERDICT_DE[id] ?? id,
  rule: (id: string) => RULE_DE[id] ?? id,
  since: (date: string) => `seit ${date}`,
  also: (rules: string) => `Außerdem: ${rules}`,
  tooEarly: (days: number) => `? Noch zu früh: ${days} weitere ${plural(days, 'Tag', 'Tage', 'de')}`,
  notDecisive: '? Schwankt zu sehr für eine Aussage',
  sinceBaseline: (points: string, percent: number | null) =>
    `${points} Punkte seit Beginn${percent === null ? '' : ` (${Math.round(percent)} %)`}`,
  neverHeard: 'Noch kein eigener Eintrag',
  heard: (ago: string) => `Letzter Eintrag ${ago}`,
  noProgram: 'Kein Programm',
  programIs: (status: string) => STATUS_DE[status] ?? status,
  pastWeeks: (weeks: number) => `Nach den ${weeks} Wochen`,
  weekOf: (week: number, weeks: number) => `Woche ${week} von ${weeks}`,
  done: (share: string, lower: string, upper: string) => `${share} in 28 Tagen erledigt (${lower} bis ${upper})`,
};

export const words = catalog({ en, de });
