import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../shared/api';
import '../shared/dialog';
import { define, PageElement } from '../shared/element';
import { dateText, timeText } from '../shared/i18n';
import { translated } from '../shared/ours';
import { emptyState, errorState, explained, skeleton } from '../shared/parts';
import { ProblemError } from '../shared/problem';
import { toast } from '../shared/toast';
import { catalogNames, entryName } from './entries';
import { words } from './messages';
import type { Program } from './plan';
import { doseText } from './plan-words';
import './prescribe-form';
import './revise-form';

interface Listed {
  readonly programId: string;
  readonly status: string;
  readonly name: string | null;
  readonly template: string;
  readonly startsOn: string;
  readonly weeks: number;
}

interface Decided {
  readonly version: number;
  readonly decision: string;
  readonly effectiveFrom: string;
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly decidedBy: { readonly id: string };
}

type Action = 'pause' | 'resume' | 'complete' | 'stop';

/** The patient's program: what is planned, what can be decided about it, and who decided what. */
class ProgramPanel extends PageElement {
  static override properties = {
    patientId: {}, program: { state: true }, listed: { state: true }, history: { state: true }, names: { state: true },
    mode: { state: true }, acting: { state: true }, failure: { state: true },
  };

  declare patientId: string;
  declare program: Program | null | undefined;
  declare listed: readonly Listed[];
  declare history: readonly Decided[];
  declare names: ReadonlyMap<string, string>;
  declare mode: 'read' | 'revise' | 'prescribe';
  declare acting: Action | undefined;
  declare failure: unknown;

  private etag = '';

  constructor() {
    super();
    this.mode = 'read';
    this.listed = [];
    this.history = [];
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('patientId')) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => void this.load());
    }
    if (this.program === undefined) {
      return html`<div class="card">${skeleton(6)}</div>`;
    }
    const done = () => { this.mode = 'read'; void this.load(); };
    if (this.mode === 'prescribe') {
      return html`<bt-prescribe-form .patientId=${this.patientId} @done=${done}></bt-prescribe-form>`;
    }
    if (this.program === null) {
      return emptyState(words.noOpenProgram, words.noOpenProgramHint, html`
        <button class="button main" @click=${() => { this.mode = 'prescribe'; }}>${words.prescribe}</button>`);
    }
    return this.mode === 'revise'
      ? html`<bt-revise-form .patientId=${this.patientId} .program=${this.program} .etag=${this.etag} @done=${done}></bt-revise-form>`
      : this.read(this.program);
  }

  private read(program: Program): TemplateResult {
    const { plan } = program;
    const open = program.status === 'active' || program.status === 'paused';
    return html`
      <div class="stack">
        <section class="card stack">
          <div class="row apart">
            <h2>${translated(plan.name ?? plan.template)}</h2>
            <span class="badge ${program.status === 'active' ? 'good' : 'warn'}">${words.programIs(program.status)}</span>
          </div>
          <p class="soft">${words.planSpan(dateText(plan.startsOn), plan.weeks, program.version)}</p>
          ${open ? html`
            <p class="row">
              <button class="button main" @click=${() => { this.mode = 'revise'; }}>${words.revise}</button>
              ${(program.status === 'active' ? ['pause', 'complete', 'stop'] as const : ['resume', 'stop'] as const).map((action) => html`
                <button class="button" @click=${() => { this.acting = action; }}>${words.action(action)}</button>`)}
            </p>` : html`<p><button class="button main" @click=${() => { this.mode = 'prescribe'; }}>${words.prescribe}</button></p>`}
        </section>
        ${plan.phases.map((phase) => html`
          <section class="card stack">
            <h3>${translated(phase.name)} <span class="soft small">${words.weeksFromTo(phase.weeks.min, phase.weeks.max)}</span></h3>
            <ul class="plain stack">
              ${plan.items.filter((item) => item.weeks === null || (item.weeks.min <= phase.weeks.max && item.weeks.max >= phase.weeks.min)).map((item) => html`
                <li><strong>${entryName(item.exercise, this.names)}</strong> <span>${doseText(item)}</span>
                  ${item.instructions === null ? nothing : html`<br><span class="soft small">${translated(item.instructions)}</span>`}</li>`)}
            </ul>
          </section>`)}
        <section class="card stack">
          <h3>${words.decisions}</h3>
          <ol class="plain stack">
            ${[...this.history].reverse().map((one) => html`
              <li><strong>${words.decision(one.decision)}</strong> <span class="soft small">${words.version(one.version)}, ${words.inForceFrom(dateText(one.effectiveFrom))},
                ${words.recorded(timeText(one.decidedAt), one.decidedBy.id)}</span>${one.reason === null ? nothing : html`<br>${one.reason}`}</li>`)}
          </ol>
        </section>
      </div>
      ${this.acting === undefined ? nothing : this.dialog(program, this.acting)}`;
  }

  private dialog(program: Program, action: Action): TemplateResult {
    const sent = (event: SubmitEvent) => {
      event.preventDefault();
      const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
      this.acting = undefined;
      void this.act(program, action, reason);
    };
    return html`
      <bt-dialog .heading=${words.action(action)} @closed=${() => { this.acting = undefined; }} .content=${() => html`
        <form class="stack" @submit=${sent}>
          <div class="field"><label for="reason">${words.reason}</label><textarea id="reason" name="reason" maxlength="500"></textarea></div>
          <button class="button main">${words.action(action)}</button>
        </form>`}></bt-dialog>`;
  }

  private async act(program: Program, action: Action, reason: string): Promise<void> {
    try {
      await call('program', `/v1/patients/${this.patientId}/programs/${program.programId}/${action}`,
        { method: 'POST', body: reason === '' ? {} : { reason }, ifMatch: this.etag });
      toast(words.done2);
    } catch (failure) {
      toast(failure instanceof ProblemError && failure.problem.status === 412 ? words.decidedMeanwhile('') : explained(failure).title);
    }
    await this.load();
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const base = `/v1/patients/${this.patientId}/programs`;
      const [listing, names] = await Promise.all([
        call<{ programs: readonly Listed[] }>('program', base),
        catalogNames(),
      ]);
      this.names = names;
      this.listed = listing.body.programs;
      const chosen = this.listed.find((one) => one.status === 'active' || one.status === 'paused') ?? this.listed.at(-1);
      if (chosen === undefined) {
        this.program = null;
        return;
      }
      const [program, history] = await Promise.all([
        call<Program>('program', `${base}/${chosen.programId}`),
        call<{ versions: readonly Decided[] }>('program', `${base}/${chosen.programId}/history`),
      ]);
      this.etag = program.etag ?? '';
      this.history = history.body.versions;
      this.program = program.body;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-program-panel', ProgramPanel);
