import { LitElement } from 'lit';

/**
 * A part of a page. It draws into the page itself: one style sheet holds for all, and labels, headings and landmarks
 * are one tree for screen readers.
 */
export abstract class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** Defines an element, once. */
export function define(name: string, type: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) {
    customElements.define(name, type);
  }
}
