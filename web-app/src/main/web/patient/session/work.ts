import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { words as own } from '../messages';
import type { Guidance } from '../plan';
import { scale, stepper } from '../parts/scale';
import { guidance, setText } from './dose';
import { words } from './messages';
import { begun, nextSet, type SetWork, suggested, withAnotherRound, withSetDone, type Work } from './steps';
import { translated } from '../../shared/ours';

const READY_SECONDS = 5;
const MOST_REPS = 1_000;
const MOST_SECONDS = 3_600;
const HOLD_STEP = 5;

/** What one step shows, and what it can bring about. */
export interface WorkView {
  readonly work: Work;
  readonly at: number;
  readonly of: number;
  readonly name: string;
  readonly insteadOf?: string;
  readonly guidance?: Guidance | null;
  readonly instructions?: string | null;
  readonly tempo?: string | null;
  readonly resting: boolean;
  readonly change: (work: Work, rest: boolean) => void;
  readonly rested: () => void;
  readonly ask: (what: 'skip' | 'swap') => void;
  readonly go: (at: number) => void;
}

/** One exercise: its sets in the order of work, then how it was. */
export function workStep(view: WorkView): TemplateResult {
  const { work, at, of, name, insteadOf } = view;
  return html`
    <p class="small soft">${words.step(at + 1, of)}</p>
    <progress class="steps" max=${of} value=${at + 1} aria-label=${words.step(at + 1, of)}></progress>
    <div>
      <h1>${name}</h1>
      ${insteadOf === undefined ? nothing : html`<p class="soft">${words.insteadOf(insteadOf)}</p>`}
    </div>
    <details class="card more" open>
      <summary>${words.howTo}</summary>
      ${guidance(view.guidance, view.instructions)}
      ${view.tempo == null ? nothing : html`<p>${translated(view.tempo)}</p>`}
    </details>
    ${work.skipped === undefined ? html`${doneSets(view)}${currentSet(view)}` : skippedNote(view)}
    ${begun(work) && nextSet(work) < 0 ? howItWas(view) : nothing}
    <div class="actions">
      <button class="button ${nextSet(work) < 0 || work.skipped !== undefined ? 'main' : ''} wide" @click=${() => view.go(at + 1)}>
        ${at + 1 < of ? words.next : words.toEnd}
      </button>
      <div class="row centred">
        <button class="button quiet" @click=${() => view.go(at - 1)}>${own.back}</button>
        ${work.skipped === undefined ? html`
          <button class="button quiet" @click=${() => view.ask('skip')}>${words.skip}</button>
          <button class="button quiet" @click=${() => view.ask('swap')}>${words.swap}</button>` : nothing}
        <a class="button quiet" href="/my" title=${words.leaveHint}>${words.leave}</a>
      </div>
    </div>`;
}

function skippedNote({ work, change }: WorkView): TemplateResult {
  const { skipped, ...rest } = work;
  return html`
    <div class="note row apart">
      <span>${words.skipped(own.skipReason(skipped!))}</span>
      <button class="button" @click=${() => change(rest, false)}>${words.doAfterAll}</button>
    </div>`;
}

function doneSets({ work }: WorkView): TemplateResult | typeof nothing {
  return !begun(work) ? nothing : html`
    <ol class="plain sets">
      ${work.sets.map((set, i) => !set.done ? nothing : html`
        <li><span aria-hidden="true">✓</span> ${words.setOf(i + 1, work.sets.length)}${set.side === 'both' ? nothing : html`, ${words.sideIs(set.side)}`}:
          <strong class="numbers">${set.measure === 'reps' ? `${set.doneReps} ×` : `${set.doneSeconds} s`}</strong></li>`)}
    </ol>`;
}

function currentSet(view: WorkView): TemplateResult | typeof nothing {
  const { work, resting } = view;
  const at = nextSet(work);
  if (at < 0) {
    return html`<p><button class="button" @click=${() => view.change(withAnotherRound(work), false)}>${words.anotherSet}</button></p>`;
  }
  if (resting) {
    return html`
      <section class="card stack centred-text" aria-label=${words.rest}>
        <h2>${words.rest}</h2>
        ${keyed(`rest-${at}`, html`<bt-timer resting .course=${{ ready: 0, target: work.restSeconds }} .label=${words.rest}
          @timed=${view.rested}></bt-timer>`)}
      </section>`;
  }
  const set = work.sets[at]!;
  return html`
    <section class="card stack centred-text">
      <h2>${words.setOf(at + 1, work.sets.length)}${set.side === 'both' ? nothing : html` · <span class="side">${words.sideIs(set.side)}</span>`}</h2>
      <p>${setText(set)}</p>
      ${set.measure === 'hold' ? holdSet(view, set, at) : repsSet(view, at)}
    </section>`;
}

/** The timer writes down what was held; the number can be mended before the set is taken as done. */
function holdSet(view: WorkView, set: SetWork, at: number): TemplateResult {
  const held = set.doneSeconds;
  return held === undefined
    ? keyed(`hold-${at}`, html`<bt-timer .course=${{ ready: READY_SECONDS, target: set.holdSeconds?.min ?? null }} .label=${words.held}
        @timed=${(event: CustomEvent<number>) => mark(view, at, { doneSeconds: event.detail })}></bt-timer>
        <p><button class="button quiet" @click=${() => mark(view, at, { doneSeconds: suggested(view.work, at) })}>${words.withoutTimer}</button></p>`) as unknown as TemplateResult
    : html`
      ${stepper(words.held, held, (doneSeconds) => mark(view, at, { doneSeconds }), { step: HOLD_STEP, max: MOST_SECONDS, unit: words.seconds })}
      <button class="button main big" ?disabled=${held === 0} @click=${() => done(view, at, held)}>${words.setDone}</button>`;
}

function repsSet(view: WorkView, at: number): TemplateResult {
  const reps = view.work.sets[at]!.doneReps ?? suggested(view.work, at);
  return html`
    ${stepper(words.repetitions, reps, (doneReps) => mark(view, at, { doneReps }), { max: MOST_REPS })}
    <button class="button main big" ?disabled=${reps === 0} @click=${() => done(view, at, reps)}>${words.setDone}</button>`;
}

function mark({ work, change }: WorkView, at: number, amount: Partial<SetWork>): void {
  change({ ...work, sets: work.sets.map((set, i) => (i === at ? { ...set, ...amount } : set)) }, false);
}

function done({ work, change }: WorkView, at: number, amount: number): void {
  const after = withSetDone(work, at, amount);
  change(after, nextSet(after) >= 0 && after.restSeconds > 0);
}

function howItWas({ work, change }: WorkView): TemplateResult {
  const pain = work.pain;
  return html`
    <section class="card stack">
      ${scale('effort', words.effort, work.effort, (effort) => change({ ...work, effort }, false), [words.effortLow, words.effortHigh])}
      ${scale('pain', words.pain, pain, (value) => change({ ...work, pain: value }, false))}
      <p role="status">${pain === undefined || pain < 4 ? '' : pain < 6 ? words.painFine : html`<strong>${words.painMuch}</strong>`}</p>
    </section>`;
}
