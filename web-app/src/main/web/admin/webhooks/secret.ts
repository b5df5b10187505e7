import { html, type TemplateResult } from 'lit';
import { toast } from '../../shared/toast';
import { words } from './messages';

/** A secret, this once. It is in this page's memory only, and gone with the next look. */
export function secretNote(secret: string, done: () => void): TemplateResult {
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast(words.copied);
  };
  return html`
    <div class="note warn stack" role="alert">
      <p><strong>${words.secretOnce}</strong> ${words.secretHint}</p>
      <p><code class="secret">${secret}</code></p>
      <p class="row">
        <button type="button" class="button" @click=${copy}>${words.copy}</button>
        <button type="button" class="button quiet" @click=${done}>${words.keptIt}</button>
      </p>
    </div>`;
}
