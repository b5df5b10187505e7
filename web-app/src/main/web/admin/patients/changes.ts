import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { toast } from '../../shared/toast';
import { choice, line, lineOf, said } from '../common/controls';
import { Sending } from '../common/sending';
import { showsCare, therapistFields, therapistsOf, zoneField } from './care-fields';
import { identityFields, identityOf, showsIdentity } from './identity-fields';
import { type Clinician, clinicianText, type Identifier, type Patient } from './patient';
import { words } from './messages';

/** What can be changed about a patient, one thing at a time. */
export type Change = 'identity' | 'therapists' | 'zone' | 'discharge' | 'enrol' | 'erase';

/** Why a person may have a patient erased. */
const REASONS = ['patient-request', 'consent-withdrawn', 'entered-by-mistake'] as const;

interface Known {
  readonly patient: Patient;
  readonly etag: string;
  readonly identityEtag: string;
  readonly known: readonly Clinician[];
}

export function changeForm(change: Change | undefined, known: Known, done: () => void, anew: () => void): TemplateResult {
  return html`<bt-patient-change .change=${change} .known=${known} @done=${done} @anew=${anew}></bt-patient-change>`;
}

/** The form of one change. It is made to the version that is shown, and refused when somebody was faster. */
class PatientChange extends PageElement {
  static override properties = { change: {}, known: { attribute: false }, identifiers: { state: true }, stale: { state: true } };

  declare change: Change;
  declare known: Known;
  declare identifiers: readonly Identifier[] | undefined;
  /** The version that was in conflict, while what is there now has to be said. */
  declare stale: Known | undefined;
  /** The version that the form was opened with: its fields go on from that, so that nothing typed is overwritten. */
  private opened: Known | undefined;
  private readonly sending = new Sending(this);

  override render(): TemplateResult {
    return html`
      <form class="stack" @submit=${this.send}>
        ${this.sending.note((pointer) => showsCare(pointer) || showsIdentity(pointer) || ['/effectiveFrom', '/reason', '/patientId'].includes(pointer), () => this.anew())}
        ${this.stale === undefined || this.stale === this.known ? nothing : html`
          <p class="note" role="status"><strong>${words.thereNow}</strong> ${this.now()}</p>`}
        ${this.fields()}
        <p><button class="button ${this.change === 'discharge' || this.change === 'erase' ? 'danger' : 'main'}" ?disabled=${this.sending.busy}>
          ${words.doIt(this.change)}</button></p>
      </form>`;
  }

  private fields(): TemplateResult {
    const { patient, known } = this.opened ?? this.known;
    switch (this.change) {
      case 'identity': return identityFields({ ...patient, identifiers: this.rows() }, this.sending,
        (identifiers) => { this.identifiers = identifiers; });
      case 'therapists': return therapistFields(patient.therapists, known, this.sending);
      case 'zone': return html`
        ${zoneField(patient.zone, this.sending)}
        ${line({ id: 'effectiveFrom', label: words.effectiveFrom, value: '', hint: words.effectiveFromHint, flaw: this.sending.flaw('/effectiveFrom'), type: 'date' })}`;
      case 'discharge': return html`
        <p>${words.dischargeHint}</p>
        ${line({ id: 'reason', label: words.reason, value: '', hint: words.reasonHint, flaw: this.sending.flaw('/reason'), maxLength: 500 })}`;
      case 'enrol': return html`
        ${zoneField(patient.zone, this.sending)}
        ${therapistFields(patient.therapists, known, this.sending)}`;
      case 'erase': return html`
        <div class="note bad stack">${words.eraseHints.split('\n').map((hint) => html`<p>${hint}</p>`)}</div>
        ${choice('reason', words.reason, REASONS.map((reason) => [reason, words.erasureReason(reason)] as const), REASONS[0])}
        ${line({ id: 'patientId', label: words.typeTheId, value: '', hint: patient.patientId, required: true, maxLength: 36, flaw: this.sending.flaw('/patientId') })}`;
    }
  }

  /** What somebody else has made of it. */
  private now(): string {
    const { patient, known } = this.known;
    const therapists = patient.therapists.map((id) => clinicianText(id, known)).join(', ');
    switch (this.change) {
      case 'identity': return [patient.name ?? '–', patient.birthYear ?? '–',
        ...patient.identifiers.map((one) => `${one.system} ${one.value}`)].join(', ');
      case 'therapists': return therapists === '' ? words.nobody : therapists;
      case 'zone': return patient.zone;
      case 'discharge': case 'enrol': case 'erase': return patient.status === 'enrolled' ? words.inCare : words.discharged;
    }
  }

  private rows(): readonly Identifier[] {
    return this.identifiers ?? (this.opened ?? this.known).patient.identifiers;
  }

  private readonly send = async (event: Event) => {
    const form = said(event);
    const [method, path, body] = this.request(form);
    const ifMatch = this.change === 'identity' ? this.known.identityEtag : this.known.etag;
    const id = this.known.patient.patientId;
    if (await this.sending.run(() => call('program', `/v1/patients/${id}/${path}`, { method, body, ifMatch }))) {
      toast(words.saved);
      this.dispatchEvent(new Event('done'));
    }
  };

  private request(form: FormData): readonly ['PUT' | 'POST', string, unknown] {
    const zone = lineOf(form, 'zone');
    switch (this.change) {
      case 'identity': return ['PUT', 'identity', identityOf(form, this.rows())];
      case 'therapists': return ['PUT', 'therapists', { therapists: therapistsOf(form) }];
      case 'zone': return ['PUT', 'time-zone', { zone, effectiveFrom: lineOf(form, 'effectiveFrom') || undefined }];
      case 'discharge': return ['POST', 'discharge', { reason: lineOf(form, 'reason') || undefined }];
      case 'enrol': return ['POST', 'enrol', { zone, therapists: therapistsOf(form) }];
      case 'erase': return ['POST', 'erasure', { patientId: lineOf(form, 'patientId'), reason: lineOf(form, 'reason') }];
    }
  }

  /** Reads what is there now; the form keeps what was typed, and goes on top of that. */
  private anew(): void {
    this.stale = this.known;
    this.opened ??= this.known;
    this.sending.forget();
    this.dispatchEvent(new Event('anew'));
  }
}

define('bt-patient-change', PatientChange);
