import '../shared/style/base.css';
import './clinic.css';
import './caseload';
import { html, nothing, type TemplateResult } from 'lit';
import { adminRoutes } from '../admin/index';
import { whenSignedOut } from '../shared/api';
import { displayChoices } from '../shared/display';
import { define, PageElement } from '../shared/element';
import { settleLanguage } from '../shared/i18n';
import { words as shared } from '../shared/messages';
import { emptyState, errorState, logo, skeleton } from '../shared/parts';
import { type Found, startRouter } from '../shared/router';
import { currentSession, type Session, signIn, signOut } from '../shared/session';
import { applyTheme } from '../shared/theme';
import { words } from './messages';
import { routes } from './routes';

applyTheme();
settleLanguage();

/** The frame of the clinic's pages: who is signed in, where one can go, and the page itself. */
class Clinic extends PageElement {
  static override properties = { session: { state: true }, found: { state: true }, failure: { state: true } };

  declare session: Session | undefined;
  declare found: Found | null | undefined;
  declare failure: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    whenSignedOut(() => {
      this.failure = undefined;
      signIn();
    });
    void this.open();
  }

  override render(): TemplateResult {
    return html`
      <a class="skip" href="#content">${shared.skip}</a>
      <header class="bar">
        <a class="row brand" href="/clinic" aria-label="Backtrack">${logo} <strong>Backtrack</strong></a>
        ${this.session === undefined ? nothing : this.navigation(this.session)}
      </header>
      <main id="content" tabindex="-1">${this.page()}</main>`;
  }

  private navigation(session: Session): TemplateResult {
    const at = location.pathname;
    const link = (address: string, label: string) => html`
      <a href=${address} aria-current=${(address === '/clinic' ? at === address : at.startsWith(address)) ? 'page' : nothing}>${label}</a>`;
    return html`
      <nav aria-label=${shared.menu}>
        ${link('/clinic', words.caseload)}
        ${link('/clinic/alerts', words.alerts)}
        ${session.role === 'clinic-admin' ? link('/clinic/admin', words.administration) : nothing}
      </nav>
      <details class="me">
        <summary>${session.name}</summary>
        <div class="card stack">
          <p class="small soft">${words.roleOf(session.role)}, ${session.clinicId}</p>
          ${displayChoices()}
          <button class="button" @click=${signOut}>${shared.signOut}</button>
        </div>
      </details>`;
  }

  private page(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => void this.open());
    }
    if (this.session === undefined || this.found === undefined) {
      return skeleton(6);
    }
    return this.found === null
      ? emptyState(shared.notFound, shared.notFoundHint, html`<a class="button" href="/clinic">${shared.backHome}</a>`)
      : this.found.route.render(this.found.parameters);
  }

  private async open(): Promise<void> {
    this.failure = undefined;
    try {
      const session = await currentSession();
      if (session === null) {
        signIn();
      } else if (session.role === 'patient') {
        location.replace(session.home);
      } else {
        settleLanguage(session.language);
        this.session = session;
        startRouter('/clinic', [...routes, ...(session.role === 'clinic-admin' ? adminRoutes : [])], this.show);
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  private readonly show = async (found: Found | null): Promise<void> => {
    this.found = found;
    await this.updateComplete;
  };
}

define('bt-clinic', Clinic);
