import type { Reply, World } from '../../main/web/patient/offline/queue';
import type { Sealed, Shelf } from '../../main/web/patient/offline/vault';

/** A device's store in memory. */
export class MemoryShelf implements Shelf {
  readonly keys = new Map<string, CryptoKey>();
  readonly records = new Map<string, Map<string, Sealed>>();

  key(owner: string): Promise<CryptoKey | undefined> {
    return Promise.resolve(this.keys.get(owner));
  }

  keepKey(owner: string, key: CryptoKey): Promise<CryptoKey> {
    const kept = this.keys.get(owner) ?? key;
    this.keys.set(owner, kept);
    return Promise.resolve(kept);
  }

  get(owner: string, name: string): Promise<Sealed | undefined> {
    return Promise.resolve(this.records.get(owner)?.get(name));
  }

  all(owner: string): Promise<readonly (readonly [string, Sealed])[]> {
    return Promise.resolve([...this.records.get(owner) ?? []]);
  }

  put(owner: string, name: string, record: Sealed): Promise<void> {
    const own = this.records.get(owner) ?? new Map<string, Sealed>();
    this.records.set(owner, own.set(name, record));
    return Promise.resolve();
  }

  remove(owner: string, name: string): Promise<void> {
    this.records.get(owner)?.delete(name);
    return Promise.resolve();
  }

  destroy(owner: string): Promise<void> {
    this.records.delete(owner);
    this.keys.delete(owner);
    return Promise.resolve();
  }
}

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly score?: number;
  readonly retracted?: boolean;
  readonly reason?: string;
}

/** A world whose clock stands until it is moved, with a service that takes everything unless told otherwise. */
export class TestWorld implements World {
  at = Date.parse('2026-11-28T08:00:00Z');
  /** What was sent, request by request. */
  readonly requests: Item[][] = [];
  /** What the next requests come to; then all is taken. */
  readonly replies: ((items: readonly Item[]) => Reply | Promise<Reply>)[] = [];
  private readonly turns = new Map<string, Promise<unknown>>();
  private ids = 0;

  async send(items: readonly unknown[]): Promise<Reply> {
    const sent = items as Item[];
    this.requests.push(structuredClone(sent));
    return await (this.replies.shift() ?? taken)(sent);
  }

  alone<T>(name: string, action: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(name) ?? Promise.resolve()).then(action, action);
    this.turns.set(name, mine.catch(() => undefined));
    return mine;
  }

  now(): number {
    return this.at;
  }

  chance(): number {
    return 0.5;
  }

  newId(): string {
    this.ids += 1;
    return `00000000-0000-4000-8000-${String(this.ids).padStart(12, '0')}`;
  }
}

export function taken(items: readonly Item[]): Reply {
  return {
    status: 200, retryAfter: null, position: 'p',
    results: items.map(({ id, revision }, index) => ({ index, id, revision, status: 'accepted', retry: false })),
  };
}

export function refusing(code: string, status: number, retry: boolean): (items: readonly Item[]) => Reply {
  return (items) => ({
    status: 200, retryAfter: null,
    results: items.map(({ id, revision }, index) => ({
      index, id, revision, status: 'refused', retry,
      problem: {
        type: code === 'about:blank' ? code : `urn:backtrack:problem:${code}`, title: code, status,
        errors: [{ pointer: '/score', detail: 'must be at most 10' }],
      },
    })),
  });
}

export function failing(status: number, retryAfter: string | null = null): () => Reply {
  return () => ({ status, retryAfter });
}
