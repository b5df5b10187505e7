import { html, nothing, type TemplateResult } from 'lit';
import { PageElement } from '../../shared/element';
import { errorState, skeleton } from '../../shared/parts';
import { words } from '../messages';

/** The parts of the administration, in the order of its menu. */
const PLACES: readonly (readonly [string, () => string])[] = [
  ['patients', () => words.patients],
  ['clinicians', () => words.clinicians],
  ['templates', () => words.templates],
  ['settings', () => words.settings],
  ['outcomes', () => words.outcomes],
  ['reports', () => words.reports],
  ['access', () => words.access],
  ['branding', () => words.branding],
  ['webhooks', () => words.webhooks],
  ['clients', () => words.clients],
];

/** A page of the administration: its menu, its heading, and what is loaded for it. */
export abstract class AdminPage<T> extends PageElement {
  static override properties = { content: { state: true }, failure: { state: true } };

  declare content: T | undefined;
  declare failure: unknown;

  /** Where it stands in the menu. */
  protected abstract readonly place: string;

  protected abstract heading(): string;

  /** Reads what the page shows. */
  protected abstract read(): Promise<T>;

  protected abstract draw(content: T): TemplateResult;

  /** Stands beside the heading. */
  protected beside(): TemplateResult | typeof nothing {
    return nothing;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <div class="admin">
        <nav class="places" aria-label=${words.administration}>
          ${PLACES.map(([id, label]) => html`
            <a href="/clinic/admin/${id}" aria-current=${id === this.place ? 'page' : nothing}>${label()}</a>`)}
        </nav>
        <div class="stack">
          <div class="row apart"><h1>${this.heading()}</h1>${this.beside()}</div>
          ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
            : this.content === undefined ? html`<div class="card">${skeleton(8)}</div>` : this.draw(this.content)}
        </div>
      </div>`;
  }

  /** On a narrow screen the menu scrolls: where one is has to be seen. */
  override firstUpdated(): void {
    this.querySelector('.places [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  /** Reads anew; what is shown stays until that is there. */
  protected async load(): Promise<void> {
    try {
      const content = await this.read();
      this.failure = undefined;
      this.content = content;
    } catch (failure) {
      this.failure = failure;
    }
  }
}
