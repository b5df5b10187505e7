import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../shared/parts';
import { words as own } from '../messages';
import { bodyMap } from '../parts/body-map';
import { scale } from '../parts/scale';
import { words } from './messages';
import { chooseSound, isSoundOn } from './signals';
import { begun, type Feeling, type SessionDraft } from './steps';

interface FeelingView {
  readonly set: (feeling: Feeling) => void;
  readonly go: () => void;
  readonly after: TemplateResult;
}

/** How it hurts, before or after. An answer is not asked for twice. */
export function feelingStep(title: string, question: string, name: string, feeling: Feeling, view: FeelingView): TemplateResult {
  return html`
    <h1>${title}</h1>
    <section class="card stack">${feelingFields(question, name, feeling, view.set)}</section>
    <label class="row check"><input type="checkbox" .checked=${isSoundOn()}
      @change=${(event: Event) => chooseSound((event.target as HTMLInputElement).checked)}> ${words.sound}</label>
    <div class="actions">
      <button class="button main wide" @click=${view.go}>${feeling.score === undefined ? words.beginUnasked : words.begin}</button>
    </div>
    ${view.after}`;
}

function feelingFields(question: string, name: string, feeling: Feeling, set: (feeling: Feeling) => void): TemplateResult {
  return html`
    ${scale(name, question, feeling.score, (score) => set({ ...feeling, score }))}
    ${bodyMap(feeling, ({ site, side }) => set({ ...(feeling.score === undefined ? {} : { score: feeling.score }),
      ...(site === undefined ? {} : { site }), ...(side === undefined ? {} : { side }) }))}`;
}

interface SummaryView {
  readonly set: (change: Partial<SessionDraft>) => void;
  readonly finish: () => void;
  readonly goTo: (at: number) => void;
  readonly flaw: string;
}

/** The end: how it hurts now, what was done, a note. */
export function summaryStep(draft: SessionDraft, name: (id: string) => string, view: SummaryView): TemplateResult {
  return html`
    <h1>${words.afterTitle}</h1>
    <section class="card stack">${feelingFields(words.after, 'after', draft.after, (after) => view.set({ after }))}</section>
    <section class="card stack">
      <h2>${words.summary}</h2>
      <ol class="plain rows">
        ${draft.works.map((work, i) => html`
          <li><button class="row apart" @click=${() => view.goTo(i)}>
            <span>${name(work.exercise)}</span>
            <span class="small soft">${work.skipped !== undefined ? words.skipped(own.skipReason(work.skipped))
              : begun(work) ? words.setsDone(work.sets.filter((set) => set.done).length, work.sets.length) : words.undone}</span>
          </button></li>`)}
      </ol>
      ${field(`${own.note} (${own.optional})`, (id) => html`<textarea id=${id} maxlength="1000" .value=${draft.note}
        @input=${(event: Event) => view.set({ note: (event.target as HTMLTextAreaElement).value })}></textarea>`, { id: 'session-note' })}
    </section>
    <p role="alert" class="flaw">${view.flaw === '' ? nothing : view.flaw}</p>
    <div class="actions">
      <button class="button main wide" @click=${view.finish}>${words.finish}</button>
      <p class="row centred"><button class="button quiet" @click=${() => view.goTo(draft.works.length - 1)}>${own.back}</button></p>
    </div>`;
}
