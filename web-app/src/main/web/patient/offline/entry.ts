import type { AmendmentReason, Content, FactKind } from './facts';

/** Why a server did not take a revision, for good. */
export interface Refusal {
  /** The stable name of the kind of problem, such as `invalid-request`. */
  readonly code: string;
  readonly flaws: readonly string[];
}

export type RevisionState = 'waiting' | 'sent' | 'refused';

/** One revision of a fact. It is never changed once it may have reached a server. */
export interface Revision {
  /** 1 for the original, one more for each correction. */
  readonly number: number;
  /** All that it says; null takes the fact back. */
  readonly content: Content | null;
  readonly reason?: AmendmentReason;
  readonly state: RevisionState;
  /** Whether it may have reached a server: it was handed to the network, whatever came of that. */
  readonly tried: boolean;
  readonly refusal?: Refusal;
  /** When it was written, UTC. */
  readonly writtenAt: string;
}

/** A fact as this device knows it. */
export interface Entry {
  readonly kind: FactKind;
  /** A UUID, made here. */
  readonly id: string;
  /** Ascending by number, at least one. */
  readonly revisions: readonly Revision[];
  /** How often in a row it was put off. */
  readonly putOff: number;
  /** Not sent before, in milliseconds since 1970. */
  readonly notBefore: number;
}

/** What a server said about one revision. */
export type Verdict =
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'later'; readonly notBefore: number };

export function begin(kind: FactKind, id: string, content: Content, writtenAt: string): Entry {
  return {
    kind, id, putOff: 0, notBefore: 0,
    revisions: [{ number: 1, content, state: 'waiting', tried: false, writtenAt }],
  };
}

/** A fact that another device or person reported, before it is amended here. */
export function adopt(kind: FactKind, id: string, number: number, content: Content | null, writtenAt: string): Entry {
  return {
    kind, id, putOff: 0, notBefore: 0,
    revisions: [{ number, content, state: 'sent', tried: true, writtenAt }],
  };
}

export function last(entry: Entry): Revision {
  return entry.revisions[entry.revisions.length - 1]!;
}

/**
 * Corrects a fact, or takes it back. What never left this device is written over; what may have left is followed by
 * the next revision, so that nothing that was said is lost, here or there.
 *
 * @param content null takes it back
 * @param known the highest revision that a server has shown of it
 * @return null where nothing is left of it: it was taken back before anybody heard of it
 */
export function amend(
  entry: Entry, content: Content | null, reason: AmendmentReason, writtenAt: string, known = 0,
): Entry | null {
  const former = last(entry);
  const unheard = former.state === 'waiting' && !former.tried;
  const earlier = unheard ? entry.revisions.slice(0, -1) : entry.revisions;
  if (unheard && former.number === 1 && known === 0) {
    return content === null ? null : { ...entry, revisions: [{ ...former, content, writtenAt }] };
  }
  const number = Math.max(unheard ? former.number - 1 : former.number, known) + 1;
  return {
    ...entry, putOff: 0, notBefore: 0,
    revisions: [...earlier, { number, content, reason, state: 'waiting', tried: false, writtenAt }],
  };
}

/** Notes that revisions are about to leave this device. Kept before they do. */
export function leaving(entry: Entry, numbers: readonly number[]): Entry {
  return change(entry, numbers, (revision) => ({ ...revision, tried: true }));
}

/** Notes what a server said about one revision. A later one, written meanwhile, is left as it is. */
export function settle(entry: Entry, number: number, verdict: Verdict): Entry {
  switch (verdict.is) {
    case 'taken': return { ...change(entry, [number], (revision) => ({ ...revision, state: 'sent' })), putOff: 0, notBefore: 0 };
    case 'refused': return change(entry, [number], (revision) => ({ ...revision, state: 'refused', refusal: verdict.refusal }));
    case 'later': return { ...entry, putOff: entry.putOff + 1, notBefore: verdict.notBefore };
  }
}

/** Lets what was refused be sent once more, as it is. */
export function again(entry: Entry): Entry {
  return {
    ...entry, putOff: 0, notBefore: 0,
    revisions: entry.revisions.map(({ refusal: _, ...revision }) =>
      revision.state === 'refused' ? { ...revision, state: 'waiting' } : revision),
  };
}

/** How the fact as a whole stands. What waits comes first: it is still to be heard. */
export function stateOf(entry: Entry): RevisionState {
  return entry.revisions.some((revision) => revision.state === 'waiting') ? 'waiting' : last(entry).state;
}

/** Whether it may be forgotten here, since a server has all of it. */
export function isSettled(entry: Entry): boolean {
  return stateOf(entry) === 'sent';
}

function change(entry: Entry, numbers: readonly number[], to: (revision: Revision) => Revision): Entry {
  return {
    ...entry,
    revisions: entry.revisions.map((revision) =>
      numbers.includes(revision.number) && revision.state === 'waiting' ? to(revision) : revision),
  };
}
