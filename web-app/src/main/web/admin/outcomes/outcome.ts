/** What came of programs, as tracking-service answers it. */
export interface Outcomes {
  readonly from: string;
  readonly through: string;
  readonly patients: number;
  readonly weeks: readonly Week[];
}

export interface Week {
  readonly week: number;
  readonly measured: number;
  readonly missing: Readonly<Record<Reason, number>>;
  readonly meaningful: Share;
  readonly moderate: Share;
  readonly substantial: Share;
}

/** Why nothing is known of a patient in a week. */
export type Reason = 'notReached' | 'thinData' | 'droppedOut' | 'finished';

export const REASONS: readonly Reason[] = ['notReached', 'thinData', 'droppedOut', 'finished'];

export interface Share {
  readonly count: number;
  /** Null where nobody was measured. */
  readonly ofMeasured: Proportion | null;
  readonly ofDue: Proportion | null;
}

export interface Proportion {
  readonly share: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}

export const LEVELS = ['meaningful', 'moderate', 'substantial'] as const;

/** How many of a week's patients have reached it. */
export function due(week: Week): number {
  return week.measured + REASONS.reduce((sum, reason) => sum + (reason === 'notReached' ? 0 : week.missing[reason]), 0);
}

/** The span of starts that the page begins with: those of a year, so that the last weeks are reached by most. */
export function lastYear(now: Date): { readonly from: string; readonly through: string } {
  const through = now.toISOString().slice(0, 10);
  const from = new Date(now);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return { from: from.toISOString().slice(0, 10), through };
}
