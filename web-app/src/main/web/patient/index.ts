import '../shared/style/base.css';
import './patient.css';
import { html, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { settleLanguage } from '../shared/i18n';
import { words as shared } from '../shared/messages';
import { errorState, logo, skeleton } from '../shared/parts';
import { currentSession, type Session, signIn, signOut } from '../shared/session';
import { applyTheme } from '../shared/theme';
import { words } from './messages';

applyTheme();
settleLanguage();

interface Progress {
  readonly verdict: string;
  readonly daysNeeded: number | null;
}

/** The patient's own pages. */
class PatientApp extends PageElement {
  static override properties = { session: { state: true }, progress: { state: true }, failure: { state: true } };

  declare session: Session | undefined;
  declare progress: Progress | undefined;
  declare failure: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <a class="skip" href="#content">${shared.skip}</a>
      <header class="my-bar row apart">
        <span class="row">${logo} <strong>Backtrack</strong></span>
        <button class="button quiet" @click=${signOut}>${shared.signOut}</button>
      </header>
      <main id="content" class="my stack" tabindex="-1">
        <h1>${words.progress}</h1>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.progress === undefined ? skeleton(3) : html`<section class="card"><p>${this.said(this.progress)}</p></section>`}
      </main>`;
  }

  private said(progress: Progress): string {
    switch (progress.verdict) {
      case 'improving': return words.improving;
      case 'worsening': return words.worsening;
      case 'stable': return words.stable;
      case 'changing': return words.changing;
      default: return progress.daysNeeded ? words.tooEarly(progress.daysNeeded) : words.unclear;
    }
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const session = await currentSession();
      if (session === null) {
        signIn();
        return;
      }
      settleLanguage(session.language);
      document.title = `${words.progress} – Backtrack`;
      this.session = session;
      this.progress = await get<Progress>('tracking', `/v1/patients/${session.patientId}/progress`);
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-patient', PatientApp);
