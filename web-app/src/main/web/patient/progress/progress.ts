import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { dateText, numberText } from '../../shared/i18n';
import { emptyState, errorState, skeleton } from '../../shared/parts';
import { app } from '../app';
import { words as own } from '../messages';
import type { PainContext } from '../offline/facts';
import { chart, type Point } from './chart';
import { words } from './messages';

interface Level {
  readonly mean: number;
}

interface Progress {
  readonly from: string;
  readonly until: string;
  readonly context: PainContext;
  readonly verdict: string;
  readonly daysNeeded?: number | null;
  readonly days: readonly { readonly date: string; readonly pain?: number | null }[];
  readonly scoredDays: number;
  readonly changes: {
    readonly current?: Level | null;
    readonly baseline?: Level | null;
    readonly programChange?: { readonly points: number; readonly percent?: number | null } | null;
  };
}

interface Adherence {
  readonly exercises: { readonly due: number; readonly done: number; readonly skipped: number; readonly noData: number };
}

interface Seen {
  readonly progress: Progress;
  readonly adherence: Adherence | null;
}

const WEEKS: readonly number[] = [4, 6, 12];
const KEPT = 'progress';

/** How the patient is getting on, in words first. */
class ProgressPage extends PageElement {
  static override properties = { seen: { state: true }, failure: { state: true }, weeks: { state: true } };

  declare seen: Seen | undefined;
  declare failure: unknown;
  declare weeks: number;
  private waited: string | null = null;

  constructor() {
    super();
    this.weeks = 6;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.changed);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
  }

  override render(): TemplateResult {
    return html`
      <h1>${own.progress}</h1>
      ${this.seen !== undefined ? this.all(this.seen)
        : this.failure !== undefined ? errorState(this.failure, () => void this.load()) : skeleton(5, true)}`;
  }

  private all({ progress, adherence }: Seen): TemplateResult {
    if (progress.scoredDays === 0 && (adherence?.exercises.due ?? 0) === 0) {
      return emptyState(words.nothingYet, words.nothingYetHint, html`<a class="button main" href="/my">${own.today}</a>`);
    }
    return html`
      <section class="card stack verdict" data-verdict=${progress.verdict}>
        <p class="large">${this.said(progress)}</p>
        ${progress.verdict === 'uncertain' && progress.daysNeeded ? html`<p class="soft">${words.tooEarlyHint}</p>` : this.change(progress)}
      </section>
      ${this.chart(progress)}
      ${adherence === null ? nothing : this.adherence(adherence)}`;
  }

  private said(progress: Progress): string {
    switch (progress.verdict) {
      case 'improving': return words.improving;
      case 'worsening': return words.worsening;
      case 'stable': return words.stable;
      case 'changing': return words.changing;
      default: return progress.daysNeeded ? words.tooEarly(progress.daysNeeded) : words.unclear;
    }
  }

  private change({ changes }: Progress): TemplateResult | typeof nothing {
    const { baseline, current, programChange } = changes;
    if (baseline == null || current == null) {
      return nothing;
    }
    const percent = programChange?.percent;
    return html`<p>${words.since(baseline.mean, current.mean)} ${percent == null || percent >= 0 ? '' : words.relief(Math.round(-percent))}</p>`;
  }

  private chart(progress: Progress): TemplateResult {
    const points: Point[] = progress.days.flatMap(({ date, pain }) => (pain == null ? [] : [{ date, pain }]));
    const title = words.chartOf(own.contextName(progress.context));
    return html`
      <section class="card stack" aria-labelledby="chart-title">
        <div class="row apart">
          <h2 id="chart-title">${title}</h2><span class="small soft">${words.lowerIsBetter}</span>
        </div>
        <div class="field inline">
          <label for="weeks">${words.weeks}</label>
          <select id="weeks" @change=${(event: Event) => this.choose(Number((event.target as HTMLSelectElement).value))}>
            ${WEEKS.map((weeks) => html`<option value=${weeks} ?selected=${weeks === this.weeks}>${words.weeksOf(weeks)}</option>`)}
          </select>
        </div>
        ${chart({ from: progress.from, until: progress.until, points, baseline: progress.changes.baseline?.mean ?? null })}
        <p class="small soft">${words.gaps}</p>
        ${points.length === 0 ? nothing : html`
          <details class="more">
            <summary>${words.table}</summary>
            <table class="plain">
              <thead><tr><th scope="col">${words.day}</th><th scope="col">${words.pain}</th></tr></thead>
              <tbody>${points.toReversed().map(({ date, pain }) => html`
                <tr><th scope="row">${dateText(date)}</th><td class="numbers">${numberText(pain, Number.isInteger(pain) ? 0 : 1)}</td></tr>`)}</tbody>
            </table>
          </details>`}
      </section>`;
  }

  private adherence({ exercises }: Adherence): TemplateResult {
    const { due, done, skipped, noData } = exercises;
    return html`
      <section class="card stack" aria-labelledby="adherence">
        <h2 id="adherence">${words.adherence}</h2>
        ${due === 0 ? html`<p>${words.noDue}</p>` : html`
          <p>${done === due ? words.allDone : words.doneOf(done, due)}</p>
          <progress class="steps" max=${due} value=${done} aria-label=${words.doneOf(done, due)}></progress>
          ${skipped === 0 ? nothing : html`<p class="small">${words.skipped(skipped)}</p>`}
          ${noData === 0 ? nothing : html`<p class="small soft">${words.noData(noData)}</p>`}`}
      </section>`;
  }

  private choose(weeks: number): void {
    this.weeks = weeks;
    void this.load();
  }

  /** Something was taken in: what is shown follows. */
  private readonly changed = (): void => {
    if (app.position !== this.waited) {
      void this.load();
    }
  };

  private async load(): Promise<void> {
    this.failure = undefined;
    this.waited = app.position;
    this.seen ??= await app.kept<Seen>(KEPT);
    const after = this.waited === null ? '' : `&after=${encodeURIComponent(this.waited)}`;
    try {
      const weeks = this.weeks;
      const [progress, adherence] = await Promise.all([
        app.read<Progress>('tracking', `/progress?weeks=${weeks}${after}`),
        app.read<Adherence>('tracking', '/progress/adherence?weeks=4').catch(() => null),
      ]);
      if (weeks === this.weeks) {
        this.seen = { progress, adherence };
        await app.keep(KEPT, this.seen);
      }
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-progress', ProgressPage);
