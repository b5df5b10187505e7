import assert from 'node:assert/strict';
import catalog from '../../../../program-service/src/main/resources/catalog.json' with { type: 'json' };
import imbalance from '../../../../program-service/src/main/resources/templates/imbalance-correction.json' with { type: 'json' };
import starter from '../../../../program-service/src/main/resources/templates/lower-back-starter.json' with { type: 'json' };
import maintenance from '../../../../program-service/src/main/resources/templates/maintenance.json' with { type: 'json' };
import desk from '../../../../program-service/src/main/resources/templates/posture-and-desk-day.json' with { type: 'json' };
import recovery from '../../../../program-service/src/main/resources/templates/recovery-and-mobility.json' with { type: 'json' };
import resilient from '../../../../program-service/src/main/resources/templates/resilient-back.json' with { type: 'json' };
import { translated } from '../../main/web/shared/ours';
import { OURS_DE } from '../../main/web/shared/ours-de';

interface Shipped {
  readonly name: string;
  readonly guidance?: Readonly<Record<string, string | readonly (string | { readonly text: string })[]>>;
}

interface Routine {
  readonly name: string;
  readonly description: string;
  readonly phases: readonly {
    readonly name: string;
    readonly instructions?: readonly string[];
    readonly items: readonly { readonly tempo?: string; readonly instructions?: string }[];
  }[];
}

const words = [
  ...Object.values(catalog as unknown as Readonly<Record<string, Shipped>>).flatMap(({ name, guidance }) =>
    [name, ...Object.values(guidance ?? {}).flat().map((said) => (typeof said === 'string' ? said : said.text))]),
  ...([imbalance, starter, maintenance, desk, recovery, resilient] as unknown as readonly Routine[]).flatMap(({ name, description, phases }) =>
    [name, description, ...phases.flatMap((phase) =>
      [phase.name, ...phase.instructions ?? [], ...phase.items.flatMap((item) => [item.tempo, item.instructions])])]),
].filter((text) => text !== undefined);

Deno.test('all that is shipped of exercises, habits and templates has German words, and nothing else has', () => {
  assert.ok(words.length > 150);
  assert.deepEqual(Object.keys(OURS_DE).sort(), [...new Set(words)].sort());
  for (const text of Object.values(OURS_DE)) {
    assert.notEqual(text.trim(), '');
  }
});

Deno.test('what a clinic has written itself stays as it is', () => {
  assert.equal(translated('Side Plank', 'de'), 'Seitstütz');
  assert.equal(translated('Side Plank', 'en'), 'Side Plank');
  assert.equal(translated('Our own plank', 'de'), 'Our own plank');
});
