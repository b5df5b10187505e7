import { html, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define } from '../../shared/element';
import { words as shared } from '../../shared/messages';
import { navigate } from '../../shared/router';
import { toast } from '../../shared/toast';
import { said, lineOf } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { HERE, showsCare, therapistFields, therapistsOf, zoneField } from './care-fields';
import { identityFields, identityOf, showsIdentity } from './identity-fields';
import { type Clinician, clinicians, type Identifier, type Patient } from './patient';
import { words } from './messages';

/** Takes a patient on. The id is made once for the form, so sending it again after a lost answer changes nothing. */
class Enrol extends AdminPage<readonly Clinician[]> {
  static override properties = { ...AdminPage.properties, identifiers: { state: true } };

  declare identifiers: readonly Identifier[];
  protected readonly place = 'patients';
  private readonly made = crypto.randomUUID();
  private readonly sending = new Sending(this);

  constructor() {
    super();
    this.identifiers = [];
  }

  protected heading(): string {
    return words.enrol;
  }

  protected read(): Promise<readonly Clinician[]> {
    return clinicians();
  }

  protected draw(known: readonly Clinician[]): TemplateResult {
    return html`
      <form class="card stack narrow" @submit=${this.send}>
        ${this.sending.note((pointer) => showsCare(pointer) || showsIdentity(pointer), () => this.sending.forget())}
        ${identityFields({ name: null, birthYear: null, identifiers: this.identifiers }, this.sending,
          (identifiers) => { this.identifiers = identifiers; })}
        ${zoneField(HERE, this.sending)}
        ${therapistFields([], known, this.sending)}
        <p class="row">
          <button class="button main" ?disabled=${this.sending.busy}>${words.enrol}</button>
          <a class="button quiet" href="/clinic/admin/patients">${shared.cancel}</a>
        </p>
      </form>`;
  }

  private readonly send = async (event: Event) => {
    const form = said(event);
    const body = { zone: lineOf(form, 'zone'), therapists: therapistsOf(form), ...identityOf(form, this.identifiers) };
    const taken = await this.sending.run(async () => {
      const answer = await call<Patient>('program', `/v1/patients/${this.made}`, { method: 'PUT', body });
      toast(answer.body.warnings === undefined ? words.enrolled : words.enrolledWithUnknown);
    });
    if (taken) {
      navigate(`/clinic/admin/patients/${this.made}`);
    }
  };
}

define('bt-admin-enrol', Enrol);
