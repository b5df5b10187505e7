import { html, type TemplateResult } from 'lit';
import { call, get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { errorState, skeleton } from '../shared/parts';
import { navigate } from '../shared/router';
import { words } from './messages';

/** Where a mail's link leads: marks the entry as read, and goes on to the patient whom it is about. */
class InboxEntry extends PageElement {
  static override properties = { entryId: {}, failure: { state: true } };

  declare entryId: string;
  declare failure: unknown;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('entryId')) {
      void this.leadOn();
    }
  }

  override render(): TemplateResult {
    return html`<h1 class="hidden-text">${words.alerts}</h1>
      ${this.failure === undefined ? skeleton(4, true) : errorState(this.failure, () => void this.leadOn())}`;
  }

  private async leadOn(): Promise<void> {
    this.failure = undefined;
    try {
      const entry = await get<{ patientId: string }>('notification', `/v1/inbox/${this.entryId}`);
      await call('notification', `/v1/inbox/${this.entryId}/read`, { method: 'POST' });
      navigate(`/clinic/patients/${entry.patientId}`);
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-inbox-entry', InboxEntry);
