import { html, type TemplateResult } from 'lit';
import { get } from '../../shared/api';
import { define } from '../../shared/element';
import { translated } from '../../shared/ours';
import { AdminPage } from '../common/page';
import type { Template } from './template';
import { words } from './messages';

/** The templates that programs are prescribed from: ours and the clinic's own. */
class Templates extends AdminPage<readonly Template[]> {
  protected readonly place = 'templates';

  protected heading(): string {
    return words.templates;
  }

  protected override beside(): TemplateResult {
    return html`<a class="button" href="/clinic/admin/catalog">${words.catalog}</a>`;
  }

  protected async read(): Promise<readonly Template[]> {
    return (await get<{ templates: readonly Template[] }>('program', '/v1/templates')).templates;
  }

  protected draw(templates: readonly Template[]): TemplateResult {
    return html`
      <p>${words.intro}</p>
      <ul class="plain stack">${templates.map((template) => html`
        <li class="card stack tight">
          <div class="row apart">
            <h2 class="address"><a href="/clinic/admin/templates/${template.id}">${translated(template.name)}</a></h2>
            <span class="badge ${template.origin === 'clinic' ? 'info' : ''}">${words.origin(template.origin)}</span>
          </div>
          <p>${translated(template.description)}</p>
          <p class="small soft">${words.size(template.weeks, template.phases.length)}</p>
        </li>`)}
      </ul>`;
  }
}

define('bt-admin-templates', Templates);
