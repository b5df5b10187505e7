import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../shared/api';
import { define } from '../../shared/element';
import { percentText } from '../../shared/i18n';
import { emptyState } from '../../shared/parts';
import { bar } from '../common/bar';
import { line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { due, lastYear, LEVELS, type Outcomes, type Proportion, REASONS, type Week } from './outcome';
import { words } from './messages';

/** What came of the clinic's programs by weeks 4, 6, 8 and 12, with all of whom nothing is known. */
class OutcomesPage extends AdminPage<Outcomes> {
  static override properties = { ...AdminPage.properties, starts: { state: true } };

  declare starts: { readonly from: string; readonly through: string };
  protected readonly place = 'outcomes';

  constructor() {
    super();
    this.starts = lastYear(new Date());
  }

  protected heading(): string {
    return words.outcomes;
  }

  protected override beside(): TemplateResult {
    return html`<button class="button no-print" @click=${() => window.print()}>${words.print}</button>`;
  }

  protected read(): Promise<Outcomes> {
    return get('tracking', `/v1/outcomes?from=${this.starts.from}&through=${this.starts.through}`);
  }

  protected draw(outcomes: Outcomes): TemplateResult {
    return html`
      <form class="card filters no-print" @submit=${this.choose}>
        ${line({ id: 'from', label: words.from, value: this.starts.from, type: 'date', required: true })}
        ${line({ id: 'through', label: words.through, value: this.starts.through, type: 'date', required: true, hint: words.atMost })}
        <button class="button">${words.show}</button>
      </form>
      ${outcomes.patients === 0 ? emptyState(words.nobody, words.nobodyHint) : html`
        <p role="status">${words.counted(outcomes.patients)}</p>
        <div class="card scroll" tabindex="0" role="region" aria-label=${words.outcomes}>${this.table(outcomes.weeks)}</div>
        ${outcomes.weeks.map((week) => this.bars(week, outcomes.patients))}`}
      <div class="note">${words.caution}</div>`;
  }

  private table(weeks: readonly Week[]): TemplateResult {
    return html`
      <table class="plain numbers">
        <caption class="hidden-text">${words.outcomes}</caption>
        <thead>
          <tr>
            <th scope="col">${words.week}</th><th scope="col">${words.measured}</th>
            ${LEVELS.map((level) => html`<th scope="col">${words.level(level)}</th>`)}
            ${REASONS.map((reason) => html`<th scope="col">${words.reason(reason)}</th>`)}
          </tr>
        </thead>
        <tbody>${weeks.map((week) => html`
          <tr>
            <th scope="row">${week.week}</th>
            <td>${words.ofDue(week.measured, due(week))}</td>
            ${LEVELS.map((level) => html`
              <td>${week[level].count}${week[level].ofMeasured === null ? nothing : html`<br><span class="soft small">${interval(week[level].ofMeasured)}</span>`}</td>`)}
            ${REASONS.map((reason) => html`<td>${week.missing[reason]}</td>`)}
          </tr>`)}
        </tbody>
      </table>`;
  }

  private bars(week: Week, patients: number): TemplateResult {
    const unknown = REASONS.map((reason) => week.missing[reason]);
    return html`
      <section class="card stack" aria-labelledby="week-${week.week}">
        <h2 id="week-${week.week}">${words.byWeek(week.week)}</h2>
        ${week.measured === 0 ? html`<p class="soft">${words.nothingMeasured}</p>` : html`
          <div class="bars">
            ${LEVELS.map((level) => {
              const share = week[level].ofMeasured!;
              return bar(words.level(level), share.share, 1, 'strong', interval(share), share.interval);
            })}
          </div>
          <p class="small soft">${words.ofMeasured(week.measured)} ${week.meaningful.ofDue === null ? nothing
            : words.worstCase(percentText(week.meaningful.ofDue.share), due(week))}</p>`}
        ${unknown.every((n) => n === 0) ? nothing : html`
          <h3>${words.unknown}</h3>
          <div class="bars">${REASONS.filter((reason) => week.missing[reason] > 0)
            .map((reason) => bar(words.reason(reason), week.missing[reason], patients, reason === 'notReached' ? 'plain' : 'warn'))}</div>`}
      </section>`;
  }

  private readonly choose = (event: Event) => {
    const form = said(event);
    this.starts = { from: lineOf(form, 'from'), through: lineOf(form, 'through') };
    void this.load();
  };
}

function interval(proportion: Proportion): string {
  return words.interval(percentText(proportion.share), percentText(proportion.interval.lower), percentText(proportion.interval.upper));
}

define('bt-admin-outcomes', OutcomesPage);
