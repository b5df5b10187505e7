import { html, nothing, type TemplateResult } from 'lit';
import { type Access, accessText, accessWords, repeated, whenText } from '../../shared/access';
import { type Answer, call, follow } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { emptyState, errorState, skeleton } from '../../shared/parts';
import { app } from '../app';
import { words as own } from '../messages';
import { words } from './messages';

/** Who read or wrote the patient's data, newest first. It is read anew each time and kept nowhere. */
class AccessPage extends PageElement {
  static override properties = { all: { state: true }, next: { state: true }, failure: { state: true }, busy: { state: true } };

  declare all: readonly Access[] | undefined;
  declare next: string | null;
  declare failure: unknown;
  declare busy: boolean;

  constructor() {
    super();
    this.next = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <div><h1>${own.access}</h1><p class="soft">${words.accessHint}</p></div>
      ${this.all === undefined ? (this.failure === undefined ? skeleton(6, true) : nothing)
        : this.all.length === 0 ? emptyState(words.noAccess, words.noAccessHint) : this.list(this.all)}
      ${this.failure === undefined ? nothing : errorState(this.failure, this.again)}
      ${this.next === null || this.failure !== undefined ? nothing : html`
        <p class="row centred"><button class="button" ?disabled=${this.busy} @click=${this.again}>${words.older}</button></p>`}`;
  }

  private list(all: readonly Access[]): TemplateResult {
    return html`
      <div class="card"><ol class="plain rows">
        ${repeated(all).map((one) => html`
          <li>
            <p>${accessText(one.access)}</p>
            <p class="small soft">${accessWords.role(one.access.by.role)} (${one.access.by.id}), ${whenText(one)}</p>
          </li>`)}
      </ol></div>`;
  }

  private readonly again = (): void => void (this.next === null ? this.load() : this.page(follow<readonly Access[]>(this.next)));

  private load(): Promise<void> {
    this.all = undefined;
    return this.page(call<readonly Access[]>('tracking', `/v1/patients/${app.patientId}/access-log?limit=50`));
  }

  private async page(read: Promise<Answer<readonly Access[]>>): Promise<void> {
    this.failure = undefined;
    this.busy = true;
    try {
      const { body, next } = await read;
      this.all = [...this.all ?? [], ...body];
      this.next = next;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

define('bt-access', AccessPage);
