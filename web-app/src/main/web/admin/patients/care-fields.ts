import { html, nothing, type TemplateResult } from 'lit';
import { line, lineOf } from '../common/controls';
import type { Sending } from '../common/sending';
import { type Clinician, clinicianText } from './patient';
import { words } from './messages';

/** The zone that this device is in: most often the clinic's, and its patients'. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone of a patient's home, with all that there are to choose from. */
export function zoneField(value: string, sending: Sending): TemplateResult {
  return html`
    ${line({ id: 'zone', label: words.zone, value, hint: words.zoneHint, flaw: sending.flaw('/zone'), required: true, list: 'zones', maxLength: 64 })}
    <datalist id="zones">${Intl.supportedValuesOf('timeZone').map((zone) => html`<option value=${zone}></option>`)}</datalist>`;
}

/** Who looks after a patient: those who are known, and one more by their id. */
export function therapistFields(chosen: readonly string[], known: readonly Clinician[], sending: Sending): TemplateResult {
  const ids = [...new Set([...known.map((clinician) => clinician.clinicianId), ...chosen])];
  const flaw = sending.flaw('/therapists');
  return html`
    <fieldset class="choices">
      <legend>${words.therapists}</legend>
      ${ids.length === 0 ? html`<p class="soft small">${words.noClinicians}</p>` : nothing}
      ${ids.map((id) => html`
        <label class="check"><input type="checkbox" name="therapist" value=${id} ?checked=${chosen.includes(id)}> ${clinicianText(id, known)}</label>`)}
      ${flaw === undefined ? nothing : html`<p class="flaw">${flaw}</p>`}
      ${line({ id: 'anotherTherapist', label: words.anotherTherapist, value: '', hint: words.anotherTherapistHint, maxLength: 64 })}
    </fieldset>`;
}

export function therapistsOf(form: FormData): readonly string[] {
  const another = lineOf(form, 'anotherTherapist');
  return [...form.getAll('therapist').map(String), ...(another === '' ? [] : [another])];
}

/** Whether a refusal's pointer is shown by these fields. */
export function showsCare(pointer: string): boolean {
  return pointer === '/zone' || pointer === '/therapists';
}
