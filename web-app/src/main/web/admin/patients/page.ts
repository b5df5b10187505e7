import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import '../../shared/dialog';
import { define } from '../../shared/element';
import { dateText, timeText } from '../../shared/i18n';
import { ProblemError } from '../../shared/problem';
import { navigate } from '../../shared/router';
import { AdminPage } from '../common/page';
import { type Change, changeForm } from './changes';
import { type Clinician, clinicians, clinicianText, type Decision, history, type Identity, nameText, type Patient } from './patient';
import { words } from './messages';

interface Shown {
  readonly patient: Patient;
  readonly etag: string;
  readonly identityEtag: string;
  readonly decisions: readonly Decision[];
  readonly known: readonly Clinician[];
}

/** One patient: who they are, who looks after them, and every decision about that. */
class PatientCare extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, patientId: {}, change: { state: true } };

  declare patientId: string;
  declare change: Change | undefined;
  protected readonly place = 'patients';

  protected heading(): string {
    return this.content === undefined ? words.patient : nameText(this.content.patient);
  }

  protected override beside(): TemplateResult {
    return html`
      <span class="row">
        <a class="button" href="/clinic/admin/patients/${this.patientId}/access">${words.toAccess}</a>
        <a class="button" href="/clinic/patients/${this.patientId}">${words.toProgress}</a>
      </span>`;
  }

  protected async read(): Promise<Shown> {
    const [care, identity, decided, known] = await Promise.all([
      call<Patient>('program', `/v1/patients/${this.patientId}`),
      call<Identity>('program', `/v1/patients/${this.patientId}/identity`),
      history(this.patientId),
      clinicians(),
    ]);
    return {
      patient: { ...care.body, ...identity.body, version: care.body.version },
      etag: care.etag ?? '', identityEtag: identity.etag ?? '', decisions: decided.versions, known,
    };
  }

  /** Of an erased patient only that is left. */
  protected override async load(): Promise<void> {
    await super.load();
    if (this.failure instanceof ProblemError && this.failure.code === 'patient-erased') {
      navigate(`/clinic/admin/patients/${this.patientId}/erasure`);
    }
  }

  protected draw(shown: Shown): TemplateResult {
    const { patient, known } = shown;
    const inCare = patient.status === 'enrolled';
    const button = (change: Change, label: string, style = '') => html`
      <button class="button small ${style}" @click=${() => { this.change = change; }}>${label}</button>`;
    return html`
      <section class="card stack" aria-labelledby="who">
        <div class="row apart"><h2 id="who">${words.who}</h2>${button('identity', words.edit)}</div>
        <dl class="facts">
          ${fact(words.name, patient.name ?? '–')}
          ${fact(words.birthYear, patient.birthYear?.toString() ?? '–')}
          ${patient.identifiers.map((one) => fact(one.system, one.value))}
          ${fact(words.patientId, html`<code>${patient.patientId}</code>`)}
        </dl>
        <p class="soft small">${words.signInHint}</p>
      </section>
      <section class="card stack" aria-labelledby="care">
        <div class="row apart">
          <h2 id="care">${words.care}</h2>
          <span class="badge ${inCare ? 'good' : ''}">${inCare ? words.inCare : words.discharged}</span>
        </div>
        <dl class="facts">
          ${fact(words.enrolledOn, dateText(patient.enrolledOn))}
          ${patient.dischargedOn === null ? nothing : fact(words.lastDay, dateText(patient.dischargedOn))}
          ${fact(words.therapists, patient.therapists.length === 0 ? html`<span class="badge warn">${words.nobody}</span>`
            : patient.therapists.map((id) => clinicianText(id, known)).join(', '))}
          ${fact(words.zone, patient.zone)}
        </dl>
        <div class="row">
          ${inCare ? html`${button('therapists', words.changeTherapists)}${button('zone', words.changeZone)}${button('discharge', words.discharge, 'danger')}`
            : button('enrol', words.enrolAgain, 'main')}
          ${button('erase', words.eraseForGood, 'danger')}
        </div>
      </section>
      <section class="card stack" aria-labelledby="history">
        <h2 id="history">${words.history}</h2>
        <ol class="plain history">${[...shown.decisions].reverse().map((decision) => this.decision(decision, known))}</ol>
      </section>
      ${this.change === undefined ? nothing : html`
        <bt-dialog .heading=${words.heading(this.change)} @closed=${() => { this.change = undefined; }}
          .content=${() => changeForm(this.change, shown, this.done, this.anew)}></bt-dialog>`}`;
  }

  private decision(decision: Decision, known: readonly Clinician[]): TemplateResult {
    const therapists = decision.therapists?.map((id) => clinicianText(id, known)).join(', ');
    return html`
      <li>
        <p><strong>${words.decision(decision.decision)}</strong>${decision.on === undefined ? nothing : html`, ${dateText(decision.on)}`}</p>
        ${therapists === undefined ? nothing : html`<p>${words.therapists}: ${therapists === '' ? words.nobody : therapists}</p>`}
        ${decision.zone === undefined ? nothing : html`<p>${words.zone}: ${decision.zone}</p>`}
        ${decision.reason === undefined ? nothing : html`<p>${words.because(decision.reason)}</p>`}
        <p class="soft small">${words.by(clinicianText(decision.decidedBy.id, known), timeText(decision.decidedAt))}</p>
      </li>`;
  }

  private readonly done = () => {
    this.change = undefined;
    void this.load();
  };

  /** After a conflict: what is there now, with the dialog still open. */
  private readonly anew = () => void this.load();
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

define('bt-admin-patient', PatientCare);
