import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { errorState, explained } from '../shared/parts';
import { ProblemError } from '../shared/problem';
import { toast } from '../shared/toast';
import { catalogEntries, type Entry, entryName } from './entries';
import { words } from './messages';
import { onTopOf, type PlanChange, planChanges, type PlanItem, type Program, type Span } from './plan';
import { doseText, valueText } from './plan-words';

type Measured = 'sets' | 'reps' | 'holdSeconds';

/** Changes a plan: shows what will differ before it is sent, and what somebody else changed where they were faster. */
class ReviseForm extends PageElement {
  static override properties = {
    patientId: {}, program: { attribute: false }, etag: {}, items: { state: true }, entries: { state: true },
    preview: { state: true }, theirs: { state: true }, failure: { state: true }, refused: { state: true }, busy: { state: true },
  };

  declare patientId: string;
  declare program: Program;
  declare etag: string;
  declare items: readonly PlanItem[];
  declare entries: readonly Entry[];
  declare preview: boolean;
  /** What was changed by others since this form was opened. */
  declare theirs: { readonly by: string; readonly changes: readonly PlanChange[] } | undefined;
  declare failure: unknown;
  declare refused: ProblemError | undefined;
  declare busy: boolean;

  private reason = '';

  constructor() {
    super();
    this.items = [];
    this.entries = [];
    this.preview = false;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.items = this.program.plan.items;
    void catalogEntries().then((entries) => { this.entries = entries; }, (failure: unknown) => { this.failure = failure; });
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => { this.failure = undefined; });
    }
    const changes = planChanges(this.program.plan.items, this.items);
    return html`
      <form class="stack" @submit=${this.submitted}>
        <h2>${words.revise}</h2>
        ${this.theirs === undefined ? nothing : html`
          <section class="note warn stack" role="alert">
            <strong>${words.changedMeanwhile(this.theirs.by)}</strong>
            ${changeList(this.theirs.changes, this.names())}
            <p>${words.changedMeanwhileHint}</p>
          </section>`}
        ${this.refused === undefined ? nothing : html`
          <section class="note bad" role="alert"><strong>${explained(this.refused).title}</strong>
            <ul>${this.refused.flaws.map((flaw) => html`<li>${flaw.pointer ?? flaw.parameter} ${flaw.detail}</li>`)}</ul></section>`}
        ${this.items.map((item, i) => this.editor(item, i))}
        ${this.adder()}
        <section class="card stack">
          <h3>${words.whatChanges}</h3>
          ${changes.length === 0 ? html`<p class="soft">${words.nothingChanges}</p>` : changeList(changes, this.names())}
          <div class="field"><label for="revision-reason">${words.reason}</label>
            <textarea id="revision-reason" maxlength="500" @input=${(event: Event) => { this.reason = (event.target as HTMLTextAreaElement).value; }}></textarea></div>
          <p class="row">
            <button class="button main" ?disabled=${changes.length === 0 || this.busy}>${words.sendRevision}</button>
            <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${words.discard}</button>
          </p>
        </section>
      </form>`;
  }

  private editor(item: PlanItem, at: number): TemplateResult {
    const measures = (['sets', 'reps', 'holdSeconds'] as const).filter((one) => item[one] !== null || one === 'sets');
    return html`
      <fieldset class="card item">
        <legend>${entryName(item.exercise, this.names())} <span class="soft small">${item.weeks === null ? '' : words.weeksFromTo(item.weeks.min, item.weeks.max)}</span></legend>
        <p class="soft small">${doseText(item)}</p>
        <div class="filters">
          ${measures.map((one) => this.span(item, at, one))}
          ${item.frequency.repetition !== 'times-per-week' ? nothing : html`
            <div class="field"><label for="times-${at}">${words.timesAWeek}</label>
              <input id="times-${at}" type="number" min="1" max="7" .value=${String(item.frequency.times ?? 1)}
                @change=${(event: Event) => this.edit(at, { frequency: { ...item.frequency, times: numberOf(event) } })}></div>`}
          <button class="button small danger" type="button" @click=${() => { this.items = this.items.filter((_, i) => i !== at); }}>${words.remove}</button>
        </div>
      </fieldset>`;
  }

  private span(item: PlanItem, at: number, one: Measured): TemplateResult {
    const span: Span = item[one] ?? { min: 1, max: 1 };
    const set = (part: Partial<Span>) => {
      const next = { ...span, ...part };
      this.edit(at, { [one]: { min: Math.min(next.min, next.max), max: Math.max(next.min, next.max) } });
    };
    return html`
      <div class="field"><label for="${one}-min-${at}">${words.least(words.measured(one))}</label>
        <input id="${one}-min-${at}" type="number" min="1" max="600" .value=${String(span.min)} @change=${(event: Event) => set({ min: numberOf(event) })}></div>
      <div class="field"><label for="${one}-max-${at}">${words.most(words.measured(one))}</label>
        <input id="${one}-max-${at}" type="number" min="1" max="600" .value=${String(span.max)} @change=${(event: Event) => set({ max: numberOf(event) })}></div>`;
  }

  private adder(): TemplateResult {
    const choices = this.entries.filter((entry) => entry.kind === 'exercise' && entry.notPrescribableBecause === null);
    return html`
      <div class="field"><label for="add-exercise">${words.addExercise}</label>
        <select id="add-exercise" @change=${(event: Event) => this.add(event.target as HTMLSelectElement)}>
          <option value="">…</option>
          ${choices.map((entry) => html`<option value=${entry.id}>${entry.name}</option>`)}
        </select></div>`;
  }

  private add(select: HTMLSelectElement): void {
    const entry = this.entries.find((one) => one.id === select.value);
    select.value = '';
    if (entry !== undefined) {
      const held = entry.measures.includes('hold-seconds');
      this.items = [...this.items, {
        exercise: entry.id, weeks: null, sets: { min: 1, max: 2 }, reps: held ? null : { min: 8, max: 10 },
        holdSeconds: held ? { min: 10, max: 20 } : null, restSeconds: null, loadGrams: null, tempo: null,
        sides: { rule: entry.sides === 'one-sided' ? 'each' : 'two-sided', weaker: null, fewerReps: null, lessGrams: null },
        frequency: { repetition: 'times-per-week', times: 3, weekdays: null, hours: null }, targetDate: null, instructions: null,
      }];
    }
  }

  private edit(at: number, part: Partial<PlanItem>): void {
    this.items = this.items.map((item, i) => (i === at ? { ...item, ...part } : item));
  }

  private names(): ReadonlyMap<string, string> {
    return new Map(this.entries.map((entry) => [entry.id, entry.name]));
  }

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.send();
  };

  private async send(): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const { plan } = this.program;
    const body = {
      ...(plan.name === null ? {} : { name: plan.name }), weeks: plan.weeks, phases: plan.phases, items: this.items, habits: plan.habits,
      ...(this.reason.trim() === '' ? {} : { reason: this.reason.trim() }),
    };
    try {
      await call('program', `/v1/patients/${this.patientId}/programs/${this.program.programId}/plan`, { method: 'PUT', body, ifMatch: this.etag });
      toast(words.revised);
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 412) {
        await this.takeOver();
      } else if (failure instanceof ProblemError && failure.problem.status < 500 && failure.problem.status > 0) {
        this.refused = failure;
      } else {
        this.failure = failure;
      }
    } finally {
      this.busy = false;
    }
  }

  /** Somebody was faster: shows what they changed, and lets the own changes be sent on top of it. */
  private async takeOver(): Promise<void> {
    const now = await call<Program>('program', `/v1/patients/${this.patientId}/programs/${this.program.programId}`);
    this.theirs = { by: now.body.decidedBy.id, changes: planChanges(this.program.plan.items, now.body.plan.items) };
    this.items = onTopOf(this.program.plan.items, this.items, now.body.plan.items);
    this.program = now.body;
    this.etag = now.etag ?? '';
  }
}

function changeList(changes: readonly PlanChange[], names: ReadonlyMap<string, string>): TemplateResult {
  return html`
    <ul class="plain changes">
      ${changes.map((change) => html`
        <li><span class="badge ${change.kind === 'added' ? 'good' : change.kind === 'removed' ? 'bad' : 'info'}">${words.changeKind(change.kind)}</span>
          <strong>${entryName(change.exercise, names)}</strong>
          ${change.members.map((one) => html`<br><span class="small">${words.member(one.member)}: <del>${valueText(one.before)}</del> → <ins>${valueText(one.after)}</ins></span>`)}</li>`)}
    </ul>`;
}

function numberOf(event: Event): number {
  return Math.max(1, Math.round(Number((event.target as HTMLInputElement).value) || 1));
}

define('bt-revise-form', ReviseForm);
