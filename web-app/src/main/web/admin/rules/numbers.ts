/** A clinic's settings on a date, as program-service answers them. */
export interface Settings {
  readonly version: number;
  readonly on: string;
  readonly inForce: number;
  readonly effectiveFrom: string | null;
  readonly thresholds: readonly Threshold[];
  readonly quietHours: Night;
  readonly quietHoursShipped: Night;
  readonly retentionYears: number | null;
  readonly therapistsSee: Reach;
  readonly therapistsSeeShipped: Reach;
  readonly scheduled: readonly { readonly version: number; readonly effectiveFrom: string }[];
}

/** Whose data therapists see and change. */
export const REACHES = ['clinic', 'caseload'] as const;
export type Reach = (typeof REACHES)[number];

export interface Night {
  readonly from: string;
  readonly until: string;
}

export interface Threshold {
  readonly id: string;
  readonly value: number;
  readonly shipped: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly meaning: string;
}

/** A rule with the numbers that it goes by, as tracking-service answers it. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly thresholds: readonly { readonly id: string }[];
}

/** What somebody decided about the settings. */
export interface Version {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly quietHours: Night | null;
  readonly retentionYears: number | null;
  /** Null for as shipped. */
  readonly therapistsSee: Reach | null;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedBy: { readonly role: string; readonly id: string };
}

/** Numbers as they are typed, by the ids of their thresholds; what nobody touched is not in it. */
export type Draft = Readonly<Record<string, string>>;

/** In which part of the page a number stands; those that are newer than this page come last. */
export const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['alarm', ['escalation-minutes']],
  ['trend', ['worsening-weeks', 'improvement-weeks']],
  ['spike', ['spike-points', 'spike-ratio', 'spike-alone-points', 'spike-alone-median']],
  ['silence', ['silence-hours', 'long-silence-days', 'lapse-due-days']],
  ['sides', ['asymmetry-change', 'asymmetry-sessions']],
  ['progression', ['exercise-pain-fine', 'exercise-pain-modify', 'progression-effort', 'progression-sessions']],
];

/** The thresholds of a group, and of the last one all that belong to none. */
export function inGroups(all: readonly Threshold[]): readonly (readonly [string, readonly Threshold[]])[] {
  const known = new Set(GROUPS.flatMap(([, ids]) => ids));
  const groups = GROUPS.map(([group, ids]) => [group, all.filter((one) => ids.includes(one.id))] as const);
  return [...groups, ['other', all.filter((one) => !known.has(one.id))] as const].filter(([, some]) => some.length > 0);
}

/** The number that a draft gives a threshold; null where what is typed is none. */
export function drafted(threshold: Threshold, draft: Draft): number | null {
  const typed = draft[threshold.id];
  if (typed === undefined) {
    return threshold.value;
  }
  const value = Number(typed.replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(value) ? null : value;
}

/** The numbers that differ from those in force. */
export function changed(all: readonly Threshold[], draft: Draft): ReadonlyMap<string, number> {
  return numbers(all, draft, (threshold) => threshold.value);
}

/** The numbers that differ from the shipped ones: what is sent. */
export function differing(all: readonly Threshold[], draft: Draft): Readonly<Record<string, number>> {
  return Object.fromEntries(numbers(all, draft, (threshold) => threshold.shipped));
}

function numbers(
  all: readonly Threshold[],
  draft: Draft,
  compared: (threshold: Threshold) => number,
): ReadonlyMap<string, number> {
  const some = new Map<string, number>();
  for (const threshold of all) {
    const value = drafted(threshold, draft);
    if (value !== null && value !== compared(threshold)) {
      some.set(threshold.id, value);
    }
  }
  return some;
}
