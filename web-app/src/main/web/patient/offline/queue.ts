import { adopt, again, amend, begin, type Entry, isSettled, last, leaving, settle } from './entry';
import type { AmendmentReason, Content, Contents, FactKind } from './facts';
import { type ItemResult, item, judged, nextDue, type Parcel, parcels, retryAfter, wait } from './sending';
import type { Vault } from './vault';

/** What a request came to. */
export interface Reply {
  /** 0 without a network. */
  readonly status: number;
  readonly results?: readonly ItemResult[];
  readonly retryAfter: string | null;
  readonly position?: string | null;
}

/** What the queue needs of the world. */
export interface World {
  /** `POST /v1/journal`. */
  send(items: readonly unknown[]): Promise<Reply>;
  /** Runs one thing at a time, over all windows of this device. */
  alone<T>(name: string, action: () => Promise<T>): Promise<T>;
  now(): number;
  /** From 0 to 1. */
  chance(): number;
  newId(): string;
}

/** How sending stands. */
export type Outlook =
  | { readonly is: 'quiet' }
  | { readonly is: 'sign-in' }
  /** When to come again, in milliseconds since 1970. */
  | { readonly is: 'waiting'; readonly until: number; readonly offline: boolean };

export interface Sent {
  readonly outlook: Outlook;
  /** What a read of the progress waits for, of the last request that took something. */
  readonly position: string | null;
}

/** A fact as a server showed it, where this device may not know it. */
export interface Known {
  readonly kind: FactKind;
  readonly id: string;
  readonly revision: number;
  readonly content: Content | null;
}

const ENTRY = 'entry/';
/** How long what was sent is kept here, to be looked at offline. */
const KEPT_MS = 14 * 24 * 3_600_000;
const TOO_LARGE = 413;

/** What was written on this device, until a server has it, and for a while beyond that. */
export class Queue {
  private most: number | undefined;

  constructor(private readonly vault: Vault, private readonly patientId: string, private readonly world: World) {}

  /** Newest first. */
  async entries(): Promise<readonly Entry[]> {
    return [...await this.vault.all<Entry>(ENTRY)].sort((one, other) => last(other).writtenAt.localeCompare(last(one).writtenAt));
  }

  /** Keeps a fact; it is on the device when this ends. */
  async write<K extends FactKind>(kind: K, content: Contents[K], id: string = this.world.newId()): Promise<Entry> {
    const entry = begin(kind, id, content, this.stamp());
    await this.world.alone('queue', () => this.keep(entry));
    return entry;
  }

  /** Corrects or takes back; see {@link amend}. */
  amend(known: Known, content: Content | null, reason: AmendmentReason): Promise<Entry | null> {
    return this.world.alone('queue', async () => {
      const entry = await this.find(known.kind, known.id)
        ?? adopt(known.kind, known.id, known.revision, known.content, this.stamp());
      const amended = amend(entry, content, reason, this.stamp(), known.revision);
      await (amended === null ? this.vault.remove(nameOf(entry)) : this.keep(amended));
      return amended;
    });
  }

  /** Sends what was refused once more. */
  async retry(kind: FactKind, id: string): Promise<void> {
    await this.change(kind, id, again);
  }

  /** Whether something is on this device only. */
  async unsent(): Promise<number> {
    return (await this.entries()).filter((entry) => !isSettled(entry)).length;
  }

  /** Sends all that is due. Ends when nothing is left to send now. */
  sync(): Promise<Sent> {
    return this.world.alone('sync', async () => {
      let position: string | null = null;
      for (;;) {
        const due = await this.pick();
        if (due.length === 0) {
          return { outlook: await this.outlook(), position };
        }
        const reply = await this.world.send(due.map((parcel) => item(this.patientId, parcel)));
        position = reply.position ?? position;
        const stop = await this.heard(due, reply);
        if (stop !== null) {
          return { outlook: stop, position };
        }
      }
    });
  }

  /** Forgets what a server has had for long. */
  async tidy(): Promise<void> {
    const before = new Date(this.world.now() - KEPT_MS).toISOString();
    await this.world.alone('queue', async () => {
      for (const entry of await this.entries()) {
        if (isSettled(entry) && last(entry).writtenAt < before) {
          await this.vault.remove(nameOf(entry));
        }
      }
    });
  }

  /** What leaves now. Written down before it does: if all ends here, nobody takes it for unheard. */
  private pick(): Promise<readonly Parcel[]> {
    return this.world.alone('queue', async () => {
      const due = parcels(await this.entries(), this.world.now(), this.most);
      for (const [entry, numbers] of grouped(due)) {
        await this.keep(leaving(entry, numbers));
      }
      return due;
    });
  }

  private async heard(due: readonly Parcel[], reply: Reply): Promise<Outlook | null> {
    const at = this.world.now();
    if (reply.status === 200 && reply.results !== undefined) {
      for (const [index, { entry, revision }] of due.entries()) {
        const result = reply.results.find((each) => each.index === index && each.id === entry.id && each.revision === revision.number);
        const verdict = judged(result, entry, at, this.world.chance());
        await this.change(entry.kind, entry.id, (current) => settle(current, revision.number, verdict));
      }
      return null;
    }
    if (reply.status === 401 || reply.status === 403) {
      return { is: 'sign-in' };
    }
    if (reply.status === TOO_LARGE && due.length > 1) {
      this.most = Math.ceil(due.length / 2);
      return null;
    }
    const failures = Math.max(...due.map(({ entry }) => entry.putOff));
    const until = at + (retryAfter(reply.retryAfter, at) ?? wait(failures, this.world.chance()));
    for (const [{ kind, id }] of grouped(due)) {
      await this.change(kind, id, (entry) => settle(entry, 0, { is: 'later', notBefore: until }));
    }
    return { is: 'waiting', until, offline: reply.status === 0 };
  }

  private async outlook(): Promise<Outlook> {
    const until = nextDue(await this.entries());
    return until === null ? { is: 'quiet' } : { is: 'waiting', until, offline: false };
  }

  /** Lets all be sent at once: the network is back, or somebody asks for it. */
  async hurry(): Promise<void> {
    for (const entry of await this.entries()) {
      if (entry.notBefore > this.world.now()) {
        await this.change(entry.kind, entry.id, (current) => ({ ...current, notBefore: 0 }));
      }
    }
  }

  private change(kind: FactKind, id: string, to: (entry: Entry) => Entry): Promise<void> {
    return this.world.alone('queue', async () => {
      const entry = await this.find(kind, id);
      if (entry !== undefined) {
        await this.keep(to(entry));
      }
    });
  }

  private find(kind: FactKind, id: string): Promise<Entry | undefined> {
    return this.vault.get<Entry>(`${ENTRY}${kind}/${id}`);
  }

  private keep(entry: Entry): Promise<void> {
    return this.vault.put(nameOf(entry), entry);
  }

  private stamp(): string {
    return new Date(this.world.now()).toISOString();
  }
}

function nameOf(entry: Entry): string {
  return `${ENTRY}${entry.kind}/${entry.id}`;
}

/** The entries, each once, with the numbers of their revisions. */
function grouped(due: readonly Parcel[]): readonly (readonly [Entry, readonly number[]])[] {
  const groups = new Map<string, [Entry, number[]]>();
  for (const { entry, revision } of due) {
    const group = groups.get(nameOf(entry)) ?? [entry, []];
    group[1].push(revision.number);
    groups.set(nameOf(entry), group);
  }
  return [...groups.values()];
}
