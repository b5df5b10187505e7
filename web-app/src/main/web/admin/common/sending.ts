import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { words as shared } from '../../shared/messages';
import { explained } from '../../shared/parts';
import { type Flaw, ProblemError } from '../../shared/problem';
import { words } from '../messages';

/**
 * A form on its way: whether it is being sent, and what it was refused for. A refusal is shown at the fields that it
 * names, and what names no field above them.
 */
export class Sending implements ReactiveController {
  busy = false;
  failure: unknown;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.failure = undefined;
    this.host.requestUpdate();
  }

  /** Runs what sends; true when it was taken. */
  async run(send: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.failure = undefined;
    this.host.requestUpdate();
    try {
      await send();
      return true;
    } catch (failure) {
      this.failure = failure;
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
      await this.host.updateComplete;
      this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }

  /** What is wrong with one member. */
  flaw(pointer: string): string | undefined {
    return this.failure instanceof ProblemError ? this.failure.flaw(pointer) : undefined;
  }

  /** The refusal as a note, with all that no field shows. `again` reads what is there now, after a conflict. */
  note(shown: (pointer: string) => boolean, again: () => void): TemplateResult | typeof nothing {
    if (this.failure === undefined) {
      return nothing;
    }
    if (this.failure instanceof ProblemError && this.failure.code === 'stale-version') {
      return html`
        <div class="note warn stack" role="alert">
          <p><strong>${words.conflict}</strong> ${words.conflictHint}</p>
          <p><button type="button" class="button" @click=${again}>${words.readAnew}</button></p>
        </div>`;
    }
    const { title, hint } = said(this.failure);
    const rest = flaws(this.failure).filter((flaw) => flaw.pointer === undefined || !shown(flaw.pointer));
    return html`
      <div class="note bad" role="alert">
        <p><strong>${title}.</strong> ${hint}</p>
        ${rest.length === 0 ? nothing : html`
          <ul>${rest.map((flaw) => html`<li><code>${flaw.pointer ?? flaw.parameter ?? ''}</code> ${flaw.detail}</li>`)}</ul>`}
      </div>`;
  }
}

function flaws(failure: unknown): readonly Flaw[] {
  return failure instanceof ProblemError ? failure.flaws : [];
}

/** The refusals of the administration in the page's language; others as they came. */
function said(failure: unknown): { readonly title: string; readonly hint: string } {
  const code = failure instanceof ProblemError ? failure.code : '';
  if (code === 'invalid-request') {
    return { title: shared.checkInput, hint: '' };
  }
  const title = words.refused(code);
  return title === '' ? explained(failure) : { title, hint: words.refusedHint(code) };
}
