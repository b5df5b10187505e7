import { html, type TemplateResult } from 'lit';
import { define, PageElement } from './element';
import { words } from './messages';

/**
 * A modal dialog around the browser's own, which keeps the focus inside and gives it back. Set `heading` and `content`;
 * it tells of its end with `closed`.
 */
export class Dialog extends PageElement {
  static override properties = { heading: {}, content: { attribute: false } };

  declare heading: string;
  declare content: () => TemplateResult;

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="dialog-heading" @close=${this.ended} @click=${this.clicked}>
        <div class="row apart">
          <h2 id="dialog-heading">${this.heading}</h2>
          <button class="button quiet small" @click=${this.close} aria-label=${words.close}>✕</button>
        </div>
        ${this.content()}
      </dialog>`;
  }

  override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  close(): void {
    this.querySelector('dialog')?.close();
  }

  private clicked(event: Event): void {
    if (event.target instanceof HTMLDialogElement) {
      this.close();
    }
  }

  private ended(): void {
    this.dispatchEvent(new Event('closed'));
  }
}

define('bt-dialog', Dialog);
