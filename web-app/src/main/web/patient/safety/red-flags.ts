import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { toast } from '../../shared/toast';
import { app } from '../app';
import { Draft } from '../draft';
import { words as own } from '../messages';
import { now } from '../offline/facts';
import { words } from './messages';
import { type Advice, adviceFor, OTHER_SIGNS, URGENT_SIGNS } from './signs';

const NUMBERS: readonly string[] = ['112', '911'];

/** The list of warning signs. Its advice is part of the page: it is there at once, and without a network. */
class RedFlags extends PageElement {
  static override properties = { positive: { state: true }, said: { state: true } };

  declare positive: readonly string[];
  declare said: string;
  private looked = false;
  private readonly draft = new Draft<readonly string[]>('warning-signs');

  constructor() {
    super();
    this.positive = [];
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.opened);
    this.opened();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.opened);
  }

  /** The page is there before it is known whose it is; what was marked meanwhile is kept. */
  private readonly opened = (): void => {
    if (app.isOpen && !this.looked) {
      this.looked = true;
      void this.draft.read().then((kept) => { this.positive = [...new Set([...this.positive, ...kept ?? []])]; });
    }
  };

  override render(): TemplateResult {
    return html`
      <h1>${own.warningSigns}</h1>
      <p>${words.intro}</p>
      <div role="alert">${advice(adviceFor(this.positive))}</div>
      ${this.signs(words.urgentSigns, URGENT_SIGNS)}
      ${this.signs(words.otherSigns, OTHER_SIGNS)}
      <p role="status">${this.said}</p>
      ${app.isOpen ? html`
        <div class="actions">
          ${this.positive.length > 0
            ? html`<button class="button main wide" @click=${this.send}>${words.send}</button>`
            : html`<button class="button wide" @click=${this.send}>${words.nothing}</button>`}
        </div>` : nothing}
      <p class="small soft">${words.noDiagnosis}</p>`;
  }

  private signs(title: string, signs: readonly string[]): TemplateResult {
    return html`
      <fieldset class="card checks">
        <legend><h2>${title}</h2></legend>
        ${signs.map((sign) => html`
          <label><input type="checkbox" .checked=${this.positive.includes(sign)} @change=${() => this.toggle(sign)}>
            <span>${words.sign(sign)}</span></label>`)}
      </fieldset>`;
  }

  private toggle(sign: string): void {
    this.said = '';
    this.positive = this.positive.includes(sign) ? this.positive.filter((each) => each !== sign) : [...this.positive, sign];
    if (app.isOpen) {
      this.draft.set(this.positive);
    }
    if (adviceFor(this.positive) === 'emergency') {
      void this.updateComplete.then(() => this.querySelector('.emergency')?.scrollIntoView({ block: 'nearest' }));
    }
  }

  private readonly send = async (): Promise<void> => {
    await app.write('red-flag-screen', { positive: this.positive, ...now() });
    await this.draft.clear();
    this.said = this.positive.length > 0 ? words.sent : words.sentNone;
    toast(this.said);
  };
}

/** Fixed words, never made up from what was said. */
export function advice(kind: Advice): TemplateResult | typeof nothing {
  switch (kind) {
    case null: return nothing;
    case 'doctor': return html`<div class="note warn stack"><h2>${words.soonTitle}</h2><p>${words.soonText}</p></div>`;
    case 'emergency': return html`
      <div class="note bad emergency stack">
        <h2>${words.emergencyTitle}</h2>
        <p>${words.emergencyText}</p>
        <p>${words.emergencyTell}</p>
        <p>${words.emergencyNumbers}</p>
        <p class="row">${NUMBERS.map((number) => html`<a class="button danger" href="tel:${number}">${words.call(number)}</a>`)}</p>
      </div>`;
  }
}

define('bt-red-flags', RedFlags);
