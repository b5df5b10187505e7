import { html, nothing, type TemplateResult } from 'lit';
import { call, get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { translated } from '../shared/ours';
import { errorState, explained, skeleton } from '../shared/parts';
import { ProblemError } from '../shared/problem';
import { toast } from '../shared/toast';
import { catalogNames, entryName } from './entries';
import { words } from './messages';
import type { PlanItem } from './plan';
import { doseText } from './plan-words';

interface Template {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly weeks: number;
  readonly phases: readonly { readonly name: string; readonly items: readonly PlanItem[] }[];
}

/** Begins a program from a template; what it does not suit is revised afterwards. */
class PrescribeForm extends PageElement {
  static override properties = {
    patientId: {}, templates: { state: true }, names: { state: true }, chosen: { state: true }, failure: { state: true },
    refused: { state: true }, busy: { state: true },
  };

  declare patientId: string;
  declare templates: readonly Template[] | undefined;
  declare names: ReadonlyMap<string, string>;
  declare chosen: string;
  declare failure: unknown;
  declare refused: ProblemError | undefined;
  declare busy: boolean;

  /** One id for the form, so that sending it twice prescribes once. */
  private readonly programId = crypto.randomUUID();

  constructor() {
    super();
    this.chosen = '';
    this.busy = false;
    this.names = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => void this.load());
    }
    if (this.templates === undefined) {
      return html`<div class="card">${skeleton(4)}</div>`;
    }
    const template = this.templates.find((one) => one.id === this.chosen) ?? this.templates[0];
    return html`
      <form class="card stack" @submit=${this.submitted}>
        <h2>${words.prescribe}</h2>
        ${this.refused === undefined ? nothing : html`
          <section class="note bad" role="alert"><strong>${explained(this.refused).title}</strong> ${explained(this.refused).hint}
            <ul>${this.refused.flaws.map((flaw) => html`<li>${flaw.detail}</li>`)}</ul></section>`}
        <div class="field"><label for="template">${words.template}</label>
          <select id="template" name="template" @change=${(event: Event) => { this.chosen = (event.target as HTMLSelectElement).value; }}>
            ${this.templates.map((one) => html`<option value=${one.id} ?selected=${one.id === template?.id}>${translated(one.name)} (${words.weeksLong(one.weeks)})</option>`)}
          </select></div>
        ${template === undefined ? nothing : html`
          <p class="soft small">${translated(template.description ?? '')}</p>
          ${template.phases.map((phase) => html`
            <h3>${translated(phase.name)}</h3>
            <ul>${phase.items.map((item) => html`<li>${entryName(item.exercise, this.names)} <span class="soft small">${doseText(item)}</span></li>`)}</ul>`)}`}
        <div class="field"><label for="starts-on">${words.startsOn}</label>
          <input id="starts-on" name="startsOn" type="date" required .value=${new Date().toLocaleDateString('sv-SE')}></div>
        <div class="field"><label for="weaker">${words.weaker}</label>
          <select id="weaker" name="weakerSide"><option value="">${words.noneOrUnknown}</option>
            <option value="left">${words.side('left')}</option><option value="right">${words.side('right')}</option></select></div>
        <div class="field"><label for="prescription-reason">${words.reason}</label><textarea id="prescription-reason" name="reason" maxlength="500"></textarea></div>
        <p class="row"><button class="button main" ?disabled=${this.busy}>${words.prescribe}</button>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${words.discard}</button></p>
      </form>`;
  }

  private readonly submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.send(new FormData(event.target as HTMLFormElement));
  };

  private async send(form: FormData): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const body = Object.fromEntries([...form].filter(([, value]) => String(value).trim() !== ''));
    try {
      await call('program', `/v1/patients/${this.patientId}/programs/${this.programId}`, { method: 'PUT', body });
      toast(words.prescribed);
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status < 500 && failure.problem.status > 0) {
        this.refused = failure;
      } else {
        this.failure = failure;
      }
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const [listing, names] = await Promise.all([get<{ templates: readonly Template[] }>('program', '/v1/templates'), catalogNames()]);
      this.names = names;
      this.templates = listing.templates;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-prescribe-form', PrescribeForm);
