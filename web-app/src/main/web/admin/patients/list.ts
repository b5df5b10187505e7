import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define } from '../../shared/element';
import { dateText } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { emptyState } from '../../shared/parts';
import { choice, line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { type Clinician, clinicians, clinicianText, nameText, type Patient } from './patient';
import { words } from './messages';

interface Listing {
  readonly patients: readonly Patient[];
  readonly cursor: string | null;
}

interface Shown extends Listing {
  readonly known: readonly Clinician[];
}

/** What is looked for; it travels in a body, never in an address. */
interface Search {
  readonly name?: string;
  readonly identifier?: { readonly system: string; readonly value: string };
  readonly status?: string;
  readonly therapist?: string;
}

const IN_CARE: Search = { status: 'enrolled' };

/** The clinic's patients: looked for by name, by the clinic's own number, by therapist and by care. */
class Patients extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, search: { state: true }, busy: { state: true } };

  declare search: Search;
  declare busy: boolean;
  protected readonly place = 'patients';

  constructor() {
    super();
    this.search = IN_CARE;
    this.busy = false;
  }

  protected heading(): string {
    return words.patients;
  }

  protected override beside(): TemplateResult {
    return html`<a class="button main" href="/clinic/admin/enrol">${words.enrol}</a>`;
  }

  protected async read(): Promise<Shown> {
    const [page, known] = await Promise.all([this.page(null), this.content?.known ?? clinicians()]);
    return { ...page, known };
  }

  protected draw({ patients, cursor, known }: Shown): TemplateResult {
    return html`
      ${this.form(known)}
      <p class="hidden-text" role="status">${words.found(patients.length, cursor !== null)}</p>
      ${patients.length === 0 ? this.nobody() : html`
        <div class="card scroll" tabindex="0" role="region" aria-label=${words.patients}>
          <table class="plain rows">
            <thead><tr>
              <th scope="col">${words.name}</th><th scope="col">${words.birthYear}</th><th scope="col">${words.identifiers}</th>
              <th scope="col">${words.therapists}</th><th scope="col">${words.care}</th>
            </tr></thead>
            <tbody>${patients.map((patient) => this.row(patient, known))}</tbody>
          </table>
        </div>`}
      ${cursor === null ? nothing : html`
        <p><button class="button" ?disabled=${this.busy} @click=${() => void this.more()}>${this.busy ? shared.loading : words.more}</button></p>`}`;
  }

  private row(patient: Patient, known: readonly Clinician[]): TemplateResult {
    return html`
      <tr>
        <th scope="row"><a href="/clinic/admin/patients/${patient.patientId}">${nameText(patient)}</a></th>
        <td data-label=${words.birthYear}>${patient.birthYear ?? '–'}</td>
        <td data-label=${words.identifiers}>${patient.identifiers.length === 0 ? '–' : patient.identifiers.map((one) => one.value).join(', ')}</td>
        <td data-label=${words.therapists}>${patient.therapists.length === 0 ? html`<span class="badge warn">${words.nobody}</span>`
          : patient.therapists.map((id) => clinicianText(id, known)).join(', ')}</td>
        <td data-label=${words.care}>${patient.dischargedOn === null ? words.since(dateText(patient.enrolledOn))
          : words.dischargedOn(dateText(patient.dischargedOn))}</td>
      </tr>`;
  }

  private form(known: readonly Clinician[]): TemplateResult {
    return html`
      <form class="card filters" role="search" aria-label=${words.look} @submit=${this.look}>
        ${line({ id: 'name', label: words.name, value: this.search.name ?? '', hint: words.nameSearchHint, maxLength: 200 })}
        ${line({ id: 'value', label: words.number, value: this.search.identifier?.value ?? '', maxLength: 64 })}
        ${line({ id: 'system', label: words.system, value: this.search.identifier?.system ?? '', hint: words.systemSearchHint, maxLength: 200 })}
        ${choice('therapist', words.therapist, [['', words.any],
          ...known.map((one) => [one.clinicianId, clinicianText(one.clinicianId, known)] as const)], this.search.therapist ?? '')}
        ${choice('status', words.care, [['enrolled', words.inCare], ['discharged', words.discharged], ['', words.any]], this.search.status ?? '')}
        <button class="button" ?disabled=${this.busy}>${words.look}</button>
      </form>`;
  }

  private nobody(): TemplateResult {
    return this.search === IN_CARE
      ? emptyState(words.noPatients, words.noPatientsHint, html`<a class="button main" href="/clinic/admin/enrol">${words.enrol}</a>`)
      : emptyState(words.noMatch, words.noMatchHint, html`<button class="button" @click=${() => this.find(IN_CARE)}>${words.showAll}</button>`);
  }

  private readonly look = (event: Event) => {
    const form = said(event);
    const value = lineOf(form, 'value');
    this.find({
      name: lineOf(form, 'name') || undefined,
      identifier: value === '' ? undefined : { system: lineOf(form, 'system'), value },
      status: lineOf(form, 'status') || undefined,
      therapist: lineOf(form, 'therapist') || undefined,
    });
  };

  private find(search: Search): void {
    this.search = search;
    this.busy = true;
    void this.load().finally(() => { this.busy = false; });
  }

  private async more(): Promise<void> {
    const shown = this.content;
    if (shown === undefined || shown.cursor === null) {
      return;
    }
    this.busy = true;
    try {
      const page = await this.page(shown.cursor);
      this.content = { ...page, known: shown.known, patients: [...shown.patients, ...page.patients] };
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private async page(cursor: string | null): Promise<Listing> {
    const body = { ...this.search, ...(cursor === null ? {} : { cursor }) };
    return (await call<Listing>('program', '/v1/patients/search', { method: 'POST', body })).body;
  }
}

define('bt-admin-patients', Patients);
