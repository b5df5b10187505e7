import { html, type TemplateResult } from 'lit';
import { line, lineOf } from '../common/controls';
import type { Sending } from '../common/sending';
import type { Identifier, Identity } from './patient';
import { words } from './messages';

/** Who a patient is: a name, a year, and what the clinic's own systems call them. */
export function identityFields(
  identity: Identity,
  sending: Sending,
  changed: (identifiers: readonly Identifier[]) => void,
): TemplateResult {
  const rows = identity.identifiers;
  const with_ = (i: number, part: Partial<Identifier>) =>
    changed(rows.map((row, at) => at === i ? { ...row, ...part } : row));
  return html`
    ${line({ id: 'name', label: words.name, value: identity.name ?? '', hint: words.nameHint, flaw: sending.flaw('/name'), maxLength: 200 })}
    ${line({ id: 'birthYear', label: words.birthYear, value: identity.birthYear?.toString() ?? '', flaw: sending.flaw('/birthYear'), type: 'number', min: '1900', max: String(new Date().getFullYear()) })}
    <fieldset class="choices">
      <legend>${words.identifiers}</legend>
      <p class="soft small">${words.identifiersHint}</p>
      ${rows.map((row, i) => html`
        <div class="pair">
          ${line({ id: `system-${i}`, label: words.system, value: row.system, flaw: sending.flaw(`/identifiers/${i}/system`), required: true, maxLength: 200, changed: (system) => with_(i, { system }) })}
          ${line({ id: `value-${i}`, label: words.number, value: row.value, flaw: sending.flaw(`/identifiers/${i}/value`), required: true, maxLength: 64, changed: (value) => with_(i, { value }) })}
          <button type="button" class="button quiet" aria-label=${words.removeIdentifier(i + 1)}
            @click=${() => changed(rows.filter((_, at) => at !== i))}>✕</button>
        </div>`)}
      ${rows.length >= 10 ? '' : html`
        <p><button type="button" class="button small" @click=${() => changed([...rows, { system: '', value: '' }])}>${words.addIdentifier}</button></p>`}
    </fieldset>`;
}

export function identityOf(form: FormData, identifiers: readonly Identifier[]): Identity {
  const name = lineOf(form, 'name');
  const year = lineOf(form, 'birthYear');
  return {
    name: name === '' ? null : name,
    birthYear: year === '' ? null : Number(year),
    identifiers: identifiers.map(({ system, value }) => ({ system: system.trim(), value: value.trim() })),
  };
}

/** Whether a refusal's pointer is shown by these fields. */
export function showsIdentity(pointer: string): boolean {
  return /^\/(name|birthYear|identifiers\/\d+\/(system|value))$/.test(pointer);
}
