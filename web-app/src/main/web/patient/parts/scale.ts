import { html, type TemplateResult } from 'lit';
import { words } from '../messages';

const POINTS = Array.from({ length: 11 }, (_, i) => i);

/** A name for a pain score, as clinicians call it. */
export function severity(score: number): string {
  return score === 0 ? words.painNone : score <= 3 ? words.painMild : score <= 6 ? words.painModerate
    : score <= 9 ? words.painSevere : words.painWorst;
}

/**
 * Eleven points from 0 to 10 to choose one of: large enough for a thumb, with arrow keys, and read as radio buttons.
 *
 * @param ends what 0 and 10 stand for
 */
export function scale(
  name: string, legend: TemplateResult | string, value: number | undefined, choose: (value: number) => void,
  ends: readonly [string, string] = [words.noPain, words.worstPain],
): TemplateResult {
  return html`
    <fieldset class="scale">
      <legend>${legend}</legend>
      <div class="scale-points">
        ${POINTS.map((point) => html`
          <label data-level=${point <= 3 ? 'low' : point <= 6 ? 'mid' : 'high'}>
            <input type="radio" name=${name} .value=${String(point)} .checked=${value === point}
              aria-label=${point === 0 ? `0, ${ends[0]}` : point === 10 ? `10, ${ends[1]}` : String(point)}
              @change=${() => choose(point)}>
            <span aria-hidden="true">${point}</span>
          </label>`)}
      </div>
      <div class="row apart small soft" aria-hidden="true"><span>0 = ${ends[0]}</span><span>10 = ${ends[1]}</span></div>
    </fieldset>`;
}

/** A question to be answered with yes or no. */
export function yesNo(
  name: string, question: string, value: boolean | undefined, choose: (value: boolean) => void,
): TemplateResult {
  const option = (chosen: boolean, label: string) => html`
    <label><input type="radio" name=${name} .checked=${value === chosen} @change=${() => choose(chosen)}><span>${label}</span></label>`;
  return html`
    <fieldset class="choice">
      <legend>${question}</legend>
      <div class="row">${option(true, words.yes)}${option(false, words.no)}</div>
    </fieldset>`;
}

/** One of a few. */
export function choice<T extends string>(
  name: string, legend: string, options: readonly (readonly [T, string])[], value: T | undefined, choose: (value: T) => void,
): TemplateResult {
  return html`
    <fieldset class="choice">
      <legend>${legend}</legend>
      <div class="row">
        ${options.map(([id, label]) => html`
          <label><input type="radio" name=${name} .checked=${value === id} @change=${() => choose(id)}><span>${label}</span></label>`)}
      </div>
    </fieldset>`;
}

/** A number with a button to either side. */
export function stepper(
  label: string, value: number, change: (value: number) => void, options: { readonly step?: number; readonly max: number; readonly unit?: string },
): TemplateResult {
  const { step = 1, max, unit = '' } = options;
  const set = (wanted: number) => change(Math.min(max, Math.max(0, wanted)));
  return html`
    <div class="stepper" role="group" aria-label=${label}>
      <span class="small soft">${label}</span>
      <div class="row">
        <button class="button" type="button" aria-label="${label}: ${words.less}" ?disabled=${value <= 0} @click=${() => set(value - step)}>−</button>
        <output class="numbers" aria-live="polite">${value}${unit === '' ? '' : html` <span class="small">${unit}</span>`}</output>
        <button class="button" type="button" aria-label="${label}: ${words.more}" ?disabled=${value >= max} @click=${() => set(value + step)}>+</button>
      </div>
    </div>`;
}
