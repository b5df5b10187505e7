import { call, follow } from '../shared/api';
import { translated } from '../shared/ours';

export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly sides: string;
  readonly measures: readonly string[];
  readonly notPrescribableBecause: string | null;
}

interface Listing {
  readonly entries: readonly Entry[];
}

let known: Promise<readonly Entry[]> | undefined;

/** The clinic's catalog of exercises and habits; read once. */
export function catalogEntries(): Promise<readonly Entry[]> {
  known ??= read().catch((failure: unknown) => {
    known = undefined;
    throw failure;
  });
  return known;
}

export async function catalogNames(): Promise<ReadonlyMap<string, string>> {
  return new Map((await catalogEntries()).map((entry) => [entry.id, entry.name]));
}

/** The name of an entry; one that is no longer listed is called by its id. */
export function entryName(id: string, names: ReadonlyMap<string, string>): string {
  const words = id.replaceAll('-', ' ');
  return names.get(id) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

async function read(): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let page = await call<Listing>('program', '/v1/catalog?limit=200');
  for (;;) {
    entries.push(...page.body.entries.map((entry) => ({ ...entry, name: translated(entry.name) })));
    if (page.next === null) {
      return entries;
    }
    page = await follow<Listing>(page.next);
  }
}
