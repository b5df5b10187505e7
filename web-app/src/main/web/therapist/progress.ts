import { get } from '../shared/api';
import { ProblemError } from '../shared/problem';
import type { Proportion, Verdict } from './caseload-row';

/** What tracking-service says of a window of 4 to 12 weeks. Pain is 0 to 10; null is a day without a score. */
export interface Progress {
  readonly from: string;
  readonly until: string;
  readonly weeks: number;
  readonly context: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly daysNeeded: number | null;
  readonly program: { readonly programId: string; readonly name: string | null; readonly startsOn: string; readonly weeks: number; readonly status: string } | null;
  readonly days: readonly Day[];
  readonly scoredDays: number;
  readonly slope: { readonly pointsPerWeek: number; readonly interval: Interval; readonly correctedInterval: Interval } | null;
  readonly changes: Changes;
  readonly variability: { readonly standardDeviation: number | null; readonly largestJump: number | null } | null;
}

export interface Day {
  readonly date: string;
  readonly pain: number | null;
  readonly scores: number;
  readonly sessions: number;
  readonly redFlags: readonly string[];
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface Level {
  readonly from: string;
  readonly to: string;
  readonly scoredDays: number;
  readonly mean: number;
}

export interface Changes {
  readonly start: Level | null;
  readonly current: Level | null;
  readonly baseline: Level | null;
  readonly windowChange: number | null;
  readonly programChange: { readonly points: number; readonly percent: number | null; readonly relief: string | null } | null;
  readonly thresholds: { readonly improvement: number; readonly worsening: number; readonly detectable: number; readonly twoPointGainImpossible: boolean } | null;
}

export interface Tally {
  readonly due: number;
  readonly done: number;
  readonly skipped: number;
  readonly noData: number;
  readonly open: number;
  readonly rate: Proportion | null;
}

export interface Adherence {
  readonly exercises: Tally;
  readonly habits: Tally;
  readonly items: readonly { readonly kind: string; readonly id: string; readonly tally: Tally }[];
  readonly programWeeks: readonly { readonly programWeek: number; readonly from: string; readonly to: string; readonly exercises: Tally }[];
}

export interface Sides {
  readonly judgedFrom: string;
  readonly asymmetries: readonly Asymmetry[];
}

export interface Asymmetry {
  readonly exercise: string;
  readonly source: string;
  readonly measure: string;
  readonly finding: string;
  readonly left: number;
  readonly right: number;
  readonly comparison: { readonly leftMean: number; readonly rightMean: number; readonly percent: number | null; readonly weaker: string | null } | null;
}

/** What is marked on the time axis. */
export interface Mark {
  readonly date: string;
  readonly kind: 'program' | 'flare' | 'spike' | 'red-flag';
  readonly text: string;
}

/** What is looked at. */
export interface Window {
  readonly weeks: number;
  /** A context of scores, or empty for the one that suits best. */
  readonly context: string;
  /** The instant of knowledge; null for now. */
  readonly asOf: string | null;
}

export const CONTEXTS = ['average-24h', 'worst-24h', 'now', 'before-session', 'during-exercise', 'after-session'] as const;

/** The query of a window. */
export function windowQuery(window: Window, withContext = false): string {
  const query = new URLSearchParams({ weeks: String(window.weeks) });
  if (window.asOf !== null) {
    query.set('asOf', window.asOf);
  }
  if (withContext && window.context !== '') {
    query.set('context', window.context);
  }
  return `?${query}`;
}

/** Null where there is nothing to be read, such as before a program. */
export async function readOr404<T>(service: 'tracking' | 'program', path: string): Promise<T | null> {
  try {
    return await get<T>(service, path);
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.status === 404) {
      return null;
    }
    throw failure;
  }
}
