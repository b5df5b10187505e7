import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../shared/parts';
import { words as own } from '../messages';
import type { Content, Contents, ExerciseDone, FactKind, PainContext, SetDone } from '../offline/facts';
import { bodyMap } from '../parts/body-map';
import { choice, scale, stepper, yesNo } from '../parts/scale';
import { words as safety } from '../safety/messages';
import { OTHER_SIGNS, URGENT_SIGNS } from '../safety/signs';
import { words as session } from '../session/messages';
import { words } from './messages';

type Change = (content: Content) => void;

const CONTEXTS: readonly PainContext[] = ['now', 'average-24h', 'worst-24h', 'before-session', 'during-exercise', 'after-session'];

/** The members of a fact, to be changed. */
export function editor(kind: FactKind, content: Content, name: (id: string) => string, change: Change): TemplateResult {
  switch (kind) {
    case 'pain-score': return pain(content as Contents['pain-score'], change);
    case 'session': return exercises(content as Contents['session'], name, change);
    case 'flare': return flare(content as Contents['flare'], change);
    case 'red-flag-screen': return screen(content as Contents['red-flag-screen'], change);
    case 'habit-check-in': return habit(content as Contents['habit-check-in'], name, change);
  }
}

function pain(content: Contents['pain-score'], change: Change): TemplateResult {
  return html`
    ${scale('edit-score', own.contextName(content.context), content.score, (score) => change({ ...content, score }))}
    ${choice('edit-context', own.when, CONTEXTS.map((each) => [each, own.contextName(each)] as const), content.context, (context) => change({ ...content, context }))}
    ${bodyMap(content, ({ site, side }) => {
      const { site: _, side: __, ...rest } = content;
      change({ ...rest, ...(site === undefined ? {} : { site }), ...(side === undefined ? {} : { side }) });
    })}
    ${note(content, change)}`;
}

function exercises(content: Contents['session'], name: (id: string) => string, change: Change): TemplateResult {
  const put = (at: number, done: ExerciseDone) => change({ ...content, exercises: content.exercises.map((each, i) => (i === at ? done : each)) });
  return html`
    ${content.exercises.map((done, at) => html`
      <section class="stack edit-exercise">
        <h3>${name(done.exercise)}</h3>
        ${done.sets.map((set, i) => html`
          <div class="row">
            ${set.reps === undefined ? nothing : stepper(setLabel(set, i, session.repetitions), set.reps,
              (reps) => put(at, withSet(done, i, { ...set, reps })), { max: 1_000 })}
            ${set.holdSeconds === undefined ? nothing : stepper(setLabel(set, i, session.held), set.holdSeconds,
              (holdSeconds) => put(at, withSet(done, i, { ...set, holdSeconds })), { max: 3_600, step: 5, unit: session.seconds })}
          </div>`)}
        ${done.effort === undefined ? nothing : stepper(words.effort, done.effort, (effort) => put(at, { ...done, effort }), { max: 10 })}
        ${done.pain === undefined ? nothing : stepper(words.painDuring, done.pain, (value) => put(at, { ...done, pain: value }), { max: 10 })}
      </section>`)}
    ${(content.skipped ?? []).map((left) => html`<p>${name(left.exercise)}: ${session.skipped(own.skipReason(left.why))}</p>`)}
    ${note(content, change)}`;
}

function setLabel(set: SetDone, at: number, what: string): string {
  return [`${at + 1}.`, set.side === 'both' ? '' : session.sideIs(set.side), what].filter((each) => each !== '').join(' ');
}

function withSet(done: ExerciseDone, at: number, set: SetDone): ExerciseDone {
  return { ...done, sets: done.sets.map((each, i) => (i === at ? set : each)) };
}

function flare(content: Contents['flare'], change: Change): TemplateResult {
  const over = content.endedOn === undefined ? 'no' : 'yes';
  return html`
    ${yesNo('edit-hard', safety.hardToTolerate, content.hardToTolerate, (hardToTolerate) => change({ ...content, hardToTolerate }))}
    ${yesNo('edit-limits', safety.limitsActivities, content.limitsActivities, (limitsActivities) => change({ ...content, limitsActivities }))}
    ${yesNo('edit-mood', safety.affectsMood, content.affectsMood, (affectsMood) => change({ ...content, affectsMood }))}
    ${choice('edit-over', safety.over, [['no', safety.stillGoing], ['yes', safety.isOver]], over, (value) => {
      const { endedOn: _, ...rest } = content;
      change(value === 'no' ? rest : { ...rest, endedOn: content.occurredAt.slice(0, 10) });
    })}
    ${content.endedOn === undefined ? nothing : field(safety.endedOn, (id) => html`<input id=${id} type="date" .value=${content.endedOn!}
      @input=${(event: Event) => change({ ...content, endedOn: (event.target as HTMLInputElement).value })}>`, { id: 'edit-end' })}
    ${note(content, change)}`;
}

function screen(content: Contents['red-flag-screen'], change: Change): TemplateResult {
  return html`
    <div class="checks">
      ${[...URGENT_SIGNS, ...OTHER_SIGNS].map((sign) => html`
        <label><input type="checkbox" .checked=${content.positive.includes(sign)}
          @change=${(event: Event) => change({
            ...content,
            positive: (event.target as HTMLInputElement).checked ? [...content.positive, sign] : content.positive.filter((each) => each !== sign),
          })}><span>${safety.sign(sign)}</span></label>`)}
    </div>`;
}

function habit(content: Contents['habit-check-in'], name: (id: string) => string, change: Change): TemplateResult {
  return content.amount === undefined
    ? yesNo('edit-kept', name(content.habit), content.kept, (kept) => {
      const { why: _, ...rest } = content;
      change(kept ? { ...rest, kept } : { ...content, kept });
    })
    : stepper(words.amount, content.amount, (amount) => change({ ...content, amount, kept: amount > 0 }), { max: 1_440 });
}

function note<T extends Content & { readonly note?: string }>(content: T, change: Change): TemplateResult {
  return field(`${own.note} (${own.optional})`, (id) => html`<textarea id=${id} maxlength="1000" .value=${content.note ?? ''}
    @input=${(event: Event) => {
      const { note: _, ...rest } = content;
      const text = (event.target as HTMLTextAreaElement).value;
      change((text.trim() === '' ? rest : { ...rest, note: text }) as unknown as Content);
    }}></textarea>`, { id: 'edit-note' });
}
