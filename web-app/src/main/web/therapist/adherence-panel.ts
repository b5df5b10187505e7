import { html, nothing, svg, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define } from '../shared/element';
import { dateText, percentText } from '../shared/i18n';
import { emptyState } from '../shared/parts';
import { catalogNames, entryName } from './entries';
import { words } from './messages';
import { type Adherence, type Tally, windowQuery } from './progress';
import { ReadingPanel } from './reading-panel';

interface Content {
  readonly adherence: Adherence;
  readonly names: ReadonlyMap<string, string>;
}

/** What of the program was done: done, skipped, or nothing known, which is not the same as not done. */
class AdherencePanel extends ReadingPanel<Content> {
  protected override async read(): Promise<Content> {
    const [adherence, names] = await Promise.all([
      get<Adherence>('tracking', `/v1/patients/${this.patientId}/progress/adherence${windowQuery(this.view)}`),
      catalogNames(),
    ]);
    return { adherence, names };
  }

  protected override show({ adherence, names }: Content): TemplateResult {
    if (adherence.exercises.due + adherence.habits.due === 0) {
      return emptyState(words.nothingDue, words.nothingDueHint);
    }
    return html`
      <div class="stack">
        <p class="soft">${words.adherenceHint}</p>
        <section class="card stack">
          <h2>${words.overall}</h2>
          ${tallyRow(words.exercises, adherence.exercises)}
          ${adherence.habits.due === 0 ? nothing : tallyRow(words.habits, adherence.habits)}
        </section>
        <section class="card stack">
          <h2>${words.byItem}</h2>
          ${adherence.items.map((item) => tallyRow(entryName(item.id, names), item.tally))}
        </section>
        <section class="card stack">
          <h2>${words.byWeek}</h2>
          ${adherence.programWeeks.map((week) => tallyRow(
            html`${words.programWeek(week.programWeek)} <span class="soft small">${dateText(week.from)}</span>`, week.exercises))}
        </section>
        ${legend()}
      </div>`;
  }
}

/** A bar of three states with its numbers; the states differ by pattern and words as well as by colour. */
export function tallyRow(label: unknown, tally: Tally): TemplateResult {
  if (tally.due === 0) {
    return html`<div class="tally"><span>${label}</span><span class="soft">${words.nothingWasDue}</span></div>`;
  }
  const parts = [['done', tally.done], ['skipped', tally.skipped], ['no-data', tally.noData]] as const;
  return html`
    <div class="tally">
      <span>${label}</span>
      <svg class="bar-of-three" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars(parts, tally.due)}</svg>
      <span class="small numbers">
        ${tally.rate === null ? nothing : html`<strong>${percentText(tally.rate.share)}</strong>
          <span class="soft">(${percentText(tally.rate.interval.lower)}–${percentText(tally.rate.interval.upper)})</span> `}
        ${words.tally(tally.done, tally.skipped, tally.noData)}
      </span>
    </div>`;
}

function bars(parts: readonly (readonly [string, number])[], due: number): TemplateResult[] {
  let x = 0;
  return parts.filter(([, count]) => count > 0).map(([state, count]) => {
    const width = (100 * count) / due;
    x += width;
    return rect(state, x - width, width);
  });
}

function legend(): TemplateResult {
  return html`
    <p class="small soft row">
      ${(['done', 'skipped', 'no-data'] as const).map((state) => html`
        <span class="row"><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">${rect(state, 0, 10)}</svg> ${words.state(state)}</span>`)}
    </p>`;
}

define('bt-adherence-panel', AdherencePanel);

function rect(state: string, x: number, width: number): TemplateResult {
  return svg`<rect class=${state} x=${x} y="0" width=${width} height="10"></rect>` as unknown as TemplateResult;
}
