/** A row of the caseload, as tracking-service answers it. */
export interface Row {
  readonly patientId: string;
  readonly evaluatedFor: string;
  readonly status: 'enrolled' | 'discharged';
  readonly therapists: readonly string[];
  readonly program?: { readonly programId: string; readonly status: string; readonly startsOn: string; readonly weeks: number; readonly week?: number };
  readonly lastHeard?: string;
  readonly fourWeeks: Outlook;
  readonly twelveWeeks: Outlook;
  readonly programChange?: { readonly points: number; readonly percent: number | null; readonly relief: string | null };
  readonly adherence?: { readonly from: string; readonly due: number; readonly done: number; readonly rate: Proportion };
  readonly alerts: readonly OpenAlert[];
  readonly reason?: OpenAlert;
}

export type Verdict = 'improving' | 'worsening' | 'changing' | 'stable' | 'uncertain';

export interface Outlook {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly daysNeeded?: number;
  readonly change?: number;
}

export interface Proportion {
  readonly share: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';

export interface OpenAlert {
  readonly insightId: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly since: string;
}

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
export const VERDICTS: readonly Verdict[] = ['worsening', 'improving', 'changing', 'stable', 'uncertain'];

/** What a list is narrowed down to; an empty string is no filter. */
export interface Filter {
  readonly therapist: '' | 'all';
  readonly severity: '' | Severity;
  readonly verdict: '' | Verdict;
  readonly status: '' | 'discharged' | 'all';
}

export const NO_FILTER: Filter = { therapist: '', severity: '', verdict: '', status: '' };

/** The query of a filter, with its question mark; a name of nobody is in it. */
export function queryOf(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  query.set('limit', '25');
  return `?${query}`;
}
