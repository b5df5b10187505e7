import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../shared/api';
import '../../shared/dialog';
import { define } from '../../shared/element';
import { emptyState } from '../../shared/parts';
import { line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { add, type Endpoint } from './endpoint';
import { typeFields } from './type-fields';
import { secretNote } from './secret';
import { words } from './messages';

/** Where the clinic's own software is called. */
class Webhooks extends AdminPage<readonly Endpoint[]> {
  static override properties = { ...AdminPage.properties, adding: { state: true }, secret: { state: true } };

  /** The id of the endpoint that is being added, made once for its form. */
  declare adding: string | undefined;
  declare secret: string | undefined;
  protected readonly place = 'webhooks';
  private readonly sending = new Sending(this);

  protected heading(): string {
    return words.webhooks;
  }

  protected override beside(): TemplateResult {
    return html`<button class="button main" @click=${this.begin}>${words.addEndpoint}</button>`;
  }

  protected async read(): Promise<readonly Endpoint[]> {
    return (await get<{ endpoints: readonly Endpoint[] }>('notification', '/v1/webhook-endpoints')).endpoints;
  }

  protected draw(endpoints: readonly Endpoint[]): TemplateResult {
    return html`
      <p>${words.intro}</p>
      ${this.secret === undefined ? nothing : secretNote(this.secret, () => { this.secret = undefined; })}
      ${endpoints.length === 0
        ? emptyState(words.noEndpoints, words.noEndpointsHint, html`<button class="button" @click=${this.begin}>${words.addEndpoint}</button>`)
        : html`<ul class="plain stack">${endpoints.map((endpoint) => this.card(endpoint))}</ul>`}
      ${this.adding === undefined ? nothing : html`
        <bt-dialog .heading=${words.addEndpoint} .content=${() => this.form()} @closed=${() => { this.adding = undefined; }}></bt-dialog>`}`;
  }

  private card(endpoint: Endpoint): TemplateResult {
    return html`
      <li class="card stack tight">
        <div class="row apart">
          <h2 class="address"><a href="/clinic/admin/webhooks/${endpoint.id}">${endpoint.url}</a></h2>
          <span class="badge ${endpoint.status === 'enabled' ? 'good' : 'bad'}">${words.status(endpoint.status)}</span>
        </div>
        <p class="small">${endpoint.types.map((type) => words.type(type)).join(', ')}</p>
        ${endpoint.disabledBecause === undefined ? nothing : html`<p class="small">${words.disabledBecause(endpoint.disabledBecause)}</p>`}
      </li>`;
  }

  private form(): TemplateResult {
    return html`
      <form class="stack" @submit=${this.send}>
        ${this.sending.note((pointer) => pointer === '/url' || pointer === '/types', () => void this.load())}
        ${line({ id: 'url', label: words.url, value: '', type: 'url', required: true, hint: words.urlHint, flaw: this.sending.flaw('/url') })}
        ${typeFields(['alert.raised', 'alert.withdrawn'], this.sending.flaw('/types'))}
        <p><button class="button main" ?disabled=${this.sending.busy}>${words.addEndpoint}</button></p>
      </form>`;
  }

  private readonly begin = () => {
    this.sending.forget();
    this.adding = crypto.randomUUID();
  };

  private readonly send = async (event: Event) => {
    const form = said(event);
    const id = this.adding!;
    let secret: string | undefined;
    const taken = await this.sending.run(async () => {
      secret = (await add(id, lineOf(form, 'url'), form.getAll('type').map(String))).secret;
    });
    if (taken) {
      this.adding = undefined;
      this.secret = secret;
      await this.load();
    }
  };
}

define('bt-admin-webhooks', Webhooks);
