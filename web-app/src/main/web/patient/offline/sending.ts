import type { Problem } from '../../shared/problem';
import type { Entry, Refusal, Revision, Verdict } from './entry';

/** The most items of one request; the service takes 500 and 1 MiB. */
export const MOST_ITEMS = 100;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const PREFIX = 'urn:backtrack:problem:';

/** Refusals of one item that stay the same however often it is sent. All else may pass. */
const FINAL: ReadonlySet<string> = new Set(['invalid-request', 'malformed-json', 'unknown-patient', 'patient-erased', 'forbidden']);

/** What tracking-service says of one item. */
export interface ItemResult {
  readonly index: number;
  readonly id?: string;
  readonly revision?: number;
  readonly status: string;
  readonly problem?: Problem;
  readonly retry: boolean;
}

/** One revision on its way. */
export interface Parcel {
  readonly entry: Entry;
  readonly revision: Revision;
}

/** What is to be sent now: warning signs first, then in the order of writing. */
export function parcels(entries: readonly Entry[], at: number, most: number = MOST_ITEMS): Parcel[] {
  return entries
    .filter((entry) => entry.notBefore <= at)
    .flatMap((entry) => entry.revisions.filter((revision) => revision.state === 'waiting').map((revision) => ({ entry, revision })))
    .sort((one, other) => urgency(one) - urgency(other)
      || one.revision.writtenAt.localeCompare(other.revision.writtenAt) || one.revision.number - other.revision.number)
    .slice(0, most);
}

/** When the next thing is due, in milliseconds since 1970; null where nothing waits. */
export function nextDue(entries: readonly Entry[]): number | null {
  const due = entries.filter((entry) => entry.revisions.some((revision) => revision.state === 'waiting'))
    .map((entry) => entry.notBefore);
  return due.length === 0 ? null : Math.min(...due);
}

/** An item of `POST /v1/journal`. */
export function item(patientId: string, { entry, revision }: Parcel): Readonly<Record<string, unknown>> {
  const names = { patientId, kind: entry.kind, id: entry.id, revision: revision.number };
  const reason = revision.reason === undefined ? {} : { reason: revision.reason };
  return revision.content === null ? { ...names, ...reason, retracted: true } : { ...names, ...revision.content, ...reason };
}

/** What an answer means for one revision. Only a refusal that is known and lasting is one. */
export function judged(result: ItemResult | undefined, entry: Entry, at: number, chance: number): Verdict {
  if (result?.status === 'accepted') {
    return { is: 'taken' };
  }
  const problem = result?.problem;
  const code = problem?.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : undefined;
  if (result !== undefined && !result.retry && problem !== undefined && code !== undefined && FINAL.has(code)
      && problem.status >= 400 && problem.status < 500) {
    return { is: 'refused', refusal: refusal(code, problem) };
  }
  return { is: 'later', notBefore: at + wait(entry.putOff, chance) };
}

/**
 * How long to wait after some failures in a row, in milliseconds: twice as long each time, up to five minutes, and
 * spread, so that many devices do not come back at once.
 *
 * @param chance from 0 to 1
 */
export function wait(failures: number, chance: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 12)) * (0.75 + chance / 2);
}

/** `Retry-After` in milliseconds: seconds or a date. Null where there is none. */
export function retryAfter(header: string | null, at: number): number | null {
  if (header === null || header.trim() === '') {
    return null;
  }
  const wanted = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - at;
  return Number.isNaN(wanted) ? null : Math.max(0, wanted);
}

function refusal(code: string, problem: Problem): Refusal {
  return { code, flaws: (problem.errors ?? []).map((flaw) => `${flaw.pointer ?? ''} ${flaw.detail}`.trim()) };
}

function urgency({ entry }: Parcel): number {
  return entry.kind === 'red-flag-screen' ? 0 : entry.kind === 'flare' ? 1 : 2;
}
