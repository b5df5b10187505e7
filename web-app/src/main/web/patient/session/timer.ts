import { html, svg, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { type Course, milestone, reading, type Reading } from './clock';
import { words } from './messages';
import { signal } from './signals';

const TICK_MS = 200;
const ROUND = 2 * Math.PI * 54;

/**
 * Counts a hold or a rest. Set `course`, `label` and, for a rest, `resting`; it tells of its end with `timed`, whose
 * detail is the seconds that were worked.
 */
export class Timer extends PageElement {
  static override properties = { course: { attribute: false }, label: {}, resting: { type: Boolean }, now: { state: true }, said: { state: true } };

  declare course: Course;
  declare label: string;
  declare resting: boolean;
  declare now: Reading | null;
  declare said: string;

  private startedAt: number | undefined;
  private ticking: number | undefined;

  constructor() {
    super();
    this.now = null;
    this.said = '';
    this.resting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.resting) {
      this.start();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.ticking);
  }

  override render(): TemplateResult {
    const now = this.now ?? reading(this.course, 0);
    const shown = this.now === null ? this.course.target ?? 0 : now.shown;
    return html`
      <div class="timer" data-phase=${this.now === null ? 'idle' : now.phase} role="group" aria-label=${this.label}>
        <svg viewBox="0 0 120 120" aria-hidden="true">
          <circle class="track" cx="60" cy="60" r="54"></circle>
          ${svg`<circle class="hand" cx="60" cy="60" r="54" stroke-dasharray=${ROUND}
            stroke-dashoffset=${ROUND * (this.now === null ? 1 : 1 - now.share)} transform="rotate(-90 60 60)"></circle>`}
          <text x="60" y="68" text-anchor="middle">${shown}</text>
          <text class="unit" x="60" y="86" text-anchor="middle">${this.now?.phase === 'ready' ? words.getReady : words.seconds}</text>
        </svg>
        <p class="hidden-text" aria-live="assertive">${this.said}</p>
        <div class="row centred">
          ${this.now === null
            ? html`<button class="button main big" @click=${this.start}>${words.startTimer}</button>`
            : html`<button class="button big" @click=${this.stop}>${this.resting ? words.skipRest : words.stopTimer}</button>`}
        </div>
      </div>`;
  }

  private readonly start = (): void => {
    this.startedAt = Date.now();
    this.now = null;
    this.tick();
    this.ticking = window.setInterval(() => this.tick(), TICK_MS);
  };

  private tick(): void {
    const after = reading(this.course, (Date.now() - this.startedAt!) / 1_000);
    const mark = milestone(this.now, after);
    this.now = after;
    if (mark !== null) {
      this.said = typeof mark === 'number' ? words.secondsLeft(mark)
        : mark === 'ready' ? words.getReady : mark === 'over' ? (this.resting ? words.restOver : words.timeOver)
          : this.resting ? words.rest : words.goNow;
      signal(mark === 'over' ? 'end' : mark === 'running' && !this.resting ? 'start' : null);
    }
    if (after.phase === 'over') {
      this.finish(after.worked);
    }
  }

  private readonly stop = (): void => this.finish(this.now?.worked ?? 0);

  private finish(worked: number): void {
    window.clearInterval(this.ticking);
    this.dispatchEvent(new CustomEvent('timed', { detail: worked }));
  }
}

define('bt-timer', Timer);
