import { html, nothing, type TemplateResult } from 'lit';
import type { Guidance, PlanItem, SideDose } from '../plan';
import { words } from './messages';
import type { SetWork } from './steps';
import { translated } from '../../shared/ours';

/** "3 sets · 10 repetitions · 2 kg" of one side. */
export function doseText(dose: SideDose): string {
  return [
    dose.sets == null ? '' : words.sets(dose.sets),
    dose.reps == null ? '' : words.reps(dose.reps),
    dose.holdSeconds == null ? '' : words.hold(dose.holdSeconds),
    dose.loadGrams == null ? '' : words.load(dose.loadGrams),
  ].filter((each) => each !== '').join(' · ');
}

/** The dose of an exercise in short: of both sides where they differ. */
export function itemDose(item: PlanItem): string {
  const texts = [...new Set(item.sides.map(doseText))];
  return texts.length === 1 ? texts[0]!
    : item.sides.map((side) => `${words.sideIs(side.side)}: ${doseText(side)}`).join('; ');
}

/** What one set asks for. */
export function setText(set: SetWork): string {
  const asked = [
    set.reps === null ? '' : words.reps(set.reps),
    set.holdSeconds === null ? '' : words.hold(set.holdSeconds),
    set.loadGrams === undefined ? '' : words.load(set.loadGrams),
  ].filter((each) => each !== '');
  return asked.length > 0 ? asked.join(' · ') : set.measure === 'reps' ? words.openDose : words.openHold;
}

/** How to do it: the clinician's words first, then the catalog's. */
export function guidance(known: Guidance | null | undefined, instructions?: string | null): TemplateResult | typeof nothing {
  const list = (title: string, lines: readonly string[]) => lines.length === 0 ? nothing : html`
    <h2>${title}</h2><ul>${lines.map((line) => html`<li>${translated(line)}</li>`)}</ul>`;
  if (known == null && instructions == null) {
    return nothing;
  }
  return html`
    <div class="guidance">
      ${instructions == null ? nothing : html`<p><strong>${translated(instructions)}</strong></p>`}
      ${known?.purpose == null ? nothing : html`<p>${translated(known.purpose)}</p>`}
      ${known == null ? nothing : html`
        ${known.cautions.map((caution) => html`<p class="note warn">${translated(caution.text)}</p>`)}
        ${list(words.howTo, [...known.steps, ...known.toDo])}
        ${list(words.mind, known.cues)}
        ${list(words.avoid, known.toAvoid)}`}
    </div>`;
}
