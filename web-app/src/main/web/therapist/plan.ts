/** A plan as program-service answers and takes it. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

export interface PlanItem {
  readonly exercise: string;
  readonly weeks: Span | null;
  readonly sets: Span | null;
  readonly reps: Span | null;
  readonly holdSeconds: Span | null;
  readonly restSeconds: number | null;
  readonly loadGrams: number | null;
  readonly tempo: string | null;
  readonly sides: { readonly rule: string; readonly weaker: string | null; readonly fewerReps: number | null; readonly lessGrams: number | null };
  readonly frequency: { readonly repetition: string; readonly times: number | null; readonly weekdays: readonly string[] | null; readonly hours: Span | null };
  readonly targetDate: string | null;
  readonly instructions: string | null;
}

export interface Plan {
  readonly template: string;
  readonly name: string | null;
  readonly startsOn: string;
  readonly weeks: number;
  readonly phases: readonly { readonly name: string; readonly weeks: Span }[];
  readonly items: readonly PlanItem[];
  readonly habits: readonly { readonly habit: string; readonly fromWeek: number | null; readonly instructions: string | null }[];
}

export interface Program {
  readonly programId: string;
  readonly version: number;
  readonly status: 'active' | 'paused' | 'completed' | 'stopped';
  readonly effectiveFrom: string;
  readonly plan: Plan;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedBy: { readonly role: string; readonly id: string };
}

/** What differs between two plans, item by item. */
export interface PlanChange {
  readonly exercise: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly members: readonly { readonly member: string; readonly before: unknown; readonly after: unknown }[];
}

const MEMBERS = ['weeks', 'sets', 'reps', 'holdSeconds', 'restSeconds', 'loadGrams', 'tempo', 'sides', 'frequency', 'targetDate', 'instructions'] as const;

/** Compares by exercise and, where one is planned more than once, by its place among them. */
export function planChanges(before: readonly PlanItem[], after: readonly PlanItem[]): readonly PlanChange[] {
  const was = keyed(before);
  const is = keyed(after);
  const changes: PlanChange[] = [];
  for (const [key, item] of is) {
    const old = was.get(key);
    if (old === undefined) {
      changes.push({ exercise: item.exercise, kind: 'added', members: [] });
      continue;
    }
    const members = MEMBERS.filter((member) => JSON.stringify(old[member]) !== JSON.stringify(item[member]))
      .map((member) => ({ member, before: old[member], after: item[member] }));
    if (members.length > 0) {
      changes.push({ exercise: item.exercise, kind: 'changed', members });
    }
  }
  for (const [key, item] of was) {
    if (!is.has(key)) {
      changes.push({ exercise: item.exercise, kind: 'removed', members: [] });
    }
  }
  return changes;
}

/**
 * The own items on top of a plan that somebody else has changed meanwhile: what was left alone here is as they made it,
 * what was changed here stays as it was changed.
 *
 * @param base the plan that the own changes began with
 */
export function onTopOf(base: readonly PlanItem[], own: readonly PlanItem[], theirs: readonly PlanItem[]): readonly PlanItem[] {
  const was = keyed(base);
  const now = keyed(theirs);
  const mine = keyed(own);
  const kept = [...mine].flatMap(([key, item]) => {
    const untouched = JSON.stringify(was.get(key)) === JSON.stringify(item);
    const theirItem = now.get(key);
    return untouched ? (theirItem === undefined ? [] : [theirItem]) : [item];
  });
  const added = [...now].filter(([key]) => !was.has(key) && !mine.has(key)).map(([, item]) => item);
  return [...kept, ...added];
}

function keyed(items: readonly PlanItem[]): ReadonlyMap<string, PlanItem> {
  const counts = new Map<string, number>();
  return new Map(items.map((item) => {
    const place = counts.get(item.exercise) ?? 0;
    counts.set(item.exercise, place + 1);
    return [`${item.exercise} ${place}`, item];
  }));
}
