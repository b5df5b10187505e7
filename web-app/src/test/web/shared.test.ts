import assert from 'node:assert/strict';
import { type Access, accessText, repeated, thing } from '../../main/web/shared/access';
import { nextLink } from '../../main/web/shared/api';
import { agoText, percentChangeText, plural } from '../../main/web/shared/i18n';
import { ProblemError } from '../../main/web/shared/problem';
import { FLAWS_DE } from '../../main/web/shared/refusals-de';
import { flawWords, refusalWords } from '../../main/web/shared/refusals';
import { find, type Route } from '../../main/web/shared/router';

const route = (path: string): Route => ({ path, title: () => path, render: () => { throw new Error('not drawn'); } });
const routes = [route('/clinic'), route('/clinic/patients/:patientId'), route('/clinic/patients/:patientId/report')];

Deno.test('a route is found by its path, with its parameters', () => {
  assert.equal(find(routes, '/clinic/')?.route.path, '/clinic');
  assert.deepEqual(find(routes, '/clinic/patients/7')?.parameters, { patientId: '7' });
  assert.equal(find(routes, '/clinic/patients/7/report')?.route.path, '/clinic/patients/:patientId/report');
});

Deno.test('an unknown path has no route', () => {
  for (const path of ['/', '/clinic/patients', '/clinic/patients/7/other', '/clinics']) {
    assert.equal(find(routes, path), null, path);
  }
});

Deno.test('the link to the next page is found among others', () => {
  assert.equal(nextLink('</a>; rel="prev", </api/x?cursor=b>; rel="next"'), '/api/x?cursor=b');
  assert.equal(nextLink('</a>; rel="prev"'), null);
  assert.equal(nextLink(null), null);
});

Deno.test('a problem tells its code and what is wrong with a member', () => {
  const error = new ProblemError({
    type: 'urn:backtrack:problem:invalid-request', title: 'Not valid', status: 422,
    errors: [{ pointer: '/score', detail: 'must be at most 10' }],
  });
  assert.equal(error.code, 'invalid-request');
  assert.equal(error.flaw('/score'), 'must be at most 10');
  assert.equal(error.flaw('/note'), undefined);
});

Deno.test('a refusal is said in German where its words are known, and as it came where they are not', () => {
  assert.equal(flawWords('size must be between 2 and 5', 'de'), 'zwischen 2 und 5 Zeichen oder Einträge');
  assert.equal(flawWords('must begin with https://', 'de'), 'muss mit https:// beginnen');
  assert.equal(flawWords('/items/0/reps of its plan: must not be null', 'de'), '/items/0/reps ihres Plans: fehlt');
  assert.equal(flawWords('must be something new', 'de'), 'must be something new');
  assert.equal(flawWords('must not be null', 'en'), 'must not be null');
  assert.equal(refusalWords('program-ended', 'de')?.title, 'Das Programm ist zu Ende');
  assert.equal(refusalWords('program-ended', 'en'), null);
  assert.equal(refusalWords('constructor', 'de'), null);
});

Deno.test('words of a refusal fill in as many things as the service does', () => {
  const places = (text: string) => text.split('*').length;
  for (const [said, german] of FLAWS_DE) {
    assert.equal(places(german), places(said), said);
  }
});

Deno.test('an access is told by what was read or recorded, whatever its path', () => {
  const reads = ['GET /v1/patients/{patientId}', 'GET /v1/patients/{patientId}/progress/sides', 'POST /v1/patients/search', 'GET /v1/clinic/access-log', 'GET /v1/caseload/events'];
  assert.deepEqual(reads.map(thing), ['', 'progress', 'patients', 'access-log', 'caseload']);
  const access = { at: '2026-11-28T12:00:00Z', by: { role: 'therapist', id: 'thea' }, patientId: 'p' } as const;
  assert.equal(accessText({ ...access, what: reads[1]!, result: 'shown' }), 'Looked at: progress');
  assert.equal(accessText({ ...access, what: 'GET /v1/patients/{patientId}/tea-leaves', result: 'refused' }), 'Asked for and was refused: other data');
  assert.equal(accessText({ ...access, what: 'PUT /v1/patients/{patientId}/contraindications/{exerciseId}', result: 'shown' }), 'Changed: activities to be careful with');
  assert.equal(accessText({ ...access, what: 'pain-score-recorded', result: 'written' }), 'Recorded: Pain score');
});

Deno.test('what somebody did again and again on a day is said once', () => {
  const access = (at: string, what: string, id = 'thea'): Access => ({ at, by: { role: 'therapist', id }, patientId: 'p', what, result: 'shown' });
  const all = [access('2026-11-28T12:00:00Z', 'GET /v1/inbox'), access('2026-11-28T11:00:00Z', 'GET /v1/caseload'),
    access('2026-11-28T11:00:00Z', 'GET /v1/caseload', 'tom'), access('2026-11-28T10:00:00Z', 'GET /v1/alerts'), access('2026-11-25T10:00:00Z', 'GET /v1/alerts')];
  assert.deepEqual(repeated(all).map((one) => [thing(one.access.what), one.access.by.id, one.first.slice(8, 13), one.last.slice(8, 13), one.times]), [
    ['inbox', 'thea', '28T10', '28T12', 2], ['caseload', 'thea', '28T11', '28T11', 1], ['caseload', 'tom', '28T11', '28T11', 1],
    ['alerts', 'thea', '25T10', '25T10', 1],
  ]);
});

Deno.test('how long ago is said in the largest unit that fits', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  assert.equal(agoText('2026-11-28T11:58:00Z', now), '2 minutes ago');
  assert.equal(agoText('2026-11-28T02:00:00Z', now), '10 hours ago');
  assert.equal(agoText('2026-11-24T12:00:00Z', now), '4 days ago');
});

Deno.test('a change in percent has its sign, and no place to break before "%"', () => {
  assert.deepEqual([1.05, -0.38, 0, -0.004].map((share) => percentChangeText(share, 'de')), ['+105\u00a0%', '−38\u00a0%', '0\u00a0%', '0\u00a0%']);
  assert.deepEqual([1.05, -0.38].map((share) => percentChangeText(share, 'en-GB')), ['+105%', '−38%']);
});

Deno.test('one is one in both languages', () => {
  assert.equal(plural(1, 'Tag', 'Tage', 'de'), 'Tag');
  assert.equal(plural(0, 'day', 'days', 'en'), 'days');
});
