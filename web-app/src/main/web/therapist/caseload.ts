import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { call, follow, listen, type Stream } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { words as shared } from '../shared/messages';
import { emptyState, errorState, skeleton } from '../shared/parts';
import { type Filter, NO_FILTER, queryOf, type Row, SEVERITIES, VERDICTS } from './caseload-row';
import { rowCard } from './caseload-card';
import { words } from './messages';
import { patientNames } from './names';

/** How long changes are gathered before the list is read anew, in milliseconds. */
const GATHER_MS = 400;

/** All patients of a therapist or clinic: who needs somebody, and why. It follows changes as they happen. */
export class Caseload extends PageElement {
  static override properties = {
    rows: { state: true }, next: { state: true }, filter: { state: true }, failure: { state: true },
    live: { state: true }, busy: { state: true },
  };

  declare rows: readonly Row[] | undefined;
  declare next: string | null;
  declare filter: Filter;
  declare failure: unknown;
  declare live: boolean;
  declare busy: boolean;

  private names: ReadonlyMap<string, string> = new Map();
  private stream: Stream | undefined;
  private gathering: number | undefined;

  constructor() {
    super();
    this.next = null;
    this.filter = NO_FILTER;
    this.live = false;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.close();
    window.clearTimeout(this.gathering);
  }

  override render(): TemplateResult {
    return html`
      <div class="stack">
        <div class="row apart">
          <h1>${words.caseload}</h1>
          <span class="live" ?data-open=${this.live} role="status">${this.live ? words.live : words.notLive}</span>
        </div>
        ${this.filters()}
        ${this.list()}
      </div>`;
  }

  private filters(): TemplateResult {
    const choice = (name: keyof Filter, label: string, options: readonly (readonly [string, string])[]) => html`
      <div class="field">
        <label for="filter-${name}">${label}</label>
        <select id="filter-${name}" @change=${(event: Event) => this.narrow(name, (event.target as HTMLSelectElement).value)}>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${this.filter[name] === value}>${text}</option>`)}
        </select>
      </div>`;
    return html`
      <form class="filters" role="search" aria-label=${words.filters} @submit=${(event: Event) => event.preventDefault()}>
        ${choice('therapist', words.whose, [['', words.mine], ['all', words.everybodys]])}
        ${choice('severity', words.urgency, [['', words.any], ...SEVERITIES.map((id) => [id, words.severity(id)] as const)])}
        ${choice('verdict', words.trend, [['', words.any], ...VERDICTS.map((id) => [id, words.verdict(id)] as const)])}
        ${choice('status', words.care, [['', words.inCare], ['discharged', words.discharged], ['all', words.any]])}
      </form>`;
  }

  private list(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => this.open());
    }
    if (this.rows === undefined) {
      return html`<div class="card">${skeleton(5, true)}</div>`;
    }
    if (this.rows.length === 0) {
      return this.filter === NO_FILTER
        ? emptyState(words.noPatients, words.noPatientsHint)
        : emptyState(words.noMatch, words.noMatchHint,
          html`<button class="button" @click=${() => this.reset()}>${words.showAll}</button>`);
    }
    return html`
      <ol class="plain patients" aria-label=${words.caseload}>
        ${repeat(this.rows, (row) => row.patientId, (row) => rowCard(row, this.names))}
      </ol>
      ${this.next === null ? nothing : html`
        <p><button class="button" ?disabled=${this.busy} @click=${() => void this.more()}>
          ${this.busy ? shared.loading : words.more}
        </button></p>`}`;
  }

  private narrow(name: keyof Filter, value: string): void {
    this.filter = { ...this.filter, [name]: value };
    this.open();
  }

  private reset(): void {
    this.filter = NO_FILTER;
    this.open();
  }

  /** The stream is opened before the list is read, so that no change falls between them. */
  private open(): void {
    this.stream?.close();
    this.rows = undefined;
    const whose = this.filter.therapist === '' ? '' : `?therapist=${this.filter.therapist}`;
    const changed = () => {
      window.clearTimeout(this.gathering);
      this.gathering = window.setTimeout(() => void this.load(), GATHER_MS);
    };
    this.stream = listen('tracking', `/v1/caseload/events${whose}`,
      { changed, left: changed, reload: changed }, (open) => { this.live = open; });
    void this.load();
  }

  private async load(): Promise<void> {
    const filter = this.filter;
    try {
      const [page, names] = await Promise.all([
        call<readonly Row[]>('tracking', `/v1/caseload${queryOf(filter)}`),
        patientNames(),
      ]);
      if (filter === this.filter) {
        this.names = names;
        this.failure = undefined;
        this.rows = page.body;
        this.next = page.next;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async more(): Promise<void> {
    if (this.next === null) {
      return;
    }
    this.busy = true;
    try {
      const page = await follow<readonly Row[]>(this.next);
      const shown = new Set(this.rows?.map((row) => row.patientId));
      this.rows = [...(this.rows ?? []), ...page.body.filter((row) => !shown.has(row.patientId))];
      this.next = page.next;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

define('bt-caseload', Caseload);
