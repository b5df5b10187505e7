import assert from 'node:assert/strict';
import { NO_FILTER, queryOf } from '../../main/web/therapist/caseload-row';
import { onTopOf, type PlanItem, planChanges } from '../../main/web/therapist/plan';
import type { Day } from '../../main/web/therapist/progress';
import { everyDay, trendLine } from '../../main/web/therapist/trend-line';

const day = (date: string, pain: number | null): Day => ({ date, pain, scores: pain === null ? 0 : 1, sessions: 0, redFlags: [] });
const item = (exercise: string, reps: number): PlanItem => ({
  exercise, weeks: null, sets: { min: 1, max: 2 }, reps: { min: reps, max: reps }, holdSeconds: null, restSeconds: null, loadGrams: null,
  tempo: null, sides: { rule: 'each', weaker: null, fewerReps: null, lessGrams: null },
  frequency: { repetition: 'daily', times: null, weekdays: null, hours: null }, targetDate: null, instructions: null,
});

Deno.test('the line goes through the medians, and its band is widest at its ends', () => {
  // One point less each day, which is 7 a week; the middle day is at 4.
  const days = [day('2026-11-01', 6), day('2026-11-02', 5), day('2026-11-03', 4), day('2026-11-04', 3), day('2026-11-05', 2)];
  const line = trendLine(days, -7, { lower: -10.5, upper: -3.5 });

  assert.deepEqual(line.map((point) => point.fit), [6, 5, 4, 3, 2]);
  assert.deepEqual(line.map((point) => [point.lower, point.upper]), [[5, 7], [4.5, 5.5], [4, 4], [2.5, 3.5], [1, 3]]);
});

Deno.test('the line spans scored days only, bridges gaps among them, and stays on the axis', () => {
  const days = [day('2026-11-01', null), day('2026-11-02', 2), day('2026-11-03', null), day('2026-11-04', 0), day('2026-11-05', null)];
  const line = trendLine(days, -28, { lower: -28, upper: -28 });

  assert.deepEqual(line.map((point) => point.date), ['2026-11-02', '2026-11-03', '2026-11-04']);
  assert.ok(line.every((point) => point.fit >= 0 && point.lower >= 0 && point.upper <= 10));
});

Deno.test('a day of which nothing is known is there, with nothing', () => {
  const days = everyDay('2026-10-24', '2026-10-26', [day('2026-10-25', 3)]);

  assert.deepEqual(days.map((one) => [one.date, one.pain]), [['2026-10-24', null], ['2026-10-25', 3], ['2026-10-26', null]]);
});

Deno.test('one score makes no line', () => {
  assert.deepEqual(trendLine([day('2026-11-01', 6), day('2026-11-02', null)], 0, { lower: 0, upper: 0 }), []);
});

Deno.test('plans are compared exercise by exercise, and by place where one comes twice', () => {
  const before = [item('bird-dog', 8), item('bird-dog', 12), item('plank', 1)];
  const after = [item('bird-dog', 8), item('bird-dog', 14), item('side-plank', 1)];

  assert.deepEqual(planChanges(before, after), [
    { exercise: 'bird-dog', kind: 'changed', members: [{ member: 'reps', before: { min: 12, max: 12 }, after: { min: 14, max: 14 } }] },
    { exercise: 'side-plank', kind: 'added', members: [] },
    { exercise: 'plank', kind: 'removed', members: [] },
  ]);
  assert.deepEqual(planChanges(before, before), []);
});

Deno.test('own changes go on top of those that others made meanwhile', () => {
  const base = [item('bird-dog', 8), item('plank', 1), item('side-plank', 20)];
  const theirs = [item('bird-dog', 10), item('side-plank', 20), item('glute-bridge', 12)];
  const own = [item('bird-dog', 8), item('plank', 1), item('side-plank', 30)];

  // Theirs: another dose, one removed, one added. Own: the dose of a third one.
  assert.deepEqual(onTopOf(base, own, theirs), [item('bird-dog', 10), item('side-plank', 30), item('glute-bridge', 12)]);
  assert.deepEqual(onTopOf(base, [item('plank', 1)], base), [item('plank', 1)]);
});

Deno.test('a filter asks for what it is set to only', () => {
  assert.equal(queryOf(NO_FILTER), '?limit=25');
  assert.equal(queryOf({ ...NO_FILTER, severity: 'high', therapist: 'all' }), '?therapist=all&severity=high&limit=25');
});
