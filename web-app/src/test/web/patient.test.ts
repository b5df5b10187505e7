import assert from 'node:assert/strict';
import { begin, leaving, settle } from '../../main/web/patient/offline/entry';
import { localDate } from '../../main/web/patient/offline/facts';
import { retryAfter, wait } from '../../main/web/patient/offline/sending';
import { facts, same, type TimelineLine } from '../../main/web/patient/entries/history';
import { type Listed, nameOf, planOn, standIns } from '../../main/web/patient/plan';
import { regions } from '../../main/web/patient/parts/figure';
import { across, joined } from '../../main/web/patient/progress/chart';
import { adviceFor, OTHER_SIGNS, URGENT_SIGNS } from '../../main/web/patient/safety/signs';
import { notice } from '../../main/web/worker/notice';
import { ask, named } from '../../main/web/worker/shell';

const pain = (score: number) => ({ score, context: 'average-24h' as const, occurredAt: '2026-11-28T08:00:00Z', zone: 'Europe/Berlin' });
const line = (revision: number, score: number, more: Partial<TimelineLine> = {}): TimelineLine => ({
  kind: 'pain-score', id: 'a', revision, change: revision === 1 ? 'reported' : 'corrected', counts: true, conflict: false,
  recordedAt: '2026-11-28T08:01:00Z', by: { role: 'patient', id: 'p' },
  content: { id: 'a', revision, localDate: '2026-11-28', site: null, ...pain(score) }, ...more,
});
const waiting = (score: number) => begin('pain-score', 'a', pain(score), '2026-11-28T08:00:30Z');

Deno.test('an entry that waits is shown as it was written here', () => {
  const [fact] = facts([waiting(4)], []);

  assert.equal(fact?.state, 'waiting');
  assert.deepEqual(fact?.content, pain(4));
  assert.equal(fact?.known.revision, 0);
});

Deno.test('what the server shows of an entry of this device is the same entry, once', () => {
  const sent = settle(leaving(waiting(4), [1]), 1, { is: 'taken' });
  const all = facts([sent], [line(1, 4)]);

  assert.equal(all.length, 1);
  assert.equal(all[0]!.versions.length, 1);
  assert.equal(all[0]!.known.revision, 1);
});

Deno.test('two contents of one revision are a conflict, and both are shown', () => {
  const [fact] = facts([], [line(2, 6, { conflict: true, counts: false }), line(2, 3, { conflict: true }), line(1, 4, { counts: false })]);

  assert.deepEqual(fact!.conflict.map((version) => [(version.content as { score: number }).score, version.counts]), [[3, true], [6, false]]);
  assert.equal((fact!.content as { score: number }).score, 3, 'what counts stands');
  assert.equal(fact!.known.revision, 2);
});

Deno.test('a conflict that was settled since is none any more', () => {
  const [fact] = facts([], [line(3, 6), line(2, 6, { conflict: true, counts: false }), line(2, 3, { conflict: true, counts: false })]);

  assert.deepEqual(fact!.conflict, []);
});

Deno.test('what was taken back keeps its last content, to be brought back', () => {
  const [fact] = facts([], [line(2, 0, { change: 'retracted', content: { id: 'a', revision: 2 } }), line(1, 4, { counts: false })]);

  assert.equal(fact!.current.content, null);
  assert.deepEqual(fact!.content, pain(4));
});

Deno.test('other kinds of the timeline are no entries', () => {
  assert.deepEqual(facts([], [line(1, 4, { kind: 'program' }), line(1, 4, { kind: 'alert' })]), []);
});

Deno.test('the same is said whatever the order of members and the form of the instant', () => {
  assert.ok(same(pain(4), { zone: 'Europe/Berlin', occurredAt: '2026-11-28T08:00:00.000Z', context: 'average-24h', score: 4 }));
  assert.ok(!same(pain(4), pain(5)));
  assert.ok(!same(pain(4), null));
});

Deno.test('one urgent sign is an emergency, another one is for a doctor, none is nothing', () => {
  for (const sign of URGENT_SIGNS) {
    assert.equal(adviceFor([OTHER_SIGNS[0]!, sign]), 'emergency', sign);
  }
  for (const sign of OTHER_SIGNS) {
    assert.equal(adviceFor([sign]), 'doctor', sign);
  }
  assert.equal(adviceFor([]), null);
});

Deno.test('a local date is that of the zone, not of the device', () => {
  assert.equal(localDate({ occurredAt: '2026-11-28T23:30:00Z', zone: 'Europe/Berlin' }), '2026-11-29');
  assert.equal(localDate({ occurredAt: '2026-11-28T03:30:00Z', zone: 'America/New_York' }), '2026-11-27');
});

Deno.test('Retry-After is seconds or a date', () => {
  const at = Date.parse('2026-11-28T08:00:00Z');
  assert.equal(retryAfter('3', at), 3_000);
  assert.equal(retryAfter('Sat, 28 Nov 2026 08:00:10 GMT', at), 10_000);
  assert.equal(retryAfter('soon', at), null);
  assert.equal(retryAfter(null, at), null);
});

Deno.test('devices that failed together come back apart', () => {
  assert.deepEqual([wait(0, 0), wait(0, 1)], [1_500, 2_500]);
});

Deno.test('only neighbouring days are joined', () => {
  const points = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'].map((date) => ({ date, pain: 3 }));

  assert.deepEqual(joined(points).map(([one, other]) => [one.date, other.date]),
    [['2026-11-01', '2026-11-02'], ['2026-11-04', '2026-11-05']]);
  assert.equal(across('2026-11-08', '2026-11-01', '2026-11-15'), 0.5);
});

Deno.test('what stands in is named from either end', () => {
  const entry = (id: string, replaces: string[], replacedBy: string[]): [string, Listed] => [id, {
    id, name: id, kind: 'exercise', measures: [], replaces, replacedBy, guidance: { cues: [], steps: [], toDo: [], toAvoid: [], cautions: [] } }];
  const catalog = new Map([entry('deadlift', [], ['single-leg']), entry('single-leg', [], []), entry('bridge', ['deadlift'], []), entry('plank', [], [])]);

  assert.deepEqual(standIns('deadlift', catalog).map(({ id }) => id), ['single-leg', 'bridge']);
  assert.deepEqual(standIns('plank', catalog), []);
});

Deno.test('an id that no catalog knows is still readable', () => {
  assert.equal(nameOf('side-plank'), 'Side plank');
  assert.equal(nameOf('side-plank', 'Seitstütz'), 'Seitstütz');
});

Deno.test('left is on the left from behind and on the right from the front', () => {
  const first = (view: 'front' | 'back', side: string) => Number(/M([\d.]+)/.exec(
    regions(view).find((region) => region.site === 'knee' && region.side === side)!.path)![1]);

  assert.ok(first('back', 'left') < 50 && first('back', 'right') > 50);
  assert.ok(first('front', 'left') > 50 && first('front', 'right') < 50);
});

Deno.test('every part of the body can be chosen in a figure', () => {
  const sites = new Set([...regions('front'), ...regions('back')].map(({ site }) => site));

  assert.deepEqual([...sites].sort(), ['arm', 'buttock', 'foot', 'hip', 'knee', 'lower-back', 'lower-leg', 'neck', 'pelvis',
    'shoulder', 'thigh', 'upper-back']);
});

Deno.test('the worker looks at pages and files of the app, and at nothing else', () => {
  const origin = 'https://backtrack.example';
  const asked = (path: string, navigation = false, method = 'GET') => ask(method, navigation, new URL(path, origin), origin);

  assert.equal(asked('/my/progress', true), 'page');
  assert.equal(asked('/static/bundle/patient-AB.js'), 'file');
  assert.equal(asked('/icon.svg'), 'file');
  for (const path of ['/api/tracking/v1/journal', '/api/program/v1/patients/1/day', '/session', '/my/progress', 'https://other.example/icon.svg']) {
    assert.equal(asked(path), 'other', path);
  }
  assert.equal(asked('/clinic', true), 'other');
  assert.equal(asked('/sign-in?to=/my', true), 'other');
  assert.equal(asked('/icon.svg', false, 'POST'), 'other');
});

Deno.test('files are found in a page and in scripts, by full and by relative paths', () => {
  assert.deepEqual(named('<script src="/static/bundle/patient-A.js"></script><a href="/clinic">', '/my'), ['/static/bundle/patient-A.js']);
  assert.deepEqual(named('import"./chunk-B.js";const x=()=>import("./session-C.js");fetch("/api/x.js")', '/static/bundle/patient-A.js'),
    ['/static/bundle/chunk-B.js', '/static/bundle/session-C.js']);
});

Deno.test('a notification speaks the language of the device and names nothing clinical', () => {
  assert.equal(notice({ id: '1', kind: 'session-due', link: '/my/session' }, 'de').options.body, 'Ihre Übungen für heute sind bereit.');
  assert.deepEqual(notice({ kind: 'unheard-of' }, 'en').options.body, 'There is something new for you.');
  assert.equal(notice(null, 'en').options.data.link, '/my');
});

Deno.test("without a network the day's plan is shown, else the last one before it, else the next", () => {
  const ofDays = (...dates: readonly string[]) => Object.fromEntries(dates.map((date) => [date, date]));

  assert.equal(planOn('2026-12-02', ofDays('2026-12-03', '2026-12-02', '2026-12-01')), '2026-12-02');
  assert.equal(planOn('2026-12-09', ofDays('2026-12-01', '2026-12-03', '2026-12-02')), '2026-12-03');
  assert.equal(planOn('2026-12-02', ofDays('2026-12-04', '2026-12-03')), '2026-12-03', 'a device west of where its owner lives');
  assert.equal(planOn('2026-12-02', {}), undefined);
});
