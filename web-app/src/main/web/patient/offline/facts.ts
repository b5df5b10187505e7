/** The kinds of facts that a patient reports here. */
export type FactKind = 'pain-score' | 'session' | 'flare' | 'red-flag-screen' | 'habit-check-in';

export type AmendmentReason =
  | 'entered-in-error' | 'wrong-value' | 'wrong-time' | 'wrong-context' | 'duplicate' | 'more-detail' | 'restored' | 'other';

export type SkipReason =
  | 'pain' | 'tired' | 'no-time' | 'ill' | 'no-equipment' | 'not-understood' | 'advised-not-to' | 'other';
export const SKIP_REASONS: readonly SkipReason[] =
  ['pain', 'tired', 'no-time', 'ill', 'no-equipment', 'not-understood', 'advised-not-to', 'other'];

/** What every fact says beside its own: the moment (UTC) and the zone that the patient was in. */
export interface When {
  readonly occurredAt: string;
  readonly zone: string;
}

export type PainContext = 'now' | 'average-24h' | 'worst-24h' | 'before-session' | 'during-exercise' | 'after-session';
export type BodySide = 'left' | 'right' | 'both' | 'central';
export type BodySite =
  | 'neck' | 'shoulder' | 'upper-back' | 'lower-back' | 'pelvis' | 'hip' | 'buttock' | 'thigh' | 'knee' | 'lower-leg'
  | 'foot' | 'arm';

/** Whole points, 0 no pain to 10 worst. */
export interface PainScore extends When {
  readonly score: number;
  readonly context: PainContext;
  readonly site?: BodySite;
  readonly side?: BodySide;
  readonly note?: string;
}

export interface SetDone {
  readonly side: 'left' | 'right' | 'both';
  readonly reps?: number;
  readonly holdSeconds?: number;
  readonly loadGrams?: number;
}

export interface ExerciseDone {
  readonly exercise: string;
  readonly insteadOf?: string;
  readonly sets: readonly SetDone[];
  /** 0 none to 10 maximal. */
  readonly effort?: number;
  /** The worst during it, 0 to 10. */
  readonly pain?: number;
}

export interface Session extends When {
  readonly exercises: readonly ExerciseDone[];
  readonly skipped?: readonly { readonly exercise: string; readonly why: SkipReason }[];
  readonly note?: string;
}

export interface Flare extends When {
  readonly hardToTolerate: boolean;
  readonly limitsActivities: boolean;
  readonly affectsMood: boolean;
  /** A local date. */
  readonly endedOn?: string;
  readonly note?: string;
}

export interface RedFlagScreen extends When {
  readonly positive: readonly string[];
}

export interface HabitCheckIn extends When {
  readonly habit: string;
  readonly kept: boolean;
  readonly amount?: number;
  readonly why?: SkipReason;
}

export interface Contents {
  'pain-score': PainScore;
  session: Session;
  flare: Flare;
  'red-flag-screen': RedFlagScreen;
  'habit-check-in': HabitCheckIn;
}

export type Content = Contents[FactKind];

/** Now, where this device is. */
export function now(at: Date = new Date()): When {
  return { occurredAt: at.toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** The local date of a moment in a zone, such as `2026-11-28`. */
export function localDate(when: When): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: when.zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(when.occurredAt));
}
