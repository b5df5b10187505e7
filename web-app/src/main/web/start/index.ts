import '../shared/style/base.css';
import './start.css';
import { html, type TemplateResult } from 'lit';
import { displayChoices } from '../shared/display';
import { define, PageElement } from '../shared/element';
import { settleLanguage } from '../shared/i18n';
import { words } from '../shared/messages';
import { logo } from '../shared/parts';
import { currentSession, signIn } from '../shared/session';
import { applyTheme } from '../shared/theme';

applyTheme();
settleLanguage();

/** Where people arrive: leads on who is signed in, and others to the sign-in. */
class Start extends PageElement {
  override connectedCallback(): void {
    super.connectedCallback();
    void this.leadOn();
  }

  override render(): TemplateResult {
    const trouble = new URLSearchParams(location.search).get('sign-in');
    return html`
      <main class="start stack">
        <p class="row">${logo} <strong>Backtrack</strong></p>
        <h1>${words.tagline}</h1>
        ${trouble === 'failed' ? this.note(words.failedSignIn, words.failedSignInHint) : ''}
        ${trouble === 'unavailable' ? this.note(words.unavailable, words.unavailableHint) : ''}
        <p>${words.startIntro}</p>
        <p><button class="button main" @click=${signIn}>${words.signIn}</button></p>
        <p class="soft small">${words.notMedical}</p>
        <div class="row">${displayChoices()}</div>
      </main>`;
  }

  private note(title: string, hint: string): TemplateResult {
    return html`<div class="note warn" role="alert"><strong>${title}.</strong> ${hint}</div>`;
  }

  private async leadOn(): Promise<void> {
    try {
      const session = await currentSession();
      if (session !== null) {
        location.replace(session.home);
      }
    } catch {
      // Whoever wants in will be told by the sign-in itself.
    }
  }
}

define('bt-start', Start);
