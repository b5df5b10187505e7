import type { ECharts } from 'echarts/core';
import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../shared/element';
import { dateText, numberText } from '../shared/i18n';
import { skeleton } from '../shared/parts';
import { words } from './messages';
import { painOption, type Palette } from './pain-option';
import type { Mark, Progress } from './progress';
import { everyDay } from './trend-line';
import { said } from './verdict';

/** Pain over time as a chart, and the same as a table for whoever reads that better. */
export class PainChart extends PageElement {
  static override properties = { progress: { attribute: false }, marks: { attribute: false }, table: { state: true }, ready: { state: true } };

  declare progress: Progress;
  declare marks: readonly Mark[];
  declare table: boolean;
  declare ready: boolean;

  private chart: ECharts | undefined;
  private readonly drawn = () => this.draw();
  private readonly sized = new ResizeObserver(() => this.chart?.resize());

  constructor() {
    super();
    this.marks = [];
    this.table = false;
    this.ready = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('backtrack-theme', this.drawn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('backtrack-theme', this.drawn);
    this.sized.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  override render(): TemplateResult {
    return html`
      <figure class="chart">
        <div class="row apart">
          <p class="small soft">↓ ${words.lessIsLower}</p>
          <button class="button small" aria-pressed=${this.table} @click=${() => { this.table = !this.table; }}>${words.asTable}</button>
        </div>
        ${this.ready || this.table ? nothing : skeleton(4, true)}
        <div class="canvas" ?hidden=${this.table || !this.ready} role="img" aria-label=${this.summary()}></div>
        ${this.table ? this.asTable() : this.legend()}
      </figure>`;
  }

  override async firstUpdated(): Promise<void> {
    const { init } = await import('./chart-parts');
    this.ready = true;
    await this.updateComplete;
    const place = this.querySelector<HTMLElement>('.canvas');
    if (place !== null && this.isConnected) {
      this.chart = init(place, undefined, { renderer: 'canvas' });
      this.sized.observe(place);
      this.draw();
    }
  }

  override updated(): void {
    this.draw();
  }

  private draw(): void {
    this.chart?.setOption(painOption(this.progress, this.marks, palette()), { notMerge: true });
  }

  private summary(): string {
    return `${words.painOver(dateText(this.progress.from), dateText(this.progress.until), words.context(this.progress.context))} ${said(this.progress)}`;
  }

  private legend(): TemplateResult {
    return html`
      <figcaption class="small soft">
        ● ${words.painDay} <span class="sep">—</span> ${words.slopeLine} <span class="sep">▒</span> ${words.band}
        <span class="sep">- -</span> ${words.baselineLine} <span class="sep">···</span> ${words.goalLine}
        <span class="sep">◆</span> ${words.mark('program')} <span class="sep">▲</span> ${words.mark('flare')}
        <span class="sep">⬤</span> ${words.mark('spike')} <span class="sep">■</span> ${words.mark('red-flag')}
      </figcaption>
      ${this.marks.length === 0 ? nothing : html`
        <details class="small"><summary>${words.marksInWords(this.marks.length)}</summary>
          <ul>${this.marks.map((mark) => html`<li>${dateText(mark.date)}: ${mark.text}</li>`)}</ul>
        </details>`}`;
  }

  private asTable(): TemplateResult {
    return html`
      <div class="scroll tall" tabindex="0" role="region" aria-label=${words.asTable}>
        <table class="plain numbers">
          <caption class="hidden-text">${this.summary()}</caption>
          <thead><tr><th scope="col">${words.date}</th><th scope="col">${words.pain}</th><th scope="col">${words.sessions}</th><th scope="col">${words.marks}</th></tr></thead>
          <tbody>
            ${[...everyDay(this.progress.from, this.progress.until, this.progress.days)].reverse().map((day) => html`
              <tr>
                <th scope="row">${dateText(day.date)}</th>
                <td>${day.pain === null ? words.noScore : numberText(day.pain, 1)}</td>
                <td>${day.sessions}</td>
                <td>${this.marks.filter((mark) => mark.date === day.date).map((mark) => mark.text).join('; ')}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

function palette(): Palette {
  const tokens = getComputedStyle(document.documentElement);
  const token = (name: string) => tokens.getPropertyValue(`--${name}`).trim();
  return {
    ink: token('ink'), soft: token('soft'), line: token('line'), strong: token('strong'), band: token('band'),
    warn: token('warn'), bad: token('bad'), info: token('info'), paper: token('paper'),
  };
}

define('bt-pain-chart', PainChart);
