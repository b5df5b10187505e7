import assert from 'node:assert/strict';
import { last, stateOf } from '../../main/web/patient/offline/entry';
import type { PainScore } from '../../main/web/patient/offline/facts';
import { Queue } from '../../main/web/patient/offline/queue';
import { Vault } from '../../main/web/patient/offline/vault';
import { failing, MemoryShelf, refusing, taken, TestWorld } from './world';

const pain = (score: number): PainScore =>
  ({ score, context: 'average-24h', occurredAt: '2026-11-28T08:00:00.000Z', zone: 'Europe/Berlin' });

async function opened() {
  const world = new TestWorld();
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient');
  return { world, shelf, vault, queue: new Queue(vault, 'patient', world) };
}

const known = (id: string, revision = 0) => ({ kind: 'pain-score', id, revision, content: null } as const);
const states = async (queue: Queue) => (await queue.entries()).map(stateOf);

Deno.test('what is written waits, is sent once, and is then known to be there', async () => {
  const { world, queue } = await opened();
  const entry = await queue.write('pain-score', pain(4));
  assert.deepEqual(await states(queue), ['waiting']);

  const sent = await queue.sync();
  await queue.sync();

  assert.deepEqual(sent, { outlook: { is: 'quiet' }, position: 'p' });
  assert.deepEqual(world.requests, [[{
    patientId: 'patient', kind: 'pain-score', id: entry.id, revision: 1,
    score: 4, context: 'average-24h', occurredAt: '2026-11-28T08:00:00.000Z', zone: 'Europe/Berlin',
  }]]);
  assert.deepEqual(await states(queue), ['sent']);
});

Deno.test('what waits is there after the app was closed', async () => {
  const { world, shelf, queue } = await opened();
  await queue.write('pain-score', pain(4));

  const later = new Queue(await Vault.open(shelf, 'clinic', 'patient'), 'patient', world);

  assert.deepEqual((await later.entries()).map((entry) => (last(entry).content as PainScore).score), [4]);
});

Deno.test('what never left is written over, and is still the original', async () => {
  const { world, queue } = await opened();
  const { id } = await queue.write('pain-score', pain(4));
  await queue.amend(known(id), pain(5), 'wrong-value');
  await queue.sync();

  assert.deepEqual(world.requests.flat().map(({ revision, score, reason }) => [revision, score, reason]), [[1, 5, undefined]]);
});

Deno.test('what was sent, even into the unknown, is followed by the next revision with a reason', async () => {
  const { world, queue } = await opened();
  world.replies.push(failing(0));
  const { id } = await queue.write('pain-score', pain(4));
  await queue.sync();
  await queue.amend(known(id), pain(5), 'wrong-value');
  await queue.sync();

  assert.deepEqual(world.requests.map((items) => items.map(({ revision, score, reason }) => [revision, score, reason])),
    [[[1, 4, undefined]], [[1, 4, undefined], [2, 5, 'wrong-value']]]);
});

Deno.test('what is written while the original is under way goes out as the next revision', async () => {
  const { world, queue } = await opened();
  const { id } = await queue.write('pain-score', pain(4));
  world.replies.push(async (items) => {
    await queue.amend(known(id), pain(6), 'wrong-value');
    return taken(items);
  });
  await queue.sync();

  assert.deepEqual(world.requests.flat().map(({ revision, score }) => [revision, score]), [[1, 4], [2, 6]]);
  assert.deepEqual(await states(queue), ['sent']);
});

Deno.test('a correction builds on the highest revision that a server has shown', async () => {
  const { world, queue } = await opened();
  await queue.amend({ kind: 'pain-score', id: 'a', revision: 3, content: pain(3) }, pain(7), 'wrong-value');
  await queue.sync();

  assert.deepEqual(world.requests.flat().map(({ revision, score }) => [revision, score]), [[4, 7]]);
});

Deno.test('a fact that is taken back unheard leaves nothing, one that was heard is retracted', async () => {
  const { world, queue } = await opened();
  const unheard = await queue.write('pain-score', pain(4));
  assert.equal(await queue.amend(known(unheard.id), null, 'entered-in-error'), null);
  const heard = await queue.write('pain-score', pain(5));
  await queue.sync();
  await queue.amend(known(heard.id), null, 'entered-in-error');
  await queue.sync();

  assert.deepEqual(world.requests[1], [
    { patientId: 'patient', kind: 'pain-score', id: heard.id, revision: 2, reason: 'entered-in-error', retracted: true }]);
});

for (const code of ['invalid-request', 'unknown-patient', 'patient-erased', 'forbidden']) {
  Deno.test(`a refusal that is known is final, and says why: ${code}`, async () => {
    const { world, queue } = await opened();
    world.replies.push(refusing(code, 422, false));
    await queue.write('pain-score', pain(4));
    await queue.sync();
    await queue.sync();

    assert.equal(world.requests.length, 1);
    assert.deepEqual(await states(queue), ['refused']);
    assert.deepEqual(last((await queue.entries())[0]!).refusal, { code, flaws: ['/score must be at most 10'] });
  });
}

for (const [what, reply] of Object.entries({
  'a kind of refusal that is not known': refusing('teapot', 418, false),
  'a refusal without a kind': refusing('about:blank', 422, false),
  'a refusal that may pass': refusing('unavailable', 503, true),
  'too many facts of one day': refusing('too-many-facts', 429, true),
  'an answer that names other items': () => ({
    status: 200, retryAfter: null, results: [{ index: 0, id: 'x', revision: 1, status: 'accepted', retry: false }] }),
  'no network': failing(0),
  'an error of the server': failing(500),
  'a refused request': failing(400),
})) {
  Deno.test(`is sent again later: ${what}`, async () => {
    const { world, queue } = await opened();
    world.replies.push(reply);
    await queue.write('pain-score', pain(4));
    assert.deepEqual((await queue.sync()).outlook, { is: 'waiting', until: world.at + 2_000, offline: what === 'no network' });
    await queue.sync();
    assert.equal(world.requests.length, 1, 'not before it is due');

    world.at += 2_000;
    await queue.sync();

    assert.deepEqual(await states(queue), ['sent']);
  });
}

Deno.test('one item that is refused does not hold up the others', async () => {
  const { world, queue } = await opened();
  await queue.write('pain-score', pain(4));
  world.at += 1;
  await queue.write('pain-score', pain(11));
  world.replies.push((items) => ({
    ...taken(items), results: [taken(items).results![0]!, refusing('invalid-request', 422, false)(items).results![1]!] }));
  await queue.sync();

  assert.deepEqual(await states(queue), ['refused', 'sent']);
});

Deno.test('a refused entry can be corrected or sent again, and never goes by itself', async () => {
  const { world, queue } = await opened();
  world.replies.push(refusing('invalid-request', 422, false), refusing('invalid-request', 422, false));
  const { id } = await queue.write('pain-score', pain(4));
  await queue.sync();
  world.at += 400 * 24 * 3_600_000;
  await queue.tidy();
  await queue.retry('pain-score', id);
  await queue.sync();
  await queue.amend(known(id), pain(5), 'wrong-value');
  await queue.sync();

  assert.deepEqual(world.requests.flat().map(({ revision, score }) => [revision, score]), [[1, 4], [1, 4], [2, 5]]);
});

Deno.test('after a session has ended nothing is lost, and all goes on after signing in', async () => {
  const { world, queue } = await opened();
  world.replies.push(failing(401), failing(403));
  await queue.write('pain-score', pain(4));
  assert.deepEqual((await queue.sync()).outlook, { is: 'sign-in' });
  assert.deepEqual((await queue.sync()).outlook, { is: 'sign-in' });
  await queue.sync();

  assert.deepEqual(await states(queue), ['sent']);
});

for (const status of [429, 503]) {
  Deno.test(`${status} is waited out as long as it asks for`, async () => {
    const { world, queue } = await opened();
    world.replies.push(failing(status, '30'));
    await queue.write('pain-score', pain(4));

    assert.deepEqual((await queue.sync()).outlook, { is: 'waiting', until: world.at + 30_000, offline: false });
  });
}

Deno.test('waits grow to five minutes, and a network that comes back cuts them short', async () => {
  const { world, queue } = await opened();
  await queue.write('pain-score', pain(4));
  const waits: number[] = [];
  for (let i = 0; i < 10; i++) {
    world.replies.push(failing(0));
    const { outlook } = await queue.sync();
    waits.push(outlook.is === 'waiting' ? outlook.until - world.at : -1);
    world.at += waits[i]!;
  }
  assert.deepEqual(waits.map((wait) => wait / 1_000), [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);

  world.replies.push(failing(0));
  await queue.sync();
  await queue.hurry();
  await queue.sync();
  assert.deepEqual(await states(queue), ['sent']);
});

Deno.test('a body that is too large is cut in halves', async () => {
  const { world, queue } = await opened();
  for (let i = 0; i < 5; i++) {
    await queue.write('pain-score', pain(i));
  }
  world.replies.push(failing(413));
  await queue.sync();

  assert.deepEqual(world.requests.map((items) => items.length), [5, 3, 2]);
});

Deno.test('warning signs are sent first', async () => {
  const { world, queue } = await opened();
  await queue.write('pain-score', pain(4));
  world.at += 1_000;
  await queue.write('red-flag-screen', { positive: ['saddle-numbness'], occurredAt: '2026-11-28T08:00:01.000Z', zone: 'UTC' });
  await queue.sync();

  assert.deepEqual(world.requests.flat().map(({ kind }) => kind), ['red-flag-screen', 'pain-score']);
});

Deno.test('two windows at once send each thing once', async () => {
  const { world, vault, queue } = await opened();
  await queue.write('pain-score', pain(4));
  await Promise.all([queue.sync(), new Queue(vault, 'patient', world).sync()]);

  assert.equal(world.requests.length, 1);
});

Deno.test('what a server has had for two weeks is forgotten here', async () => {
  const { world, queue } = await opened();
  await queue.write('pain-score', pain(4));
  await queue.sync();
  world.at += 15 * 24 * 3_600_000;
  await queue.write('pain-score', pain(5));
  await queue.tidy();

  assert.deepEqual(await states(queue), ['waiting']);
});
