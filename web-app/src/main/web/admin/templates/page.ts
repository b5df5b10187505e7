import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define } from '../../shared/element';
import { translated } from '../../shared/ours';
import { navigate } from '../../shared/router';
import { AdminPage } from '../common/page';
import { AMOUNTS, amountText, catalogEntries, type Entry, type Phase, spanText, type Template } from './template';
import { words } from './messages';
import './editor';

interface Shown {
  readonly template: Template;
  readonly etag: string;
  readonly entries: readonly Entry[];
}

/** One template, phase by phase; the clinic's own is edited here, and any is copied. */
class TemplatePage extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, templateId: {}, editing: { state: true } };

  declare templateId: string;
  declare editing: 'copy' | 'change' | undefined;
  protected readonly place = 'templates';

  protected heading(): string {
    return this.content === undefined ? words.template : translated(this.content.template.name);
  }

  protected async read(): Promise<Shown> {
    const [template, entries] = await Promise.all([
      call<Template>('program', `/v1/templates/${this.templateId}`), catalogEntries(),
    ]);
    return { template: template.body, etag: template.etag ?? '', entries };
  }

  protected draw({ template, etag, entries }: Shown): TemplateResult {
    if (this.editing !== undefined) {
      return html`
        <bt-template-editor .template=${template} .etag=${this.editing === 'copy' ? undefined : etag} .entries=${entries}
          @saved=${this.saved} @left=${() => { this.editing = undefined; }} @anew=${() => void this.load()}></bt-template-editor>`;
    }
    const own = template.origin === 'clinic';
    return html`
      <div class="card stack">
        <div class="row apart">
          <p>${words.size(template.weeks, template.phases.length)}</p>
          <span class="badge ${own ? 'info' : ''}">${words.origin(template.origin)}${own ? words.version(template.version) : ''}</span>
        </div>
        <p>${translated(template.description)}</p>
        <p class="row">
          ${own ? html`<button class="button main" @click=${() => { this.editing = 'change'; }}>${words.edit}</button>` : nothing}
          <button class="button" @click=${() => { this.editing = 'copy'; }}>${words.copy}</button>
        </p>
        ${own ? nothing : html`<p class="soft small">${words.ours}</p>`}
      </div>
      ${template.phases.map((phase) => this.phase(phase, entries))}`;
  }

  private phase(phase: Phase, entries: readonly Entry[]): TemplateResult {
    const name = (id: string) => entries.find((entry) => entry.id === id)?.name ?? id;
    return html`
      <section class="card stack">
        <h2>${translated(phase.name)} <span class="soft small">${words.weeksFrom(phase.fromWeek, phase.toWeek)}</span></h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${translated(phase.name)}>
          <table class="plain rows">
            <thead><tr>
              <th scope="col">${words.exercise}</th><th scope="col">${words.dose('sets')}</th><th scope="col">${words.dose('reps')}</th>
              <th scope="col">${words.dose('holdSeconds')}</th>${AMOUNTS.map(({ of }) => html`<th scope="col">${words.dose(of)}</th>`)}
              <th scope="col">${words.sides}</th><th scope="col">${words.frequency}</th>
            </tr></thead>
            <tbody>${phase.items.map((item) => html`
              <tr>
                <th scope="row">${name(item.exercise)}${item.instructions ? html`<br><span class="soft small">${translated(item.instructions)}</span>` : nothing}</th>
                <td data-label=${words.dose('sets')}>${spanText(item.sets) || words.open}</td>
                <td data-label=${words.dose('reps')}>${spanText(item.reps) || words.open}</td>
                <td data-label=${words.dose('holdSeconds')}>${spanText(item.holdSeconds) || words.open}</td>
                ${AMOUNTS.map(({ of, unit }) => html`<td data-label=${words.dose(of)}>${amountText(item[of], unit) || words.open}</td>`)}
                <td data-label=${words.sides}>${words.side(item.sides.rule)}</td>
                <td data-label=${words.frequency}>${words.repetition(item.frequency.repetition, item.frequency.times ?? 0)}</td>
              </tr>`)}</tbody>
          </table>
        </div>
        ${phase.instructions.length === 0 ? nothing : html`
          <div><h3>${words.instructions}</h3><ul>${phase.instructions.map((text) => html`<li>${translated(text)}</li>`)}</ul></div>`}
        ${phase.habits.length === 0 ? nothing : html`<p><strong>${words.habits}:</strong> ${phase.habits.map(name).join(', ')}</p>`}
      </section>`;
  }

  private readonly saved = (event: CustomEvent<string>) => {
    this.editing = undefined;
    if (event.detail === this.templateId) {
      void this.load();
    } else {
      navigate(`/clinic/admin/templates/${event.detail}`);
    }
  };

  /** Another template in the same place of the page. */
  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.get('templateId') !== undefined) {
      this.content = undefined;
      void this.load();
    }
  }
}

define('bt-admin-template', TemplatePage);
