import '../../shared/dialog';
import './contact';
import './download';
import './reminders';
import './tell';
import { html, nothing, type TemplateResult } from 'lit';
import { follow } from '../../shared/api';
import { displayChoices } from '../../shared/display';
import { define, PageElement } from '../../shared/element';
import { words as shared } from '../../shared/messages';
import { explained } from '../../shared/parts';
import { toast } from '../../shared/toast';
import { app } from '../app';
import { words as own } from '../messages';
import { words } from './messages';
import { type PushState, pushState, switchOff, switchOn } from './push';

/** What a patient can set, see and take away; and the way out. */
class SettingsPage extends PageElement {
  static override properties = { push: { state: true }, leaving: { state: true }, busy: { state: true } };

  declare push: PushState | undefined;
  /** How many entries are not sent, while that is asked about. */
  declare leaving: number | null;
  declare busy: boolean;

  constructor() {
    super();
    this.leaving = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void pushState().then((state) => { this.push = state; }, () => { this.push = 'none'; });
  }

  override render(): TemplateResult {
    return html`
      <h1>${own.settings}</h1>
      <section class="card stack" aria-labelledby="display"><h2 id="display">${words.display}</h2>${displayChoices()}</section>
      ${this.pushCard()}
      <bt-reminders></bt-reminders>
      <bt-tell></bt-tell>
      <bt-contact></bt-contact>
      <section class="card stack" aria-labelledby="data">
        <h2 id="data">${words.data}</h2>
        <a class="button" href="/my/access">${own.access}</a>
        <bt-download></bt-download>
      </section>
      <section class="card stack" aria-labelledby="app"><h2 id="app">${words.app}</h2><p class="small soft">${words.appHint}</p></section>
      <button class="button danger wide" ?disabled=${this.busy} @click=${this.signOut}>${shared.signOut}</button>
      <p class="small soft">${shared.notMedical}</p>
      ${this.leaving === null ? nothing : html`
        <bt-dialog .heading=${words.signOutTitle} .content=${() => this.question(this.leaving ?? 0)} @closed=${() => { this.leaving = null; }}></bt-dialog>`}`;
  }

  private pushCard(): TemplateResult {
    const flip = async () => {
      this.busy = true;
      try {
        this.push = await (this.push === 'on' ? switchOff() : switchOn());
      } catch (failure) {
        toast(explained(failure).title);
      } finally {
        this.busy = false;
      }
    };
    return html`
      <section class="card stack" aria-labelledby="push">
        <div><h2 id="push">${words.push}</h2><p class="small soft">${words.pushHint}</p></div>
        ${this.push === 'none' ? html`<p>${words.pushNone}</p>` : this.push === 'denied' ? html`<p>${words.pushDenied}</p>` : html`
          <button class="button" ?disabled=${this.busy || this.push === undefined} @click=${flip}>${this.push === 'on' ? words.pushOff : words.pushOn}</button>`}
      </section>`;
  }

  private question(unsent: number): TemplateResult {
    return html`
      <div class="stack">
        <p>${words.signOutHint(unsent)}</p>
        <button class="button main" @click=${this.stay}>${words.sendFirst}</button>
        <button class="button" @click=${() => void this.leave(true)}>${words.keepAndLeave}</button>
        <button class="button danger" @click=${() => void this.leave(false)}>${words.dropAndLeave}</button>
      </div>`;
  }

  private readonly stay = (): void => {
    this.querySelector<HTMLElement & { close(): void }>('bt-dialog')?.close();
    app.sendNow();
  };

  private readonly signOut = async (): Promise<void> => {
    const unsent = await app.unsent();
    if (unsent > 0) {
      this.leaving = unsent;
    } else {
      await this.leave(false);
    }
  };

  /** The session ends first: what is on the device goes only once that is certain. */
  private async leave(keepUnsent: boolean): Promise<void> {
    this.busy = true;
    try {
      const { body } = await follow<{ next: string }>('/sign-out', { method: 'POST' });
      await switchOff().catch(() => undefined);
      await app.left(keepUnsent);
      location.assign(body.next);
    } catch (failure) {
      toast(navigator.onLine ? explained(failure).title : words.needsNetwork);
      this.busy = false;
    }
  }
}

define('bt-settings', SettingsPage);
