import { call } from '../../shared/api';
import type { Rule } from './numbers';

/** When a rule would have fired with other numbers, beside the numbers in force. */
export interface Trial {
  readonly rule: string;
  readonly judged: number;
  readonly rehearsed: number;
  readonly inForce: number;
  /** Patients of whom it would have told. */
  readonly patients: number;
  /** By local date, ascending. */
  readonly dates: readonly DateCounts[];
}

export interface DateCounts {
  readonly date: string;
  readonly rehearsed: number;
  readonly inForce: number;
}

/** A page of what tracking-service answers. */
export interface Page {
  readonly judged: number;
  readonly counts: { readonly rehearsed: number; readonly inForce: number };
  readonly patients: readonly { readonly rehearsed: readonly string[]; readonly inForce: readonly string[] }[];
  readonly next?: string;
}

/** The numbers of a rule among those that were changed; a rule with none of them needs no trial. */
export function ofRule(rule: Rule, changed: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const ids = new Set(rule.thresholds.map((threshold) => threshold.id));
  return Object.fromEntries([...changed].filter(([id]) => ids.has(id)));
}

/**
 * Judges all patients of the clinic, page by page.
 *
 * @param judged told after each page how many are done
 */
export async function tryRule(
  rule: Rule,
  thresholds: Readonly<Record<string, number>>,
  from: string,
  through: string,
  signal: AbortSignal,
  judged: (patients: number) => void,
): Promise<Trial> {
  let trial: Trial = { rule: rule.id, judged: 0, rehearsed: 0, inForce: 0, patients: 0, dates: [] };
  let after: string | undefined;
  do {
    const body = { rule: rule.id, thresholds, from, through, after };
    const page: Page = (await call<Page>('tracking', '/v1/insight-rehearsals', { method: 'POST', body, signal })).body;
    trial = withPage(trial, page);
    judged(trial.judged);
    after = page.next;
  } while (after !== undefined && after !== null);
  return trial;
}

/** The trial with one more page of patients. */
export function withPage(trial: Trial, page: Page): Trial {
  const dates = new Map(trial.dates.map((counts) => [counts.date, counts]));
  const count = (date: string, rehearsed: number, inForce: number) => {
    const before = dates.get(date) ?? { date, rehearsed: 0, inForce: 0 };
    dates.set(date, { date, rehearsed: before.rehearsed + rehearsed, inForce: before.inForce + inForce });
  };
  for (const patient of page.patients) {
    patient.rehearsed.forEach((date) => count(date, 1, 0));
    patient.inForce.forEach((date) => count(date, 0, 1));
  }
  return {
    rule: trial.rule,
    judged: trial.judged + page.judged,
    rehearsed: trial.rehearsed + page.counts.rehearsed,
    inForce: trial.inForce + page.counts.inForce,
    patients: trial.patients + page.patients.filter((patient) => patient.rehearsed.length > 0).length,
    dates: [...dates.values()].sort((a, b) => a.date.localeCompare(b.date)),
  };
}

/** The span of local dates that ends yesterday, as today is not over. */
export function span(days: number, now: Date): { readonly from: string; readonly through: string } {
  const date = (ago: number) => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
  return { from: date(days), through: date(1) };
}
