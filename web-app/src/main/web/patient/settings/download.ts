import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { explained } from '../../shared/parts';
import { toast } from '../../shared/toast';
import { app } from '../app';
import { everything } from './everything';
import { words } from './messages';

const FORGET_AFTER_MS = 10_000;

/** Lets patients take away what is kept about them. */
class Download extends PageElement {
  static override properties = { read: { state: true } };

  /** How much is read, while it is. */
  declare read: { readonly parts: number; readonly of: number } | undefined;

  override render(): TemplateResult {
    const entries = `/api/tracking/v1/patients/${app.patientId}/export`;
    return html`
      <div class="stack">
        <div><h3>${words.download}</h3><p class="small soft">${words.downloadHint}</p></div>
        <button class="button" ?disabled=${this.read !== undefined} @click=${() => void this.take()}>${words.asAll}</button>
        <p role="status">${this.read === undefined ? nothing : words.reading(this.read.parts, this.read.of)}</p>
        <a class="button" href=${entries} download="backtrack.ndjson">${words.asLines}</a>
        <a class="button" href="${entries}?format=csv&series=pain" download="backtrack-pain.csv">${words.asTable}</a>
      </div>`;
  }

  private async take(): Promise<void> {
    try {
      const file = await everything(app.patientId, (parts, of) => { this.read = { parts, of }; });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'backtrack.json';
      link.click();
      // Some browsers read it a moment later.
      window.setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
    } catch (failure) {
      toast(explained(failure).title);
    } finally {
      this.read = undefined;
    }
  }
}

define('bt-download', Download);
