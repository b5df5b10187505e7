import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import '../../shared/dialog';
import { define } from '../../shared/element';
import { timeText } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { navigate } from '../../shared/router';
import { toast } from '../../shared/toast';
import { line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { at, type Endpoint, type Message, rotate } from './endpoint';
import { secretNote } from './secret';
import { typeFields } from './type-fields';
import { words } from './messages';
import './message-list';

interface Shown {
  readonly endpoint: Endpoint;
  readonly etag: string;
}

type Asking = 'rotate' | 'delete' | undefined;

/** One endpoint: where and what for, its secret, whether it is called, and what became of its messages. */
class WebhookEndpoint extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, endpointId: {}, secret: { state: true }, asking: { state: true }, told: { state: true } };

  declare endpointId: string;
  declare secret: string | undefined;
  declare asking: Asking;
  /** Counts what makes the list of messages stale. */
  declare told: number;
  protected readonly place = 'webhooks';
  private readonly sending = new Sending(this);
  private readonly acting = new Sending(this);

  constructor() {
    super();
    this.told = 0;
  }

  protected heading(): string {
    return words.endpoint;
  }

  protected async read(): Promise<Shown> {
    const answer = await call<Endpoint>('notification', at(this.endpointId));
    return { endpoint: answer.body, etag: answer.etag ?? '' };
  }

  protected draw({ endpoint }: Shown): TemplateResult {
    return html`
      ${this.acting.note(() => false, () => void this.load())}
      ${this.secret === undefined ? nothing : secretNote(this.secret, () => { this.secret = undefined; })}
      ${endpoint.status === 'enabled' ? nothing : html`
        <div class="note bad stack" role="status">
          <p><strong>${words.disabledSince(timeText(endpoint.disabledAt ?? ''))}</strong> ${words.disabledBecause(endpoint.disabledBecause ?? '')}</p>
          <p><button class="button" ?disabled=${this.acting.busy} @click=${() => void this.act('/enable', words.enabledAgain)}>${words.enable}</button></p>
        </div>`}
      <form class="card stack" @submit=${this.save}>
        ${this.sending.note((pointer) => pointer === '/url' || pointer === '/types', () => { this.sending.forget(); void this.load(); })}
        ${line({ id: 'url', label: words.url, value: endpoint.url, type: 'url', required: true, hint: words.urlHint, flaw: this.sending.flaw('/url') })}
        ${typeFields(endpoint.types, this.sending.flaw('/types'))}
        <p><button class="button main" ?disabled=${this.sending.busy}>${shared.save}</button></p>
      </form>
      <section class="card stack" aria-labelledby="secret">
        <h2 id="secret">${words.secret}</h2>
        <p>${words.secretRules}</p>
        ${endpoint.previousSecretUntil === undefined ? nothing : html`<p>${words.previousUntil(timeText(endpoint.previousSecretUntil))}</p>`}
        <p class="row">
          <button class="button" @click=${() => { this.asking = 'rotate'; }}>${words.rotate}</button>
          <button class="button" ?disabled=${this.acting.busy || endpoint.status !== 'enabled'}
            @click=${() => void this.act('/messages/test', words.testSent)}>${words.test}</button>
          <button class="button danger" @click=${() => { this.asking = 'delete'; }}>${words.remove}</button>
        </p>
      </section>
      <bt-webhook-messages .endpointId=${endpoint.id} .enabled=${endpoint.status === 'enabled'} .told=${this.told}></bt-webhook-messages>
      ${this.asking === undefined ? nothing : html`
        <bt-dialog .heading=${this.asking === 'rotate' ? words.rotate : words.remove} .content=${() => this.question()}
          @closed=${() => { this.asking = undefined; }}></bt-dialog>`}`;
  }

  private question(): TemplateResult {
    const rotating = this.asking === 'rotate';
    return html`
      <div class="stack">
        <p>${rotating ? words.rotateHint : words.removeHint}</p>
        <p><button class="button ${rotating ? 'main' : 'danger'}" ?disabled=${this.acting.busy}
          @click=${() => void (rotating ? this.rotate() : this.forget())}>${rotating ? words.rotate : words.remove}</button></p>
      </div>`;
  }

  private readonly save = async (event: Event) => {
    const form = said(event);
    const body = { url: lineOf(form, 'url'), types: form.getAll('type').map(String) };
    const ifMatch = this.content!.etag;
    if (await this.sending.run(() => call('notification', at(this.endpointId), { method: 'PUT', body, ifMatch }))) {
      toast(words.saved);
      await this.load();
    }
  };

  private async act(path: string, done: string): Promise<void> {
    if (await this.acting.run(() => call<Message>('notification', at(this.endpointId, path), { method: 'POST' }))) {
      toast(done);
      this.told += 1;
      await this.load();
    }
  }

  private async rotate(): Promise<void> {
    let secret: string | undefined;
    const taken = await this.acting.run(async () => { secret = await rotate(this.endpointId, this.content!.etag); });
    this.asking = undefined;
    if (taken) {
      this.secret = secret;
      await this.load();
    }
  }

  private async forget(): Promise<void> {
    const taken = await this.acting.run(() => call('notification', at(this.endpointId), { method: 'DELETE' }));
    this.asking = undefined;
    if (taken) {
      toast(words.removed);
      navigate('/clinic/admin/webhooks');
    }
  }
}

define('bt-admin-webhook', WebhookEndpoint);
