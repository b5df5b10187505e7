import { html, type TemplateResult } from 'lit';

export interface Tab {
  readonly id: string;
  readonly label: string;
}

/** Tabs with the keys that people expect of them: arrows move, Home and End go to the ends. */
export function tabs(label: string, all: readonly Tab[], chosen: string, choose: (id: string) => void): TemplateResult {
  const moved = (event: KeyboardEvent) => {
    const at = all.findIndex((tab) => tab.id === chosen);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) {
      return;
    }
    event.preventDefault();
    const tab = all[(to + all.length) % all.length]!;
    choose(tab.id);
    document.getElementById(`tab-${tab.id}`)?.focus();
  };
  return html`
    <div class="tabs" role="tablist" aria-label=${label} @keydown=${moved}>
      ${all.map((tab) => html`
        <button role="tab" id="tab-${tab.id}" aria-controls="panel-${tab.id}" aria-selected=${tab.id === chosen}
          tabindex=${tab.id === chosen ? 0 : -1} @click=${() => choose(tab.id)}>${tab.label}</button>`)}
    </div>`;
}

/** The panel of a tab. */
export function panel(id: string, content: TemplateResult): TemplateResult {
  return html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" tabindex="0">${content}</div>`;
}
