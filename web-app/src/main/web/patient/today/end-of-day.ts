import { html, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { app } from '../app';
import { words } from '../messages';
import { now } from '../offline/facts';
import { scale, severity } from '../parts/scale';
import { confirmSaved } from '../saved';
import { said } from './said';

/** The pain of the day in two taps: a number, and save. */
class EndOfDay extends PageElement {
  static override properties = { score: { state: true }, changing: { state: true } };

  declare score: number | undefined;
  declare changing: boolean;

  constructor() {
    super();
    this.changing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
  }

  override render(): TemplateResult {
    const content = said('pain-score', (each) => each.context === 'average-24h')?.content;
    if (content !== undefined && !this.changing) {
      return html`
        <section class="card row apart" aria-label=${words.endOfDay}>
          <div><strong>${words.loggedToday(content.score, severity(content.score))}</strong><p class="small soft">${words.thanks}</p></div>
          <button class="button" @click=${() => this.begin(content.score)}>${words.change}</button>
        </section>`;
    }
    return html`
      <section class="card stack end-of-day">
        ${scale('end-of-day', html`<strong class="question">${words.endOfDay}</strong> <span class="small soft">${words.endOfDayHint}</span>`,
          this.score, (score) => { this.score = score; })}
        <button class="button main wide" ?disabled=${this.score === undefined} @click=${this.save}>
          ${this.score === undefined ? words.chooseScore : words.saveScore(this.score)}</button>
      </section>`;
  }

  private begin(score: number): void {
    this.score = score;
    this.changing = true;
  }

  private readonly save = async (): Promise<void> => {
    const score = this.score!;
    const former = said('pain-score', (content) => content.context === 'average-24h');
    await (former === undefined
      ? app.write('pain-score', { score, context: 'average-24h', ...now() })
      : app.amend(former.known, { ...former.content, score }, 'wrong-value'));
    this.changing = false;
    this.score = undefined;
    confirmSaved();
  };

  private readonly changed = (): void => this.requestUpdate();
}

define('bt-end-of-day', EndOfDay);
