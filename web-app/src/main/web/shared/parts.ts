import { html, nothing, svg, type TemplateResult } from 'lit';
import { words } from './messages';
import { ProblemError } from './problem';
import { refusalWords } from './refusals';
import { signIn } from './session';

/** The sign of Backtrack: a line that goes down, point by point. */
export const logo = html`
  <svg viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
    <rect width="64" height="64" rx="14" fill="#0f5c4d"></rect>
    <path d="M14 17c9 0 11 7 17 13s9 11 19 11" fill="none" stroke="#bfe8dc" stroke-width="5" stroke-linecap="round"></path>
    <g fill="#fff"><circle cx="14" cy="17" r="5"></circle><circle cx="31" cy="30" r="5"></circle><circle cx="50" cy="41" r="5"></circle></g>
  </svg>`;

/** Grey lines in the place of what is being loaded, as high as that will be. */
export function skeleton(lines: number, tall = false): TemplateResult {
  return html`
    <div class="skeleton" role="status" aria-label=${words.loading}>
      ${Array.from({ length: lines }, () => html`<span class=${tall ? 'tall' : ''}></span>`)}
    </div>`;
}

/** Says that there is nothing, and what to do about it. */
export function emptyState(title: string, hint: string, action: TemplateResult | typeof nothing = nothing): TemplateResult {
  return state(title, hint, action, svg`<path d="M8 40h48v12H8zM16 40l6-20h20l6 20M26 30h12" />`);
}

/** Says what went wrong in words, and offers the way out. */
export function errorState(failure: unknown, again?: () => void): TemplateResult {
  const { title, hint } = explained(failure);
  const action = isSignedOut(failure)
    ? html`<button class="button main" @click=${signIn}>${words.signIn}</button>`
    : again === undefined ? nothing : html`<button class="button" @click=${again}>${words.again}</button>`;
  return html`<div role="alert">${state(title, hint, action, svg`<circle cx="32" cy="32" r="24" /><path d="M32 18v18M32 43v3" />`)}</div>`;
}

/** A title and a hint for any failure. */
export function explained(failure: unknown): { readonly title: string; readonly hint: string } {
  if (!(failure instanceof ProblemError)) {
    return { title: words.wentWrong, hint: '' };
  }
  const { status, title, detail, instance } = failure.problem;
  switch (status) {
    case 0: return { title: words.offline, hint: words.offlineHint };
    case 401: return { title: words.signedOut, hint: words.signedOutHint };
    case 403: return { title: words.forbidden, hint: '' };
    case 404: return { title: words.notFound, hint: words.notFoundHint };
    case 503: return { title: words.unavailable, hint: words.unavailableHint };
    case 500: return { title: words.wentWrong, hint: instance === undefined ? '' : words.wentWrongHint(instance) };
    default: return refusalWords(failure.code) ?? { title: status === 422 ? words.checkInput : title, hint: detail ?? '' };
  }
}

function isSignedOut(failure: unknown): boolean {
  return failure instanceof ProblemError && failure.problem.status === 401;
}

function state(title: string, hint: string, action: unknown, picture: unknown): TemplateResult {
  return html`
    <div class="state">
      <svg viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">${picture}</svg>
      <h2>${title}</h2>
      ${hint === '' ? nothing : html`<p class="soft">${hint}</p>`}
      ${action}
    </div>`;
}

let fields = 0;

/** An id for a control and its label; unique in the page. */
export function fieldId(): string {
  fields += 1;
  return `field-${fields}`;
}

/**
 * A labelled control with a hint and what is wrong with it.
 *
 * @param control drawn with its id, and with `aria-describedby` where there is something to describe it
 */
export function field(
  label: string,
  control: (id: string, describedBy: string | undefined) => TemplateResult,
  options: { readonly id: string; readonly hint?: string; readonly flaw?: string },
): TemplateResult {
  const { id, hint, flaw } = options;
  const described = [hint && `${id}-hint`, flaw && `${id}-flaw`].filter(Boolean).join(' ') || undefined;
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      ${control(id, described)}
      ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
      ${flaw ? html`<span class="flaw" id="${id}-flaw">${flaw}</span>` : nothing}
    </div>`;
}
