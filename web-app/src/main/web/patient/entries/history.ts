import { type Entry, last, type Refusal, type Revision, type RevisionState, stateOf } from '../offline/entry';
import type { Content, FactKind } from '../offline/facts';
import type { Known } from '../offline/queue';

/** A line of the timeline of tracking-service, as far as it is needed here. */
export interface TimelineLine {
  readonly kind: string;
  readonly id: string;
  readonly revision?: number;
  readonly change: string;
  readonly counts: boolean;
  readonly conflict: boolean;
  readonly recordedAt: string;
  readonly by: { readonly role: string; readonly id: string };
  readonly content: Readonly<Record<string, unknown>>;
}

/** One content that was given to a revision. */
export interface Version {
  readonly number: number;
  /** Null takes the fact back. */
  readonly content: Content | null;
  readonly state: RevisionState;
  readonly refusal?: Refusal;
  /** Who said it, where it was not said on this device alone. */
  readonly by?: string;
  readonly at: string;
  readonly counts: boolean;
}

/** A fact with all that was said of it, here and there. */
export interface Fact {
  readonly kind: FactKind;
  readonly id: string;
  readonly state: RevisionState;
  /** What stands: what waits here, else what counts at the server. Null where it was taken back. */
  readonly current: Version;
  /** The last content that it had, to be shown and brought back when it was taken back. */
  readonly content: Content | null;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** The contents that were given to the same, highest revision; empty without a conflict. */
  readonly conflict: readonly Version[];
  readonly entry?: Entry;
  readonly known: Known;
}

export const KINDS: readonly FactKind[] = ['pain-score', 'session', 'flare', 'red-flag-screen', 'habit-check-in'];

/** Members that say which revision it is, not what it says. */
const NAMES: ReadonlySet<string> = new Set(['id', 'revision', 'reason', 'localDate']);

/** Joins what this device knows with what a server has shown. */
export function facts(entries: readonly Entry[], timeline: readonly TimelineLine[]): readonly Fact[] {
  const ids = new Map<string, { kind: FactKind; id: string }>();
  for (const { kind, id } of [...entries, ...timeline.filter((line) => KINDS.includes(line.kind as FactKind))]) {
    ids.set(`${kind}/${id}`, { kind: kind as FactKind, id });
  }
  return [...ids.values()]
    .map(({ kind, id }) => fact(kind, id, entries.find((entry) => entry.kind === kind && entry.id === id),
      timeline.filter((line) => line.kind === kind && line.id === id)))
    .sort((one, other) => happened(other).localeCompare(happened(one)));
}

/** When it happened, or else when it was written. */
export function happened(fact: Fact): string {
  return new Date(fact.content?.occurredAt ?? fact.current.at).toISOString();
}

function fact(kind: FactKind, id: string, entry: Entry | undefined, lines: readonly TimelineLine[]): Fact {
  const there = lines.map(versionOf);
  const here = (entry?.revisions ?? [])
    .filter((revision) => !there.some((version) => version.number === revision.number && same(version.content, revision.content)))
    .map((revision) => ofDevice(revision));
  const versions = [...here, ...there].sort((one, other) =>
    other.number - one.number || Number(other.counts) - Number(one.counts) || other.at.localeCompare(one.at));
  const highest = Math.max(...versions.map((version) => version.number));
  const rivals = versions.filter((version) => version.number === highest && there.includes(version));
  const current = versions.find((version) => version.state !== 'sent' && version.number === highest)
    ?? versions.find((version) => version.counts) ?? versions[0]!;
  const content = versions.find((version) => version.content !== null)?.content ?? null;
  return {
    kind, id, entry, current, versions,
    content: current.content ?? content,
    state: entry === undefined ? 'sent' : stateOf(entry),
    conflict: rivals.length > 1 && here.every((version) => version.number < highest) ? rivals : [],
    known: { kind, id, revision: Math.max(0, ...there.map((version) => version.number)), content: there[0]?.content ?? entryContent(entry) },
  };
}

function entryContent(entry: Entry | undefined): Content | null {
  return entry === undefined ? null : last(entry).content;
}

function versionOf(line: TimelineLine): Version {
  return {
    number: line.revision ?? 1,
    content: line.change === 'retracted' ? null : plain(line.content),
    state: 'sent', by: line.by.role, at: line.recordedAt, counts: line.counts,
  };
}

function ofDevice({ number, content, state, refusal, writtenAt }: Revision): Version {
  return { number, content, state, at: writtenAt, counts: false, ...(refusal === undefined ? {} : { refusal }) };
}

/** Without its names, and without what is not said. */
function plain(content: Readonly<Record<string, unknown>>): Content {
  return cleaned(Object.fromEntries(Object.entries(content).filter(([name]) => !NAMES.has(name)))) as unknown as Content;
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(cleaned);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null).map(([name, each]) => [name, cleaned(each)]))
    : value;
}

/** The same said, whatever the order of members and the form of instants. */
export function same(one: Content | null, other: Content | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value).filter(([, each]) => each !== undefined && !(Array.isArray(each) && each.length === 0))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, each]) => `${name}:${name === 'occurredAt' ? Date.parse(String(each)) : canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? '';
}
