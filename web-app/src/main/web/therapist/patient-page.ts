import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { dateText, numberText, timeText } from '../shared/i18n';
import { errorState, skeleton } from '../shared/parts';
import { panel, tabs } from '../shared/tabs';
import './adherence-panel';
import './alert-list';
import './pain-chart';
import './program-panel';
import './sides-panel';
import './timeline-panel';
import { marksOf } from './marks';
import { words } from './messages';
import { CONTEXTS, type Mark, type Progress, type Window, windowQuery } from './progress';
import { arrow, said, slopeText } from './verdict';

interface Patient {
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly status: string;
  readonly therapists: readonly string[];
  readonly identifiers: readonly { readonly system: string; readonly value: string }[];
}

const DAY_MS = 86_400_000;

/** One patient: how pain goes and how sure that is, what was done, what was decided. */
export class PatientPage extends PageElement {
  static override properties = {
    patientId: {}, patient: { state: true }, progress: { state: true }, marks: { state: true }, view: { state: true },
    daysBack: { state: true }, tab: { state: true }, failure: { state: true }, busy: { state: true },
  };

  declare patientId: string;
  declare patient: Patient | undefined;
  declare progress: Progress | undefined;
  declare marks: readonly Mark[];
  declare view: Window;
  declare daysBack: number;
  declare tab: string;
  declare failure: unknown;
  declare busy: boolean;

  private asked = 0;
  private settling: number | undefined;

  constructor() {
    super();
    this.marks = [];
    this.view = { weeks: 12, context: '', asOf: null };
    this.daysBack = 0;
    this.tab = 'progress';
    this.busy = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('patientId')) {
      this.patient = undefined;
      this.progress = undefined;
      void this.load();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return html`<h1 class="hidden-text">${words.patient}</h1>${errorState(this.failure, () => void this.load())}`;
    }
    if (this.patient === undefined || this.progress === undefined) {
      return html`<h1 class="hidden-text">${words.patient}</h1><div class="card">${skeleton(4, true)}</div>`;
    }
    const chosen = [
      { id: 'progress', label: words.tabProgress }, { id: 'adherence', label: words.tabAdherence },
      { id: 'sides', label: words.tabSides }, { id: 'program', label: words.tabProgram }, { id: 'timeline', label: words.tabTimeline },
    ];
    return html`
      <div class="stack">
        ${this.head(this.patient, this.progress)}
        <bt-alert-list .patientId=${this.patientId}></bt-alert-list>
        ${this.controls()}
        ${tabs(words.patient, chosen, this.tab, (id) => { this.tab = id; })}
        ${panel(this.tab, this.content(this.progress))}
      </div>`;
  }

  private head(patient: Patient, progress: Progress): TemplateResult {
    return html`
      <div class="row apart">
        <div>
          <h1>${patient.name ?? words.unnamed(this.patientId.slice(0, 8))}</h1>
          <p class="soft small">
            ${patient.birthYear === null ? nothing : html`${words.born(patient.birthYear)} · `}
            ${patient.identifiers.map((own) => html`${own.value} · `)}${words.caredBy(patient.therapists.join(', '))}
          </p>
        </div>
        <a class="button" href="/clinic/patients/${this.patientId}/report">${words.report}</a>
      </div>
      <section class="card verdict" data-verdict=${progress.verdict} aria-live="polite">
        <p class="big"><span aria-hidden="true">${arrow(progress.verdict)}</span> ${said(progress)}</p>
        <p class="soft">${slopeText(progress)} ${progress.changes.thresholds?.twoPointGainImpossible ? words.floor : ''}</p>
      </section>`;
  }

  private controls(): TemplateResult {
    return html`
      <form class="filters" aria-label=${words.window} @submit=${(event: Event) => event.preventDefault()}>
        <div class="field">
          <label for="weeks">${words.weeksShown(this.view.weeks)}</label>
          <input id="weeks" type="range" min="4" max="12" step="1" .value=${String(this.view.weeks)}
            aria-valuetext=${words.weeksShown(this.view.weeks)}
            @input=${(event: Event) => this.look({ weeks: Number((event.target as HTMLInputElement).value) })}>
        </div>
        <div class="field">
          <label for="context">${words.contextOf}</label>
          <select id="context" @change=${(event: Event) => this.look({ context: (event.target as HTMLSelectElement).value })}>
            <option value="" ?selected=${this.view.context === ''}>${words.contextBest}</option>
            ${CONTEXTS.map((id) => html`<option value=${id} ?selected=${this.view.context === id}>${words.context(id)}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="as-of">${this.view.asOf === null ? words.asOfNow : words.asOf(timeText(this.view.asOf))}</label>
          <input id="as-of" type="range" min="-84" max="0" step="1" .value=${String(-this.daysBack)}
            aria-valuetext=${this.view.asOf === null ? words.asOfNow : timeText(this.view.asOf)}
            @input=${(event: Event) => this.goBack(-Number((event.target as HTMLInputElement).value))}>
        </div>
      </form>
      ${this.view.asOf === null ? nothing : html`<p class="note warn">${words.pastNote}</p>`}`;
  }

  private content(progress: Progress): TemplateResult {
    switch (this.tab) {
      case 'adherence': return html`<bt-adherence-panel .patientId=${this.patientId} .view=${this.view}></bt-adherence-panel>`;
      case 'sides': return html`<bt-sides-panel .patientId=${this.patientId} .view=${this.view}></bt-sides-panel>`;
      case 'program': return html`<bt-program-panel .patientId=${this.patientId}></bt-program-panel>`;
      case 'timeline': return html`<bt-timeline-panel .patientId=${this.patientId} .view=${this.view}></bt-timeline-panel>`;
      default: return html`
        <div class="stack" aria-busy=${this.busy}>
          <section class="card"><bt-pain-chart .progress=${progress} .marks=${this.marks}></bt-pain-chart></section>
          ${figures(progress)}
        </div>`;
    }
  }

  private look(part: Partial<Window>): void {
    this.view = { ...this.view, ...part };
    this.settle();
  }

  /** Back to what was known at this time of day, so many days ago. */
  private goBack(days: number): void {
    this.daysBack = days;
    this.look({ asOf: days === 0 ? null : new Date(Date.now() - days * DAY_MS).toISOString() });
  }

  /** A slider that moves asks once, when it rests. */
  private settle(): void {
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => void this.load(), 200);
  }

  private async load(): Promise<void> {
    this.asked += 1;
    const mine = this.asked;
    this.failure = undefined;
    this.busy = true;
    try {
      const base = `/v1/patients/${this.patientId}`;
      const [patient, progress] = await Promise.all([
        this.patient ?? get<Patient>('program', base),
        get<Progress>('tracking', `${base}/progress${windowQuery(this.view, true)}`),
      ]);
      const marks = await marksOf(this.patientId, progress, this.view.asOf);
      if (mine === this.asked) {
        this.patient = patient;
        this.progress = progress;
        this.marks = marks;
        document.title = `${patient.name ?? words.patient} – Backtrack`;
      }
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

/** The numbers behind the verdict. */
export function figures(progress: Progress): TemplateResult {
  const { changes, variability } = progress;
  const figure = (label: string, value: string | undefined) => html`<div><dt>${label}</dt><dd>${value ?? '–'}</dd></div>`;
  const one = (value: number | null | undefined) => (value === null || value === undefined ? undefined : numberText(value, 1));
  return html`
    <dl class="figures numbers">
      ${figure(words.figureBaseline, changes.baseline === null ? undefined : `${numberText(changes.baseline.mean, 1)} (${dateText(changes.baseline.from)})`)}
      ${figure(words.figureStart, one(changes.start?.mean))}
      ${figure(words.figureCurrent, one(changes.current?.mean))}
      ${figure(words.figureNeeded, changes.thresholds === null ? undefined : words.pointsLess(numberText(changes.thresholds.improvement, 0)))}
      ${figure(words.figureScored, `${progress.scoredDays} / ${progress.weeks * 7}`)}
      ${figure(words.figureSpread, one(variability?.standardDeviation))}
    </dl>`;
}

define('bt-patient-page', PatientPage);
