import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../../shared/parts';

interface Text {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly flaw?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly step?: string;
  readonly maxLength?: number;
  /** What is typed has to look like this: a pattern in the syntax of HTML, and an example that the browser shows where it does not. */
  readonly format?: readonly [pattern: string, example: string];
  readonly list?: string;
  readonly changed?: (value: string) => void;
}

/** A labelled line of text, number or date; it is read by its id as its name. */
export function line(text: Text): TemplateResult {
  return field(text.label, (id, described) => html`
    <input id=${id} name=${id} type=${text.type ?? 'text'} .value=${text.value} ?required=${text.required ?? false}
      min=${text.min ?? nothing} max=${text.max ?? nothing} step=${text.step ?? nothing} maxlength=${text.maxLength ?? nothing}
      list=${text.list ?? nothing} autocomplete="off"
      pattern=${text.format?.[0] ?? nothing} title=${text.format?.[1] ?? nothing} aria-describedby=${described ?? nothing}
      aria-invalid=${text.flaw === undefined ? nothing : 'true'}
      @input=${(event: Event) => text.changed?.((event.target as HTMLInputElement).value)}>`,
  { id: text.id, hint: text.hint, flaw: text.flaw });
}

/** A labelled choice. */
export function choice(
  id: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  changed: (value: string) => void = () => {},
): TemplateResult {
  return field(label, (at) => html`
    <select id=${at} name=${at} @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>`, { id });
}

/** What a form says, by the names of its controls. */
export function said(event: Event): FormData {
  event.preventDefault();
  return new FormData(event.currentTarget as HTMLFormElement);
}

/** A line of a form, without blanks around it. */
export function lineOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}
