import { app } from '../app';
import { type Fact, facts } from '../entries/history';
import { type Contents, type FactKind, localDate, now } from '../offline/facts';
import type { Known } from '../offline/queue';

/** Something that was said, and that stands. */
export interface Said<K extends FactKind> {
  /** For {@link app.amend}. */
  readonly known: Known;
  readonly content: Contents[K];
}

/** All that stands of a kind, newest first: of this device and, as last seen, of others. */
export function standing<K extends FactKind>(kind: K): readonly Said<K>[] {
  return facts(app.entries, app.timeline)
    .filter((fact) => fact.kind === kind && fact.current.content !== null)
    .map((fact: Fact) => ({ known: fact.known, content: fact.current.content as Contents[K] }));
}

/** What was said today of a kind; the newest that fits. */
export function said<K extends FactKind>(kind: K, fits: (content: Contents[K]) => boolean): Said<K> | undefined {
  const today = localDate(now());
  return standing(kind).find(({ content }) => localDate(content) === today && fits(content));
}

/** The planned exercises that were done today. */
export function doneToday(): ReadonlySet<string> {
  const today = localDate(now());
  return new Set(standing('session').filter(({ content }) => localDate(content) === today)
    .flatMap(({ content }) => content.exercises.map((done) => done.insteadOf ?? done.exercise)));
}
