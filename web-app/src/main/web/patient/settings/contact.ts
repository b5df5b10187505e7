import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { errorState, explained, field, skeleton } from '../../shared/parts';
import { ProblemError } from '../../shared/problem';
import { toast } from '../../shared/toast';
import { app } from '../app';
import { words } from './messages';

interface Mailbox {
  readonly email?: string;
  /** Named, and waiting for the code that was mailed there. */
  readonly unverified?: string;
}

/** Where a patient is reached by mail: an address counts once its owner has typed the code that came there. */
class ContactSettings extends PageElement {
  static override properties = { mailbox: { state: true }, failure: { state: true }, flaw: { state: true }, busy: { state: true } };

  declare mailbox: Mailbox | undefined;
  declare failure: unknown;
  declare flaw: string;
  declare busy: boolean;

  constructor() {
    super();
    this.flaw = '';
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <section class="card stack" aria-labelledby="contact">
        <div><h2 id="contact">${words.contact}</h2><p class="small soft">${words.contactHint}</p></div>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.mailbox === undefined ? skeleton(3) : this.forms(this.mailbox)}
      </section>`;
  }

  private forms({ email, unverified }: Mailbox): TemplateResult {
    return html`
      ${email === undefined ? nothing : html`
        <div class="row apart"><strong>${email}</strong>
          <button class="button quiet danger" ?disabled=${this.busy} @click=${this.forget}>${words.forgetAddress}</button></div>`}
      ${unverified === undefined ? nothing : html`
        <form class="stack" novalidate @submit=${this.verify}>
          <p>${words.codeSent(unverified)}</p>
          ${field(words.code, (id, described) => html`<input id=${id} name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"
            aria-describedby=${described ?? nothing} aria-invalid=${this.flaw === '' ? nothing : 'true'}>`,
            { id: 'contact-code', ...(this.flaw === '' ? {} : { flaw: this.flaw }) })}
          <button class="button" ?disabled=${this.busy}>${words.confirmCode}</button>
        </form>`}
      <form class="stack" @submit=${this.name}>
        ${field(email === undefined ? words.address : words.newAddress, (id) => html`
          <input id=${id} name="email" type="email" autocomplete="email" required maxlength="254" .value=${unverified ?? ''}>`, { id: 'contact-email' })}
        <button class="button" ?disabled=${this.busy}>${words.sendCode}</button>
      </form>`;
  }

  private readonly name = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.change('', 'PUT', { email: String(new FormData(event.target as HTMLFormElement).get('email')) });
  };

  private readonly verify = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.change('/verification', 'POST', { code: String(new FormData(event.target as HTMLFormElement).get('code')).trim() });
  };

  private readonly forget = async (): Promise<void> => {
    await this.change('', 'DELETE', undefined);
  };

  private async change(tail: string, method: 'PUT' | 'POST' | 'DELETE', body: unknown): Promise<void> {
    this.busy = true;
    this.flaw = '';
    try {
      const answer = await call<Mailbox | undefined>('notification', `/v1/patients/${app.patientId}/mailbox${tail}`, { method, ...(body === undefined ? {} : { body }) });
      this.mailbox = answer.body ?? {};
    } catch (failure) {
      if (failure instanceof ProblemError && (failure.code === 'no-code' || failure.flaw('/code') !== undefined)) {
        this.flaw = words.wrongCode;
      } else {
        const { title, hint } = explained(failure);
        toast(hint === '' ? title : `${title}. ${hint}`);
      }
    } finally {
      this.busy = false;
    }
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.mailbox = await app.read<Mailbox>('notification', '/mailbox');
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 404) {
        this.mailbox = {};
      } else {
        this.failure = failure;
      }
    }
  }
}

define('bt-contact', ContactSettings);
