import { type Answer, follow } from '../shared/api';
import { translated } from '../shared/ours';
import { app } from './app';
import { localDate, now } from './offline/facts';

export interface Span {
  readonly min: number;
  readonly max: number;
}

export type Side = 'left' | 'right' | 'both';

export interface SideDose {
  readonly side: Side;
  readonly sets?: Span | null;
  readonly reps?: Span | null;
  readonly holdSeconds?: Span | null;
  readonly loadGrams?: number | null;
}

export interface Guidance {
  readonly purpose?: string | null;
  readonly cues: readonly string[];
  readonly steps: readonly string[];
  readonly toDo: readonly string[];
  readonly toAvoid: readonly string[];
  readonly cautions: readonly { readonly text: string }[];
}

export interface PlanItem {
  readonly exercise: string;
  readonly name?: string | null;
  readonly demand: { readonly per: 'day' | 'week'; readonly times: number; readonly dueInWeek: number };
  /** In the order of work. */
  readonly sides: readonly SideDose[];
  readonly restSeconds?: number | null;
  readonly tempo?: string | null;
  readonly instructions?: string | null;
  readonly guidance?: Guidance | null;
}

export interface PlanHabit {
  readonly habit: string;
  readonly name?: string | null;
  readonly instructions?: string | null;
  readonly guidance?: Guidance | null;
}

/** An entry of the catalog, as far as it is shown here. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly measures: readonly string[];
  readonly guidance: Guidance;
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
}

export interface Plan {
  readonly date: string;
  readonly today: string;
  readonly program: {
    readonly name: string;
    readonly state: string;
    readonly startsOn: string;
    readonly weeks: number;
    readonly week?: number | null;
    readonly phase?: string | null;
  } | null;
  readonly nothingDueBecause: string | null;
  readonly items: readonly PlanItem[];
  readonly habits: readonly PlanHabit[];
  readonly weeklyChecklist: readonly Listed[];
}

/** A plan, and whether it is the one of today as the server knows it now. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly fresh: boolean;
}

/** For how many days ahead plans are kept, so that days without a network have theirs. */
const DAYS_AHEAD = 6;
const PLANS = 'plans';
const CATALOG = 'catalog';

type Plans = Readonly<Record<string, Plan>>;

/** What is kept of a plan for today, or in its place. */
export async function keptPlan(): Promise<ShownPlan | undefined> {
  const plan = planOn(localDate(now()), await app.kept<Plans>(PLANS) ?? {});
  return plan && { plan, fresh: false };
}

/**
 * A day's plan, else the last one before it. With none before it, the first one after: plans have their dates where the
 * patient lives, which may be a day ahead of where the device is.
 */
export function planOn<T>(day: string, plans: Readonly<Record<string, T>>): T | undefined {
  const dates = Object.keys(plans).sort();
  const date = dates.findLast((each) => each <= day) ?? dates[0];
  return date === undefined ? undefined : plans[date];
}

/** Asks for today's plan and keeps it, with those of the days ahead. */
export async function freshPlan(): Promise<ShownPlan> {
  const plan = await app.read<Plan>('program', '/day');
  const kept = await app.kept<Plans>(PLANS) ?? {};
  await app.keep(PLANS, { ...kept, [plan.date]: plan });
  void keepAhead(plan.date);
  return { plan, fresh: true };
}

async function keepAhead(today: string): Promise<void> {
  try {
    const dates = Array.from({ length: DAYS_AHEAD }, (_, i) => dayAfter(today, i + 1));
    const ahead = await Promise.all(dates.map((date) => app.read<Plan>('program', `/day?date=${date}`)));
    const kept = await app.kept<Plans>(PLANS) ?? {};
    const still = Object.entries(kept).filter(([date]) => date >= dayAfter(today, -1) && date <= today);
    await app.keep(PLANS, Object.fromEntries([...still, ...ahead.map((plan) => [plan.date, plan] as const)]));
  } catch {
    // What is kept from before stays.
  }
}

interface KeptCatalog {
  /** When it was read. */
  readonly day: string;
  readonly entries: readonly Listed[];
}

/** The catalog, as kept; asked for where there is none yet and, on demand, anew once a day. */
export async function catalogEntries(anew = false): Promise<ReadonlyMap<string, Listed>> {
  const kept = await app.kept<KeptCatalog>(CATALOG);
  const today = localDate(now());
  if (kept !== undefined && (!anew || kept.day === today)) {
    return mapped(kept.entries);
  }
  try {
    const entries: Listed[] = [];
    for (let address: string | null = '/api/program/v1/catalog?limit=100'; address !== null;) {
      const page: Answer<{ entries: readonly Listed[] }> = await follow(address);
      entries.push(...page.body.entries.map(({ id, name, kind, measures, guidance, replaces, replacedBy }) =>
        ({ id, name, kind, measures, guidance, replaces, replacedBy })));
      address = page.next;
    }
    await app.keep(CATALOG, { day: today, entries });
    return mapped(entries);
  } catch {
    return mapped(kept?.entries ?? []);
  }
}

function mapped(entries: readonly Listed[]): ReadonlyMap<string, Listed> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** A name for an id that no catalog at hand knows: `bird-dog` as `Bird dog`. */
export function nameOf(id: string, name?: string | null): string {
  const spoken = id.replaceAll('-', ' ');
  return name != null ? translated(name) : spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** What may be done in place of an exercise. */
export function standIns(exercise: string, catalog: ReadonlyMap<string, Listed>): readonly Listed[] {
  const named = new Set(catalog.get(exercise)?.replacedBy ?? []);
  return [...catalog.values()].filter((entry) => entry.id !== exercise
    && (named.has(entry.id) || entry.replaces.includes(exercise)));
}

export function dayAfter(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}
