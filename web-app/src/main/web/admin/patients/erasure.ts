import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../shared/api';
import { define } from '../../shared/element';
import { timeText } from '../../shared/i18n';
import { toast } from '../../shared/toast';
import { AdminPage } from '../common/page';
import { words } from './messages';

/** What became of an erasure, as program-service answers it. */
interface Erasure {
  readonly patientId: string;
  readonly state: 'erasing' | 'erased';
  readonly decidedAt: string;
  readonly decidedBy: { readonly id: string };
  readonly reason: string;
  readonly deleted: readonly { readonly service: string; readonly round: number; readonly at: string }[];
  readonly receipt?: string;
}

/** How long to wait before looking again while services still delete, in milliseconds. */
const LOOK_AGAIN_MS = 10_000;

/** What is left of a patient who was erased: that it happened, who decided it, and a signed receipt. */
class ErasurePage extends AdminPage<Erasure> {
  static override properties = { ...AdminPage.properties, patientId: {} };

  declare patientId: string;
  protected readonly place = 'patients';
  private waiting: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.waiting);
  }

  protected heading(): string {
    return words.erasure;
  }

  protected async read(): Promise<Erasure> {
    const erasure = await get<Erasure>('program', `/v1/patients/${this.patientId}/erasure`);
    window.clearTimeout(this.waiting);
    if (erasure.state === 'erasing' && this.isConnected) {
      this.waiting = window.setTimeout(() => void this.load(), LOOK_AGAIN_MS);
    }
    return erasure;
  }

  protected draw(erasure: Erasure): TemplateResult {
    return html`
      <div class="card stack">
        <p role="status"><span class="badge ${erasure.state === 'erased' ? 'good' : 'info'}">${words.erasureState(erasure.state)}</span></p>
        <p>${erasure.state === 'erased' ? words.erasedHint : words.erasingHint}</p>
        <dl class="facts">
          <div><dt>${words.patientId}</dt><dd><code>${erasure.patientId}</code></dd></div>
          <div><dt>${words.reason}</dt><dd>${words.erasureReason(erasure.reason)}</dd></div>
          <div><dt>${words.decided}</dt><dd>${words.by(erasure.decidedBy.id, timeText(erasure.decidedAt))}</dd></div>
        </dl>
      </div>
      <section class="card stack" aria-labelledby="deleted">
        <h2 id="deleted">${words.deleted}</h2>
        ${erasure.deleted.length === 0 ? html`<p class="soft">${words.nothingDeleted}</p>` : html`
          <ul>${erasure.deleted.map((one) => html`<li>${words.deletedBy(one.service, one.round, timeText(one.at))}</li>`)}</ul>`}
      </section>
      ${erasure.receipt === undefined ? nothing : html`
        <section class="card stack" aria-labelledby="receipt">
          <h2 id="receipt">${words.receipt}</h2>
          <p>${words.receiptHint}</p>
          <p><code>${erasure.receipt}</code></p>
          <p><button class="button" @click=${() => void this.copy(erasure.receipt!)}>${words.copy}</button></p>
        </section>`}`;
  }

  private async copy(receipt: string): Promise<void> {
    await navigator.clipboard.writeText(receipt);
    toast(words.copied);
  }
}

define('bt-admin-erasure', ErasurePage);
