import assert from 'node:assert/strict';
import { milestone, reading } from '../../main/web/patient/session/clock';
import {
  draftOf, nextSet, reported, setsOf, suggested, withAnotherRound, withSetDone, type Work, workOf,
} from '../../main/web/patient/session/steps';
import type { Listed, PlanItem, SideDose } from '../../main/web/patient/plan';

const once = (n: number) => ({ min: n, max: n });
const item = (exercise: string, sides: readonly SideDose[], restSeconds?: number): PlanItem =>
  ({ exercise, demand: { per: 'day', times: 1, dueInWeek: 7 }, sides, restSeconds });
const listed = (id: string, measures: readonly string[]): readonly [string, Listed] => [id, {
  id, name: id, kind: 'exercise', measures, replaces: [], replacedBy: [],
  guidance: { cues: [], steps: [], toDo: [], toAvoid: [], cautions: [] },
}];
const when = { occurredAt: '2026-11-28T08:00:00.000Z', zone: 'Europe/Berlin' };

Deno.test('sets come round by round, each in the order of work', () => {
  const sets = setsOf([{ side: 'right', sets: once(2), reps: once(8) }, { side: 'left', sets: once(2), reps: once(7) }], 'reps');

  assert.deepEqual(sets.map((set) => [set.side, set.reps?.min]), [['right', 8], ['left', 7], ['right', 8], ['left', 7]]);
});

Deno.test('a side with fewer sets drops out of the later rounds', () => {
  const sets = setsOf([{ side: 'left', sets: once(3) }, { side: 'right', sets: once(1) }], 'reps');

  assert.deepEqual(sets.map((set) => set.side), ['left', 'right', 'left', 'left']);
});

Deno.test('what is counted follows from the dose, else from the catalog', () => {
  const catalog = new Map([listed('plank', ['hold-seconds']), listed('bridge', ['reps', 'hold-seconds'])]);
  const measured = (exercise: string, dose: SideDose) => workOf(item(exercise, [dose]), catalog).sets[0]!.measure;

  assert.equal(measured('plank', { side: 'both' }), 'hold');
  assert.equal(measured('plank', { side: 'both', reps: once(5) }), 'reps');
  assert.equal(measured('bridge', { side: 'both' }), 'reps');
  assert.equal(measured('bridge', { side: 'both', holdSeconds: once(20) }), 'hold');
  assert.equal(measured('unknown', { side: 'both' }), 'reps');
});

Deno.test('a set begins with what is prescribed, else with what was done on that side before, else with nothing', () => {
  const work = workOf(item('bird-dog', [{ side: 'left', sets: once(2) }, { side: 'right', sets: once(2) }]), new Map());
  const begun = withSetDone(work, 0, 9);

  assert.equal(suggested(work, 0), 0);
  assert.equal(suggested(begun, 1), 0, 'the other side');
  assert.equal(suggested(begun, 2), 9);
  assert.equal(suggested(workOf(item('bird-dog', [{ side: 'both', reps: { min: 8, max: 12 } }]), new Map()), 0), 8);
});

Deno.test('one more round asks the same of each side', () => {
  const work = withSetDone(workOf(item('bird-dog', [{ side: 'left', reps: once(8) }]), new Map()), 0, 8);
  const more = withAnotherRound(work);

  assert.equal(nextSet(work), -1);
  assert.equal(nextSet(more), 1);
  assert.deepEqual(more.sets[1], { side: 'left', measure: 'reps', reps: once(8), holdSeconds: null, done: false });
});

Deno.test('no more sets than a report takes', () => {
  let work: Work = workOf(item('bird-dog', [{ side: 'left' }, { side: 'right' }]), new Map());
  for (let i = 0; i < 30; i++) {
    work = withAnotherRound(work);
  }
  assert.equal(work.sets.length, 20);
});

Deno.test('a report says what was done and what was left out, and nothing of what was not spoken of', () => {
  const draft = draftOf('2026-11-28', [
    item('bird-dog', [{ side: 'left', sets: once(2), reps: once(8), loadGrams: 500 }]),
    item('plank', [{ side: 'both', holdSeconds: once(30) }]),
    item('glute-bridge', [{ side: 'both', reps: once(10) }]),
    item('deadlift', [{ side: 'both', reps: once(5) }]),
  ], new Map());
  const [birdDog, plank, bridge, deadlift] = draft.works as [Work, Work, Work, Work];
  const works = [
    { ...withSetDone(birdDog, 0, 7), effort: 6, pain: 2 },
    withSetDone({ ...plank, exercise: 'side-plank' }, 0, 25),
    { ...bridge, skipped: 'tired' as const },
    deadlift,
  ];

  assert.deepEqual(reported({ ...draft, works, note: ' went well ' }, when), {
    exercises: [
      { exercise: 'bird-dog', sets: [{ side: 'left', reps: 7, loadGrams: 500 }], effort: 6, pain: 2 },
      { exercise: 'side-plank', insteadOf: 'plank', sets: [{ side: 'both', holdSeconds: 25 }] },
    ],
    skipped: [{ exercise: 'glute-bridge', why: 'tired' }],
    ...when,
    note: 'went well',
  });
});

Deno.test('a session of which nothing was said is none', () => {
  assert.equal(reported(draftOf('2026-11-28', [item('plank', [{ side: 'both' }])], new Map()), when), null);
});

Deno.test('a hold is counted down after getting ready, and ends at its target', () => {
  const course = { ready: 5, target: 30 };
  const at = (passed: number) => {
    const { phase, shown, worked } = reading(course, passed);
    return [phase, shown, worked];
  };

  assert.deepEqual([0, 4.2, 5, 12.4, 34.9, 35, 900].map(at), [
    ['ready', 5, 0], ['ready', 1, 0], ['running', 30, 0], ['running', 23, 7], ['running', 1, 29], ['over', 0, 30], ['over', 0, 30]]);
});

Deno.test('without a target a hold is counted up until it is stopped', () => {
  assert.deepEqual(reading({ ready: 5, target: null }, 47.8), { phase: 'running', shown: 42, worked: 42, share: 42.8 / 60 });
});

Deno.test('what is said aloud: each phase, and ten and five seconds before the end', () => {
  const course = { ready: 2, target: 12 };
  const said = [];
  for (let passed = 0, before = null; passed <= 15; passed += 0.2) {
    const after = reading(course, passed);
    said.push(milestone(before, after));
    before = after as never;
  }
  assert.deepEqual(said.filter((each) => each !== null), ['ready', 'running', 10, 5, 'over']);
});
