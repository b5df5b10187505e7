import assert from 'node:assert/strict';
import { Vault } from '../../main/web/patient/offline/vault';
import { MemoryShelf } from './world';

Deno.test('what is put is got back, by its owner only', async () => {
  const shelf = new MemoryShelf();
  const mine = await Vault.open(shelf, 'clinic', 'one');
  const theirs = await Vault.open(shelf, 'clinic', 'another');
  await mine.put('draft/pain', { score: 7 });

  assert.deepEqual(await mine.get('draft/pain'), { score: 7 });
  assert.equal(await theirs.get('draft/pain'), undefined);
  assert.deepEqual(await theirs.all(''), []);
});

Deno.test('nothing that lies on the device can be read there', async () => {
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient-1');
  await vault.put('draft/flare', { note: 'cannot sleep' });
  const [owner, records] = [...shelf.records][0]!;
  const [name, record] = [...records][0]!;
  const stored = `${owner} ${name} ${new TextDecoder('latin1').decode(record.sealed)}`;

  for (const secret of ['flare', 'sleep', 'draft', 'patient-1', 'clinic']) {
    assert.ok(!stored.includes(secret), secret);
  }
  await assert.rejects(crypto.subtle.exportKey('raw', shelf.keys.get(owner)!));
});

Deno.test('lengths do not tell what was said', async () => {
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient');
  await vault.put('a', { positive: [] });
  await vault.put('b', { positive: ['saddle-numbness', 'weakness-in-both-legs'] });
  const lengths = [...[...shelf.records.values()][0]!.values()].map(({ sealed }) => sealed.byteLength);

  assert.equal(lengths[0], lengths[1]);
});

Deno.test('a record is bound to its name and its owner, and what was meddled with is not opened', async () => {
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient');
  await vault.put('a', 1);
  await vault.put('b', 2);
  const records = [...shelf.records.values()][0]!;
  const [[a, one], [b, other]] = [...records] as [[string, typeof records extends Map<string, infer R> ? R : never],
    [string, typeof records extends Map<string, infer R> ? R : never]];
  records.set(a, other).set(b, one);

  assert.equal(await vault.get('a'), undefined);
  assert.deepEqual(await vault.all(''), []);
  assert.equal(records.size, 2, 'and is left where it is');
});

Deno.test('the same value never looks the same', async () => {
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient');
  await vault.put('a', 1);
  const first = [...[...shelf.records.values()][0]!.values()][0]!;
  await vault.put('a', 1);
  const second = [...[...shelf.records.values()][0]!.values()][0]!;

  assert.notDeepEqual(new Uint8Array(first.sealed), new Uint8Array(second.sealed));
});

Deno.test('what is destroyed is gone, with its key', async () => {
  const shelf = new MemoryShelf();
  const vault = await Vault.open(shelf, 'clinic', 'patient');
  await vault.put('a', 1);
  await vault.destroy();

  assert.equal(shelf.keys.size + shelf.records.size, 0);
  assert.equal(await (await Vault.open(shelf, 'clinic', 'patient')).get('a'), undefined);
});
