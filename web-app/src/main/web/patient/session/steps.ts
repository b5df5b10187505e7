import type { ExerciseDone, Session, SetDone, SkipReason, When } from '../offline/facts';
import type { Listed, PlanItem, SideDose, Span } from '../plan';
import type { Spot } from '../parts/body-map';

/** What is counted of a set. */
export type Measure = 'reps' | 'hold';

/** A set as it is to be done, or was. */
export interface SetWork {
  readonly side: 'left' | 'right' | 'both';
  readonly measure: Measure;
  /** What is prescribed; null where that is left open. */
  readonly reps: Span | null;
  readonly holdSeconds: Span | null;
  readonly loadGrams?: number;
  /** What was done. */
  readonly doneReps?: number;
  readonly doneSeconds?: number;
  readonly done: boolean;
}

/** An exercise of a session. */
export interface Work {
  /** The planned one. */
  readonly planned: string;
  /** What is done: the planned one, or what stands in for it. */
  readonly exercise: string;
  readonly sets: readonly SetWork[];
  readonly restSeconds: number;
  readonly skipped?: SkipReason;
  readonly effort?: number;
  readonly pain?: number;
}

export interface Feeling extends Spot {
  readonly score?: number;
}

/** A session under way; kept on the device with each step. */
export interface SessionDraft {
  /** The plan's local date. */
  readonly date: string;
  readonly works: readonly Work[];
  /** Which exercise it is at; −1 before the first, and their number after the last. */
  readonly at: number;
  readonly before: Feeling;
  readonly after: Feeling;
  readonly note: string;
  /** When something was last said in it, UTC; of a session that is finished on another day it is when it was. */
  readonly touchedAt?: string;
}

const MOST_SETS = 20;
/** The rest between sets where the plan says nothing, in seconds. */
const USUAL_REST = 30;

/** A session of what is planned. */
export function draftOf(date: string, items: readonly PlanItem[], catalog: ReadonlyMap<string, Listed>): SessionDraft {
  return { date, works: items.map((item) => workOf(item, catalog)), at: -1, before: {}, after: {}, note: '' };
}

export function workOf(item: PlanItem, catalog: ReadonlyMap<string, Listed>): Work {
  return {
    planned: item.exercise, exercise: item.exercise,
    sets: setsOf(item.sides, measureOf(item.sides[0], catalog.get(item.exercise))),
    restSeconds: item.restSeconds ?? USUAL_REST,
  };
}

/** Round by round, each in the order of work: the weaker side first. */
export function setsOf(sides: readonly SideDose[], measure: Measure): SetWork[] {
  const rounds = Math.max(1, ...sides.map((side) => side.sets?.min ?? 1));
  return Array.from({ length: rounds }, (_, round) => sides
    .filter((side) => round < (side.sets?.min ?? 1))
    .map((side) => fresh(side, measure))).flat();
}

function fresh(side: SideDose, measure: Measure): SetWork {
  return {
    side: side.side, measure, reps: side.reps ?? null, holdSeconds: side.holdSeconds ?? null, done: false,
    ...(side.loadGrams == null ? {} : { loadGrams: side.loadGrams }),
  };
}

/** By the dose where there is one, else by what the catalog says is counted. */
function measureOf(dose: SideDose | undefined, entry: Listed | undefined): Measure {
  if (dose?.reps != null) {
    return 'reps';
  }
  const counted = entry?.measures ?? [];
  return dose?.holdSeconds != null || (!counted.includes('reps') && counted.some((measure) => measure.endsWith('seconds')))
    ? 'hold' : 'reps';
}

/** One more of each side, as many as the form takes. */
export function withAnotherRound(work: Work): Work {
  const sides = [...new Map(work.sets.map((set) => [set.side, set])).values()];
  const more = sides.map(({ doneReps: _, doneSeconds: __, ...set }) => ({ ...set, done: false }));
  return work.sets.length + more.length > MOST_SETS ? work : { ...work, sets: [...work.sets, ...more] };
}

/** The number that a set begins with: what is prescribed at least, else what was done on that side before. */
export function suggested(work: Work, at: number): number {
  const set = work.sets[at]!;
  const prescribed = set.measure === 'reps' ? set.reps : set.holdSeconds;
  const former = work.sets.slice(0, at).findLast((each) => each.done && each.side === set.side);
  return prescribed?.min ?? (set.measure === 'reps' ? former?.doneReps : former?.doneSeconds) ?? 0;
}

export function withSetDone(work: Work, at: number, amount: number): Work {
  return {
    ...work,
    sets: work.sets.map((set, i) => i !== at ? set
      : { ...set, done: true, ...(set.measure === 'reps' ? { doneReps: amount } : { doneSeconds: amount }) }),
  };
}

/** Which set is next; −1 where all are done. */
export function nextSet(work: Work): number {
  return work.sets.findIndex((set) => !set.done);
}

/** Whether something of it was done. */
export function begun(work: Work): boolean {
  return work.sets.some((set) => set.done);
}

/**
 * The session as it is reported: what was done, what was left out and why. What nothing was said about is in neither.
 *
 * @return null where nothing was said at all
 */
export function reported(draft: SessionDraft, when: When): Session | null {
  const exercises = draft.works.filter((work) => begun(work) && work.skipped === undefined).map(doneOf);
  const skipped = draft.works.flatMap(({ planned, skipped: why }) => why === undefined ? [] : [{ exercise: planned, why }]);
  const note = draft.note.trim();
  return exercises.length + skipped.length === 0 ? null : {
    exercises, ...(skipped.length === 0 ? {} : { skipped }), ...when, ...(note === '' ? {} : { note }),
  };
}

function doneOf(work: Work): ExerciseDone {
  return {
    exercise: work.exercise,
    ...(work.exercise === work.planned ? {} : { insteadOf: work.planned }),
    sets: work.sets.filter((set) => set.done).map((set): SetDone => ({
      side: set.side,
      ...(set.doneReps === undefined ? {} : { reps: set.doneReps }),
      ...(set.measure === 'hold' ? { holdSeconds: set.doneSeconds ?? 0 }
        : set.holdSeconds === null ? {} : { holdSeconds: set.holdSeconds.min }),
      ...(set.loadGrams === undefined ? {} : { loadGrams: set.loadGrams }),
    })),
    ...(work.effort === undefined ? {} : { effort: work.effort }),
    ...(work.pain === undefined ? {} : { pain: work.pain }),
  };
}
