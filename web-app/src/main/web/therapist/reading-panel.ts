import { html, type TemplateResult } from 'lit';
import { PageElement } from '../shared/element';
import { errorState, skeleton } from '../shared/parts';
import type { Window } from './progress';

/** A panel about one patient that reads when the patient or the window changes. */
export abstract class ReadingPanel<T> extends PageElement {
  static override properties = { patientId: {}, view: { attribute: false }, content: { state: true }, failure: { state: true } };

  declare patientId: string;
  declare view: Window;
  declare content: T | undefined;
  declare failure: unknown;

  protected abstract read(): Promise<T>;

  protected abstract show(content: T): TemplateResult;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('patientId') || changed.has('view')) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => void this.load());
    }
    return this.content === undefined ? html`<div class="card">${skeleton(6)}</div>` : this.show(this.content);
  }

  protected async load(): Promise<void> {
    this.failure = undefined;
    const { patientId, view } = this;
    try {
      const content = await this.read();
      if (patientId === this.patientId && view === this.view) {
        this.content = content;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }
}
