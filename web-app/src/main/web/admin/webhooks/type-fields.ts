import { html, nothing, type TemplateResult } from 'lit';
import { TYPES } from './endpoint';
import { words } from './messages';

/** What an endpoint is called for. */
export function typeFields(chosen: readonly string[], flaw: string | undefined): TemplateResult {
  return html`
    <fieldset class="choices">
      <legend>${words.types}</legend>
      <p class="soft small">${words.typesHint}</p>
      ${TYPES.map((type) => html`
        <label class="check"><input type="checkbox" name="type" value=${type} ?checked=${chosen.includes(type)}>
          <span>${words.type(type)} <code>${type}</code></span></label>`)}
      ${flaw === undefined ? nothing : html`<p class="flaw">${flaw}</p>`}
    </fieldset>`;
}
