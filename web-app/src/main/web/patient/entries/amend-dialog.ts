import '../../shared/dialog';
import { html, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { words as shared } from '../../shared/messages';
import { field } from '../../shared/parts';
import { app } from '../app';
import { Draft } from '../draft';
import type { AmendmentReason, Content } from '../offline/facts';
import { choice } from '../parts/scale';
import { fromLocal, toLocal } from '../parts/when';
import { confirmSaved } from '../saved';
import { editor } from './edit';
import { type Fact, same } from './history';
import { words } from './messages';

const CORRECTIONS: readonly AmendmentReason[] = ['wrong-value', 'wrong-time', 'wrong-context', 'more-detail', 'other'];
const REMOVALS: readonly AmendmentReason[] = ['entered-in-error', 'duplicate', 'other'];

interface AmendDraft {
  readonly content: Content;
  readonly reason?: AmendmentReason;
}

/** Asks what an entry should say, or why it should go. Tells of its end with `closed`. */
export class AmendDialog extends PageElement {
  static override properties = { fact: { attribute: false }, removing: { type: Boolean }, name: { attribute: false }, content: { state: true }, reason: { state: true }, flaw: { state: true } };

  declare fact: Fact;
  declare removing: boolean;
  declare name: (id: string) => string;
  declare content: Content;
  declare reason: AmendmentReason | undefined;
  declare flaw: string;
  private draft: Draft<AmendDraft> | undefined;

  constructor() {
    super();
    this.flaw = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.content = this.fact.content!;
    this.reason = this.removing ? 'entered-in-error' : 'wrong-value';
    if (!this.removing) {
      this.draft = new Draft(`amend/${this.fact.kind}/${this.fact.id}`);
      void this.draft.read().then((kept) => {
        this.content = kept?.content ?? this.content;
        this.reason = kept?.reason ?? this.reason;
      });
    }
  }

  override render(): TemplateResult {
    return html`<bt-dialog .heading=${this.removing ? words.remove : words.correct} .content=${() => this.form()}
      @closed=${() => this.dispatchEvent(new Event('closed'))}></bt-dialog>`;
  }

  /** What the dialog shows is drawn by it, so it has to hear of changes here. */
  override updated(): void {
    this.querySelector<PageElement>('bt-dialog')?.requestUpdate();
  }

  private form(): TemplateResult {
    const reasons = this.removing ? REMOVALS : CORRECTIONS;
    return html`
      <form class="stack" novalidate @submit=${this.save}>
        ${this.removing ? '' : html`
          ${editor(this.fact.kind, this.content, this.name, (content) => this.set({ content }))}
          ${field(words.whenWas, (id) => html`<input id=${id} type="datetime-local" .value=${toLocal(new Date(this.content.occurredAt))}
            @change=${this.moved}>`, { id: 'edit-when' })}`}
        ${choice('edit-reason', this.removing ? words.whyRemove : words.why, reasons.map((each) => [each, words.reason(each)] as const),
          this.reason, (reason) => this.set({ reason }))}
        <p role="alert" class="flaw">${this.flaw}</p>
        <div class="row">
          <button class="button main">${this.removing ? words.remove : shared.save}</button>
          <button class="button" type="button" @click=${this.cancel}>${shared.cancel}</button>
        </div>
      </form>`;
  }

  private readonly moved = (event: Event): void => {
    const when = fromLocal((event.target as HTMLInputElement).value);
    if (when !== null) {
      this.set({ content: { ...this.content, ...when } });
    }
  };

  private set(change: Partial<AmendDraft>): void {
    this.content = change.content ?? this.content;
    this.reason = change.reason ?? this.reason;
    this.flaw = '';
    this.draft?.set({ content: this.content, ...(this.reason === undefined ? {} : { reason: this.reason }) });
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.removing && same(this.content, this.fact.current.content)) {
      this.flaw = words.nothingChanged;
      return;
    }
    if (Date.parse(this.content.occurredAt) > Date.now()) {
      this.flaw = words.ahead;
      return;
    }
    await app.amend(this.fact.known, this.removing ? null : this.content, this.reason!);
    await this.draft?.clear();
    confirmSaved();
    this.close();
  };

  private readonly cancel = async (): Promise<void> => {
    await this.draft?.clear();
    this.close();
  };

  private close(): void {
    this.querySelector<HTMLElement & { close(): void }>('bt-dialog')?.close();
  }
}

define('bt-amend', AmendDialog);
