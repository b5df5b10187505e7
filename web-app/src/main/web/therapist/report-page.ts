import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { dateText } from '../shared/i18n';
import { errorState, skeleton } from '../shared/parts';
import { tallyRow } from './adherence-panel';
import { marksOf } from './marks';
import { words } from './messages';
import './pain-chart';
import { figures } from './patient-page';
import { type Adherence, type Mark, type Progress, readOr404 } from './progress';
import { said, slopeText } from './verdict';

interface Patient {
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly therapists: readonly string[];
}

/** A page for the referring doctor: printed, or kept as a PDF by the browser's own print dialog. */
class ReportPage extends PageElement {
  static override properties = { patientId: {}, patient: { state: true }, progress: { state: true }, adherence: { state: true }, marks: { state: true }, failure: { state: true } };

  declare patientId: string;
  declare patient: Patient | undefined;
  declare progress: Progress | undefined;
  declare adherence: Adherence | null;
  declare marks: readonly Mark[];
  declare failure: unknown;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('patientId')) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return html`<h1 class="hidden-text">${words.report}</h1>${errorState(this.failure, () => void this.load())}`;
    }
    if (this.patient === undefined || this.progress === undefined) {
      return html`<h1 class="hidden-text">${words.report}</h1><div class="card">${skeleton(6, true)}</div>`;
    }
    const progress = this.progress;
    return html`
      <article class="stack report">
        <p class="row no-print">
          <a class="button" href="/clinic/patients/${this.patientId}">${words.backToPatient}</a>
          <button class="button main" @click=${() => window.print()}>${words.print}</button>
        </p>
        <header>
          <h1>${words.reportOf(this.patient.name ?? words.unnamed(this.patientId.slice(0, 8)))}</h1>
          <p class="soft">${this.patient.birthYear === null ? nothing : html`${words.born(this.patient.birthYear)} · `}
            ${words.reportSpan(dateText(progress.from), dateText(progress.until))} · ${words.caredBy(this.patient.therapists.join(', '))}</p>
        </header>
        <section class="card stack">
          <h2>${words.inShort}</h2>
          <p class="big">${said(progress)}</p>
          <p>${slopeText(progress)}</p>
          ${figures(progress)}
        </section>
        <section class="card stack">
          <h2>${words.painOverTime}</h2>
          <bt-pain-chart .progress=${progress} .marks=${this.marks}></bt-pain-chart>
        </section>
        ${this.adherence === null || this.adherence.exercises.due === 0 ? nothing : html`
          <section class="card stack">
            <h2>${words.tabAdherence}</h2>
            ${tallyRow(words.exercises, this.adherence.exercises)}
            ${this.adherence.habits.due === 0 ? nothing : tallyRow(words.habits, this.adherence.habits)}
            <p class="small soft">${words.adherenceHint}</p>
          </section>`}
        <p class="small soft">${words.reportFoot(dateText(progress.until))}</p>
      </article>`;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const base = `/v1/patients/${this.patientId}`;
      const [patient, progress, adherence] = await Promise.all([
        get<Patient>('program', base),
        get<Progress>('tracking', `${base}/progress?weeks=12`),
        readOr404<Adherence>('tracking', `${base}/progress/adherence?weeks=12`),
      ]);
      this.marks = await marksOf(this.patientId, progress, null);
      this.adherence = adherence;
      this.patient = patient;
      this.progress = progress;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-report-page', ReportPage);
