import { call, follow } from '../../shared/api';
import { language } from '../../shared/i18n';
import { translated } from '../../shared/ours';

/** A template, as program-service answers it. */
export interface Template {
  readonly id: string;
  readonly origin: 'built-in' | 'clinic';
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly weeks: number;
  readonly phases: readonly Phase[];
}

export interface Phase {
  readonly name: string;
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly items: readonly Item[];
  readonly instructions: readonly string[];
  readonly habits: readonly string[];
}

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** An exercise of a phase. What this page does not edit goes through it as it is. */
export interface Item {
  readonly exercise: string;
  readonly sets?: Span | null;
  readonly reps?: Span | null;
  readonly holdSeconds?: Span | null;
  /** Between sets. */
  readonly restSeconds?: number | null;
  readonly loadGrams?: number | null;
  readonly sides: { readonly rule: string };
  readonly frequency: { readonly repetition: string; readonly times?: number | null };
  readonly instructions?: string | null;
}

/** An entry of the catalog, as far as these pages show it. */
export interface Entry {
  readonly id: string;
  readonly origin: 'built-in' | 'clinic';
  readonly hidden: boolean;
  readonly kind: string;
  readonly name: string;
  readonly category: string;
  readonly sides: string;
  readonly notPrescribableBecause: string | null;
}

/** The doses of an item that are a span from … to. */
export const DOSES = ['sets', 'reps', 'holdSeconds'] as const;
export type Dose = (typeof DOSES)[number];

/** The doses of an item that are one number, with how much of what is sent makes one of what is typed: kilograms are sent in grams. */
export const AMOUNTS = [
  { of: 'restSeconds', unit: 1, pattern: '\\s*[0-9]{0,3}\\s*', example: '60' },
  { of: 'loadGrams', unit: 1_000, pattern: '\\s*([0-9]{1,3}([.,][0-9]{1,3})?)?\\s*', example: '2.5' },
] as const;

/** How a span of whole numbers is typed. */
export const SPAN_PATTERN = '\\s*([0-9]{1,4}(\\s*[\\-–]\\s*[0-9]{1,4})?)?\\s*';

/** Kinds of the catalog that are kept up and not exercised. */
export const HABITUAL: readonly string[] = ['habit', 'ergonomic-rule', 'weekly-check'];

/** The whole catalog, with what the clinic has hidden. */
export async function catalogEntries(): Promise<readonly Entry[]> {
  let page = await call<{ entries: readonly Entry[] }>('program', '/v1/catalog?limit=200&hidden=true');
  const all = named(page.body.entries);
  while (page.next !== null) {
    page = await follow<{ entries: readonly Entry[] }>(page.next);
    all.push(...named(page.body.entries));
  }
  return all;
}

function named(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => ({ ...entry, name: translated(entry.name) }));
}

/** An id of lower-case words joined by hyphens, made of a name. */
export function idOf(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 64).replace(/-$/, '');
}

/** "2", "2–3", or nothing where the dose is left open. */
export function spanText(span: Span | null | undefined): string {
  return !span ? '' : span.min === span.max ? String(span.min) : `${span.min}–${span.max}`;
}

/** The dose that "2", "2-3" or "2–3" says; null for an empty line, undefined for what is none. */
export function spanOf(text: string): Span | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return null;
  }
  const found = /^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$/.exec(trimmed);
  return found === null ? undefined : { min: Number(found[1]), max: Number(found[2] ?? found[1]) };
}

/** "2.5", or nothing where it is left open. */
export function amountText(amount: number | null | undefined, unit: number): string {
  return amount === null || amount === undefined ? ''
    : new Intl.NumberFormat(language(), { useGrouping: false, maximumFractionDigits: 3 }).format(amount / unit);
}

/** The number that is sent for "2.5" or "2,5"; null for an empty line, undefined for what is none. */
export function amountOf(text: string, unit: number): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') {
    return null;
  }
  return /^\d{1,3}(?:[.,]\d{1,3})?$/.test(trimmed) ? Math.round(unit * Number(trimmed.replace(',', '.'))) : undefined;
}

/** The list with another item in one place. */
export function replaced<T>(list: readonly T[], at: number, item: T): readonly T[] {
  return list.map((one, i) => i === at ? item : one);
}

/** The list without what stands in one place. */
export function without<T>(list: readonly T[], at: number): readonly T[] {
  return list.filter((_, i) => i !== at);
}
