import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { dateText } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { errorState } from '../../shared/parts';
import { words as therapist } from '../../therapist/messages';
import { bar } from '../common/bar';
import { choice } from '../common/controls';
import type { Rule } from './numbers';
import { ofRule, span, type Trial, tryRule } from './trial';
import { words } from './messages';

/** Tries changed numbers on the clinic's past, before anybody is woken by them. */
class TrialPanel extends PageElement {
  static override properties = {
    rules: { attribute: false }, changed: { attribute: false }, ready: { attribute: false },
    days: { state: true }, trials: { state: true }, judged: { state: true }, failure: { state: true }, running: { state: true },
  };

  declare rules: readonly Rule[];
  /** The numbers that are other than in force. */
  declare changed: ReadonlyMap<string, number>;
  /** Whether all that is typed can be a number. */
  declare ready: boolean;
  declare days: number;
  declare trials: readonly Trial[] | undefined;
  declare judged: number;
  declare failure: unknown;
  declare running: AbortController | undefined;
  /** What the shown trials were made with. */
  private tried = '';

  constructor() {
    super();
    this.days = 90;
    this.judged = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort();
  }

  override render(): TemplateResult {
    const some = this.affected();
    return html`
      <section class="card stack" aria-labelledby="trial">
        <h2 id="trial">${words.trial}</h2>
        <p class="soft">${this.changed.size === 0 ? words.trialNothing : some.length === 0 ? words.trialNoRule : words.trialHint}</p>
        <div class="filters">
          ${choice('days', words.trialSpan, [28, 90, 180, 365].map((days) => [String(days), words.lastDays(days)] as const), String(this.days),
            (days) => { this.days = Number(days); })}
          ${this.running === undefined ? html`
            <button type="button" class="button" ?disabled=${some.length === 0 || !this.ready} @click=${() => void this.run()}>${words.tryIt}</button>`
            : html`<button type="button" class="button" @click=${() => this.running?.abort()}>${shared.cancel}</button>`}
        </div>
        <div role="status">${this.running === undefined ? nothing : html`<p>${words.judging(this.judged)}</p>`}</div>
        ${this.failure === undefined ? nothing : errorState(this.failure, () => void this.run())}
        ${this.trials === undefined ? nothing : html`
          ${this.tried === this.key() ? nothing : html`<p class="note warn">${words.trialOld}</p>`}
          ${this.trials.map((trial) => this.result(trial))}
          <p class="soft small">${words.asKnownNow}</p>`}
      </section>`;
  }

  private result(trial: Trial): TemplateResult {
    const most = Math.max(trial.rehearsed, trial.inForce);
    return html`
      <section class="stack tight" aria-labelledby="trial-${trial.rule}">
        <h3 id="trial-${trial.rule}">${therapist.rule(trial.rule)}</h3>
        <p>${words.wouldHaveFired(trial.rehearsed, trial.patients, trial.judged)} ${words.fires(trial.inForce)}</p>
        ${most === 0 ? nothing : html`
          <div class="bars">
            ${bar(words.withThese, trial.rehearsed, most, 'strong')}
            ${bar(words.inForceNow, trial.inForce, most, 'plain')}
          </div>
          <details>
            <summary>${words.onTheseDates(trial.dates.length)}</summary>
            <div class="scroll dates" tabindex="0" role="region" aria-label=${words.onTheseDates(trial.dates.length)}>
              <table class="plain numbers">
                <thead><tr><th scope="col">${words.date}</th><th scope="col">${words.withThese}</th><th scope="col">${words.inForceNow}</th></tr></thead>
                <tbody>${trial.dates.map((counts) => html`
                  <tr><th scope="row">${dateText(counts.date)}</th><td>${counts.rehearsed}</td><td>${counts.inForce}</td></tr>`)}
                </tbody>
              </table>
            </div>
          </details>`}
      </section>`;
  }

  private affected(): readonly Rule[] {
    return this.rules.filter((rule) => Object.keys(ofRule(rule, this.changed)).length > 0);
  }

  private key(): string {
    return JSON.stringify([...this.changed]) + this.days;
  }

  private async run(): Promise<void> {
    const running = new AbortController();
    const { from, through } = span(this.days, new Date());
    const key = this.key();
    this.running = running;
    this.failure = undefined;
    this.trials = undefined;
    try {
      const trials: Trial[] = [];
      for (const rule of this.affected()) {
        this.judged = 0;
        trials.push(await tryRule(rule, ofRule(rule, this.changed), from, through, running.signal,
          (judged) => { this.judged = judged; }));
      }
      this.tried = key;
      this.trials = trials;
      this.dispatchEvent(new CustomEvent('tried'));
    } catch (failure) {
      this.failure = running.signal.aborted ? undefined : failure;
    } finally {
      this.running = undefined;
    }
  }
}

define('bt-trial', TrialPanel);
