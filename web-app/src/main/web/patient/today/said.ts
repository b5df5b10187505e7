import { app } from '../app';
import { type Entry, last } from '../offline/entry';
import { type Contents, type FactKind, localDate, now, type Session } from '../offline/facts';

/** What was said today on this device of a kind, and stands; the newest of them. */
export function said<K extends FactKind>(kind: K, fits: (content: Contents[K]) => boolean): Entry | undefined {
  const today = localDate(now());
  return app.entries.find((entry) => {
    const content = entry.kind === kind ? last(entry).content as Contents[K] | null : null;
    return content !== null && localDate(content) === today && fits(content);
  });
}

/** The planned exercises that were done today. */
export function doneToday(): ReadonlySet<string> {
  const today = localDate(now());
  return new Set(app.entries
    .map((entry) => (entry.kind === 'session' ? last(entry).content as Session | null : null))
    .filter((session) => session !== null && localDate(session) === today)
    .flatMap((session) => session!.exercises.map((done) => done.insteadOf ?? done.exercise)));
}
