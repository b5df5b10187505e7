import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define } from '../../shared/element';
import { emptyState } from '../../shared/parts';
import { toast } from '../../shared/toast';
import { choice, line } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { catalogEntries, type Entry } from './template';
import { words } from './messages';

/** The catalog as the clinic has it: what is offered, and what is hidden. */
class CatalogPage extends AdminPage<readonly Entry[]> {
  static override properties = { ...AdminPage.properties, wanted: { state: true }, kind: { state: true }, offered: { state: true } };

  declare wanted: string;
  declare kind: string;
  declare offered: string;
  protected readonly place = 'templates';
  private readonly sending = new Sending(this);

  constructor() {
    super();
    this.wanted = '';
    this.kind = '';
    this.offered = '';
  }

  protected heading(): string {
    return words.catalog;
  }

  protected override beside(): TemplateResult {
    return html`<a class="button" href="/clinic/admin/templates">${words.templates}</a>`;
  }

  protected read(): Promise<readonly Entry[]> {
    return catalogEntries();
  }

  protected draw(entries: readonly Entry[]): TemplateResult {
    const kinds = [...new Set(entries.map((entry) => entry.kind))];
    const some = entries.filter((entry) => entry.name.toLowerCase().includes(this.wanted.trim().toLowerCase())
      && (this.kind === '' || entry.kind === this.kind)
      && (this.offered === '' || entry.hidden === (this.offered === 'hidden')));
    return html`
      <p>${words.catalogIntro}</p>
      <form class="card filters" role="search" aria-label=${words.look} @submit=${(event: Event) => event.preventDefault()}>
        ${line({ id: 'wanted', label: words.name, value: '', changed: (text) => { this.wanted = text; } })}
        ${choice('kind', words.kind, [['', words.any], ...kinds.map((kind) => [kind, words.kindOf(kind)] as const)], this.kind, (kind) => { this.kind = kind; })}
        ${choice('offered', words.offer, [['', words.any], ['shown', words.offered], ['hidden', words.hidden]], this.offered, (offered) => { this.offered = offered; })}
      </form>
      ${this.sending.note(() => false, () => void this.load())}
      <p role="status" class="soft">${words.entries(some.length)}</p>
      ${some.length === 0 ? emptyState(words.noEntries, words.noEntriesHint) : html`
        <div class="card scroll" tabindex="0" role="region" aria-label=${words.catalog}>
          <table class="plain rows">
            <thead><tr><th scope="col">${words.name}</th><th scope="col">${words.kind}</th><th scope="col">${words.whose}</th><th scope="col">${words.offer}</th></tr></thead>
            <tbody>${some.map((entry) => html`
              <tr>
                <th scope="row">${entry.name}</th>
                <td data-label=${words.kind}>${words.kindOf(entry.kind)}</td>
                <td data-label=${words.whose}>${words.origin(entry.origin)}</td>
                <td data-label=${words.offer}>
                  ${entry.hidden ? html`<span class="badge warn">${words.hidden}</span> ` : nothing}
                  <button class="button small" ?disabled=${this.sending.busy} aria-label=${words.toggleOf(entry.hidden ? words.show : words.hide, entry.name)}
                    @click=${() => void this.toggle(entry)}>${entry.hidden ? words.show : words.hide}</button>
                </td>
              </tr>`)}</tbody>
          </table>
        </div>`}`;
  }

  private async toggle(entry: Entry): Promise<void> {
    const path = `/v1/catalog/${entry.id}/${entry.hidden ? 'show' : 'hide'}`;
    if (await this.sending.run(() => call('program', path, { method: 'POST' }))) {
      toast(entry.hidden ? words.shownAgain(entry.name) : words.hiddenNow(entry.name));
      await this.load();
    }
  }
}

define('bt-admin-catalog', CatalogPage);
