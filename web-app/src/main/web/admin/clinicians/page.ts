import { html, nothing, type TemplateResult } from 'lit';
import { call, get } from '../../shared/api';
import '../../shared/dialog';
import { define } from '../../shared/element';
import { numberText } from '../../shared/i18n';
import { emptyState } from '../../shared/parts';
import { ProblemError } from '../../shared/problem';
import { toast } from '../../shared/toast';
import { line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { type Clinician, clinicians } from '../patients/patient';
import { words } from './messages';

/** A clinician with the mailbox that is known; undefined while it is being read. */
interface Edited {
  readonly clinician: Clinician | null;
  readonly email: string;
}

/** Who looks after the clinic's patients: names, mailboxes, and how many patients each has. */
class Clinicians extends AdminPage<readonly Clinician[]> {
  static override properties = { ...AdminPage.properties, edited: { state: true } };

  declare edited: Edited | undefined;
  protected readonly place = 'clinicians';
  private readonly sending = new Sending(this);

  protected heading(): string {
    return words.clinicians;
  }

  protected override beside(): TemplateResult {
    return html`<button class="button main" @click=${() => void this.edit(null)}>${words.add}</button>`;
  }

  protected read(): Promise<readonly Clinician[]> {
    return clinicians();
  }

  protected draw(all: readonly Clinician[]): TemplateResult {
    return html`
      <p>${words.intro}</p>
      ${this.edited === undefined ? this.sending.note(() => false, () => void this.load()) : nothing}
      ${all.length === 0 ? emptyState(words.none, words.noneHint) : html`
        <div class="card scroll" tabindex="0" role="region" aria-label=${words.clinicians}>
          <table class="plain rows">
            <thead><tr>
              <th scope="col">${words.name}</th><th scope="col">${words.id}</th><th scope="col">${words.patients}</th>
              <td></td>
            </tr></thead>
            <tbody>${all.map((one) => html`
              <tr>
                <th scope="row">${one.name ?? one.clinicianId}</th>
                <td data-label=${words.id}><code>${one.clinicianId}</code></td>
                <td data-label=${words.patients}>${numberText(one.patients)}</td>
                <td><button class="button small" aria-label=${words.editOf(one.name ?? one.clinicianId)} ?disabled=${this.sending.busy}
                  @click=${() => void this.edit(one)}>${words.edit}</button></td>
              </tr>`)}</tbody>
          </table>
        </div>`}
      ${this.edited === undefined ? nothing : html`
        <bt-dialog .heading=${this.edited.clinician === null ? words.add : words.edit} .content=${() => this.form(this.edited!)}
          @closed=${() => { this.edited = undefined; }}></bt-dialog>`}`;
  }

  private form({ clinician, email }: Edited): TemplateResult {
    return html`
      <form class="stack" @submit=${this.save}>
        ${this.sending.note((pointer) => pointer === '/name' || pointer === '/email', () => this.sending.forget())}
        ${clinician !== null ? html`<p><code>${clinician.clinicianId}</code></p>` : line({ id: 'clinicianId', label: words.id, value: '',
          hint: words.idHint, required: true, maxLength: 64 })}
        ${line({ id: 'name', label: words.name, value: clinician?.name ?? '', hint: words.nameHint, maxLength: 200, flaw: this.sending.flaw('/name') })}
        ${line({ id: 'email', label: words.mailbox, value: email, type: 'email', hint: words.mailboxHint, maxLength: 254, flaw: this.sending.flaw('/email') })}
        <p><button class="button main" ?disabled=${this.sending.busy}>${words.save}</button></p>
      </form>`;
  }

  private async edit(clinician: Clinician | null): Promise<void> {
    let email = '';
    const read = await this.sending.run(async () => {
      email = clinician === null ? '' : await mailbox(clinician.clinicianId);
    });
    if (read) {
      this.edited = { clinician, email };
    }
  }

  /** Name and mailbox live in two services; each is set to what the form says, so sending it again is safe. */
  private readonly save = async (event: Event) => {
    const form = said(event);
    const id = this.edited?.clinician?.clinicianId ?? lineOf(form, 'clinicianId');
    const taken = await this.sending.run(async () => {
      await put('program', `/v1/clinicians/${encodeURIComponent(id)}`, 'name', lineOf(form, 'name'));
      await put('notification', `/v1/clinicians/${encodeURIComponent(id)}/mailbox`, 'email', lineOf(form, 'email'));
    });
    if (taken) {
      this.edited = undefined;
      toast(words.saved);
      await this.load();
    }
  };
}

/** Sets one value, or has it forgotten where it is empty. */
async function put(service: 'program' | 'notification', path: string, member: string, value: string): Promise<void> {
  await call(service, path, value === '' ? { method: 'DELETE' } : { method: 'PUT', body: { [member]: value } });
}

async function mailbox(id: string): Promise<string> {
  try {
    return (await get<{ email: string }>('notification', `/v1/clinicians/${encodeURIComponent(id)}/mailbox`)).email;
  } catch (failure) {
    if (failure instanceof ProblemError && failure.code === 'unknown-mailbox') {
      return '';
    }
    throw failure;
  }
}

define('bt-admin-clinicians', Clinicians);
