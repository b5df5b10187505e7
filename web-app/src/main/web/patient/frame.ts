import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { whenSignedOut } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { language, settleLanguage } from '../shared/i18n';
import { words as shared } from '../shared/messages';
import { emptyState, errorState, logo, skeleton } from '../shared/parts';
import { type Found, startRouter } from '../shared/router';
import { app, type Opened } from './app';
import { install } from './install';
import { words } from './messages';
import { stateOf } from './offline/entry';
import { rememberLanguage } from './offline/place';
import { routes } from './routes';

const ICONS: Readonly<Record<string, SVGTemplateResult>> = {
  today: svg`<path d="M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6" />`,
  progress: svg`<path d="M4 4v16h16M8 9l4 4 3-2 5 5" />`,
  entries: svg`<path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" />`,
  settings: svg`<path d="M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4" />`,
};

/** The frame of the patient app: what is sent and what waits, where one can go, and the page itself. */
class PatientApp extends PageElement {
  static override properties = { opened: { state: true }, found: { state: true }, failure: { state: true }, online: { state: true } };

  declare opened: Opened | undefined;
  declare found: Found | null | undefined;
  declare failure: unknown;
  declare online: boolean;
  private started = false;

  constructor() {
    super();
    this.online = navigator.onLine;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    whenSignedOut(() => {
      app.signedIn = false;
      this.requestUpdate();
    });
    app.addEventListener('change', () => this.requestUpdate());
    for (const name of ['online', 'offline']) {
      window.addEventListener(name, () => {
        this.online = navigator.onLine;
        this.opened = this.opened === 'offline' && this.online ? 'signed-in' : this.opened;
      });
    }
    if (isSafe()) {
      // What to do in an emergency waits for nothing.
      this.start();
    }
    void this.open();
    void install();
  }

  override render(): TemplateResult {
    return html`
      <a class="skip" href="#content">${shared.skip}</a>
      <header class="my-bar">
        <a class="row brand" href="/my">${logo} <strong>Backtrack</strong></a>
        ${app.isOpen ? this.sending() : nothing}
      </header>
      ${this.banner()}
      <main id="content" class="my stack" tabindex="-1">${this.page()}</main>
      <nav class="my-nav" aria-label=${shared.menu}>
        ${this.link('/my', 'today', words.today)}
        ${this.link('/my/progress', 'progress', words.progressShort)}
        ${this.link('/my/entries', 'entries', words.entriesShort)}
        ${this.link('/my/settings', 'settings', words.settingsShort)}
      </nav>`;
  }

  private link(address: string, icon: string, label: string): TemplateResult {
    return html`
      <a href=${address} aria-current=${location.pathname === address ? 'page' : nothing}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[icon]}</svg><span>${label}</span>
      </a>`;
  }

  /** How many entries are only here; a link to them. */
  private sending(): TemplateResult {
    const waiting = app.entries.filter((entry) => stateOf(entry) === 'waiting').length;
    const refused = app.entries.filter((entry) => stateOf(entry) === 'refused').length;
    const [tone, sign, text] = refused > 0 ? ['bad', '!', words.refusedCount(refused)]
      : waiting > 0 ? ['warn', '↑', words.waiting(waiting)] : ['good', '✓', words.allSent];
    return html`<a class="sending" href="/my/entries"><span class="badge ${tone}" role="status"><span aria-hidden="true">${sign}</span> ${text}</span></a>`;
  }

  private banner(): TemplateResult | typeof nothing {
    if (this.opened === undefined || !app.isOpen) {
      return nothing;
    }
    if (!app.signedIn) {
      return html`
        <div class="banner note warn" role="status">
          <span>${words.signInAgain}</span>
          <button class="button" @click=${signInAgain}>${shared.signIn}</button>
        </div>`;
    }
    return this.hasNetwork() ? nothing : html`<div class="banner note" role="status"><span>${words.offlineNow}</span></div>`;
  }

  /** Browsers say that they are online when a cable is in; what came of the last request says more. */
  private hasNetwork(): boolean {
    const { outlook } = app;
    return this.online && !(outlook.is === 'waiting' && outlook.offline) && !(this.opened === 'offline' && app.position === null);
  }

  private page(): TemplateResult {
    if (this.failure !== undefined && !isSafe()) {
      return errorState(this.failure, () => void this.open());
    }
    if (!app.isOpen && this.opened !== undefined && !isSafe()) {
      return html`
        ${emptyState(words.notHere, words.notHereHint, html`<button class="button main" @click=${signInAgain}>${shared.signIn}</button>`)}
        <p class="row centred"><a class="button danger" href="/my/warning-signs">${words.warningSigns}</a></p>`;
    }
    if (this.found === undefined || (this.opened === undefined && !isSafe())) {
      return skeleton(4, true);
    }
    return this.found === null
      ? emptyState(shared.notFound, shared.notFoundHint, html`<a class="button" href="/my">${shared.backHome}</a>`)
      : this.found.route.render(this.found.parameters);
  }

  private async open(): Promise<void> {
    this.failure = undefined;
    try {
      const opened = await app.open();
      if (opened === 'elsewhere') {
        return;
      }
      if (opened === 'nobody' && !isSafe()) {
        signInAgain();
        return;
      }
      void rememberLanguage(language());
      this.opened = opened;
      this.start();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private start(): void {
    if (!this.started) {
      this.started = true;
      startRouter('/my', routes, this.show);
    }
  }

  private readonly show = async (found: Found | null): Promise<void> => {
    this.found = found;
    await this.updateComplete;
  };
}

/** Leads to the sign-in, and back here. What is written stays on the device meanwhile. */
function signInAgain(): void {
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
}

/** What to do in an emergency is there for everybody, signed in or not. */
function isSafe(): boolean {
  return location.pathname === '/my/warning-signs';
}

settleLanguage();
define('bt-patient', PatientApp);
