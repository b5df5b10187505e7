import assert from 'node:assert/strict';
import { due, lastYear, type Week } from '../../main/web/admin/outcomes/outcome';
import { changed, differing, drafted, inGroups, type Threshold } from '../../main/web/admin/rules/numbers';
import { AMOUNTS, amountOf, amountText, idOf, SPAN_PATTERN, spanOf, spanText } from '../../main/web/admin/templates/template';
import { ofRule, type Page, span, type Trial, withPage } from '../../main/web/admin/rules/trial';

const threshold = (id: string, value: number, shipped: number): Threshold =>
  ({ id, value, shipped, unit: 'points', min: 0, max: 100, whole: true, meaning: '' });
const NUMBERS = [threshold('spike-points', 3, 2), threshold('silence-hours', 49, 49)];

Deno.test('a number that nobody touched is the one in force, and what is typed may have a comma', () => {
  assert.equal(drafted(NUMBERS[0]!, {}), 3);
  assert.equal(drafted(NUMBERS[0]!, { 'spike-points': '2,5' }), 2.5);
  assert.equal(drafted(NUMBERS[0]!, { 'spike-points': ' ' }), null);
  assert.equal(drafted(NUMBERS[0]!, { 'spike-points': 'two' }), null);
});

Deno.test('what is tried differs from what is in force; what is sent differs from what was shipped', () => {
  const draft = { 'silence-hours': '72' };
  assert.deepEqual([...changed(NUMBERS, draft)], [['silence-hours', 72]]);
  assert.deepEqual(differing(NUMBERS, draft), { 'spike-points': 3, 'silence-hours': 72 });
  assert.deepEqual(differing(NUMBERS, { 'spike-points': '2' }), {});
});

Deno.test('a number that is newer than the page is shown with the last group', () => {
  const groups = inGroups([...NUMBERS, threshold('brand-new', 1, 1)]);
  assert.deepEqual(groups.map(([group, some]) => [group, some.map((one) => one.id)]),
    [['spike', ['spike-points']], ['silence', ['silence-hours']], ['other', ['brand-new']]]);
});

Deno.test('a rule is tried with its own numbers only', () => {
  const rule = { id: 'silence', says: '', source: '', thresholds: [{ id: 'silence-hours' }] };
  assert.deepEqual(ofRule(rule, new Map([['silence-hours', 72], ['spike-points', 1]])), { 'silence-hours': 72 });
});

Deno.test('pages of patients add up, date by date', () => {
  const none: Trial = { rule: 'pain-spike', judged: 0, rehearsed: 0, inForce: 0, patients: 0, dates: [] };
  const page = (rehearsed: string[], inForce: string[]): Page =>
    ({ judged: 2, counts: { rehearsed: rehearsed.length, inForce: inForce.length }, patients: [{ rehearsed, inForce }] });
  const first = withPage(none, page(['2026-10-05', '2026-10-07'], ['2026-10-07']));
  assert.deepEqual(withPage(first, page([], ['2026-10-01', '2026-10-07'])), {
    rule: 'pain-spike', judged: 4, rehearsed: 2, inForce: 3, patients: 1,
    dates: [
      { date: '2026-10-01', rehearsed: 0, inForce: 1 },
      { date: '2026-10-05', rehearsed: 1, inForce: 0 },
      { date: '2026-10-07', rehearsed: 1, inForce: 2 },
    ],
  });
});

Deno.test('a trial ends yesterday, and has as many days as it says', () => {
  assert.deepEqual(span(28, new Date('2026-11-28T12:00:00Z')), { from: '2026-10-31', through: '2026-11-27' });
});

Deno.test('who has not reached a week is not due in it', () => {
  const week = { week: 8, measured: 5, missing: { notReached: 7, thinData: 2, droppedOut: 1, finished: 3 } } as Week;
  assert.equal(due(week), 11);
  assert.deepEqual(lastYear(new Date('2026-11-28T12:00:00Z')), { from: '2025-11-28', through: '2026-11-28' });
});

Deno.test('a dose is read as it is shown, and what is none is told from what is left open', () => {
  assert.deepEqual(spanOf('2 - 3'), { min: 2, max: 3 });
  assert.equal(spanText(spanOf('2–3')), '2–3');
  assert.equal(spanText(spanOf('12')), '12');
  assert.equal(spanOf(' '), null);
  assert.equal(spanOf('some'), undefined);
});

Deno.test('a load is typed in kilograms and sent in grams', () => {
  assert.deepEqual(['2.5', ' 2,5 ', '12', '', '2,', 'much', '-1'].map((text) => amountOf(text, 1_000)), [2_500, 2_500, 12_000, null, undefined, undefined, undefined]);
  assert.equal(amountText(2_500, 1_000), '2.5');
  assert.equal(amountText(0, 1), '0');
  assert.equal(amountText(null, 1_000), '');
});

Deno.test('what a field lets through is read, and what it does not is not', () => {
  const fits = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, 'v').test(text);
  for (const text of ['', ' ', '2', '2-3', ' 2 – 3 ', '2-', 'two', '2.5', '12345']) {
    assert.equal(fits(SPAN_PATTERN, text), spanOf(text) !== undefined, text);
  }
  const [rest, load] = AMOUNTS;
  for (const text of ['', '2', '2.5', '2,125', '2,', ',5', 'two', '1234']) {
    assert.equal(fits(load.pattern, text), amountOf(text, load.unit) !== undefined, text);
  }
  assert.ok(fits(rest.pattern, '90') && !fits(rest.pattern, '1.5'));
});

Deno.test('an id is made of a name as the catalog wants it', () => {
  assert.equal(idOf('Unterer Rücken: Büro & Straße'), 'unterer-rucken-buro-strasse');
  assert.equal(idOf('x'.repeat(80)).length, 64);
});
