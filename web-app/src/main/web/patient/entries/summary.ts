import { dateText } from '../../shared/i18n';
import { words as own } from '../messages';
import type { Content, Contents, FactKind } from '../offline/facts';
import { nameOf } from '../plan';
import { spotText } from '../parts/body-map';
import { words } from './messages';

/** A fact in a line. `name` knows what things of the catalog are called. */
export function summary(kind: FactKind, content: Content, name: (id: string) => string = nameOf): string {
  return parts(kind, content, name).filter((part) => part !== '').join(' · ');
}

function parts(kind: FactKind, content: Content, name: (id: string) => string): readonly string[] {
  switch (kind) {
    case 'pain-score': {
      const pain = content as Contents['pain-score'];
      return [words.painOf(pain.score), own.contextName(pain.context), spotText(pain), pain.note ?? ''];
    }
    case 'session': {
      const session = content as Contents['session'];
      const left = session.skipped?.length ?? 0;
      return [words.exercisesOf(session.exercises.length), session.exercises.map((done) => name(done.exercise)).join(', '),
        left === 0 ? '' : words.leftOut(left), session.note ?? ''];
    }
    case 'flare': {
      const flare = content as Contents['flare'];
      return [words.kindName(kind), flare.endedOn === undefined ? words.flareOpen : words.flareUntil(dateText(flare.endedOn)), flare.note ?? ''];
    }
    case 'red-flag-screen': {
      const { positive } = content as Contents['red-flag-screen'];
      return [words.kindName(kind), positive.length === 0 ? words.noSigns : words.signs(positive.length)];
    }
    case 'habit-check-in': {
      const habit = content as Contents['habit-check-in'];
      return [name(habit.habit), habit.amount === undefined ? (habit.kept ? words.kept : words.notKept) : String(habit.amount)];
    }
  }
}
