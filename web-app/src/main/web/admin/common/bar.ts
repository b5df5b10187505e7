import { html, svg, type TemplateResult } from 'lit';

/**
 * A bar with its label and number as text; the bar itself only repeats them. With limits, a line shows the interval.
 *
 * @param most the value of a full bar
 */
export function bar(
  label: string,
  value: number,
  most: number,
  tone: 'strong' | 'plain' | 'warn',
  text: string = String(value),
  limits?: { readonly lower: number; readonly upper: number },
): TemplateResult {
  const share = (of: number) => most === 0 ? 0 : 100 * of / most;
  return html`
    <p class="bar-row">
      <span>${label}</span>
      <svg class="gauge" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="ground" width="100" height="10"></rect>
        <rect class=${tone} width=${share(value)} height="10"></rect>
        ${limits === undefined ? '' : svg`
          <line class="halo" x1=${share(limits.lower)} x2=${share(limits.upper)} y1="5" y2="5"></line>
          <line x1=${share(limits.lower)} x2=${share(limits.upper)} y1="5" y2="5"></line>
          <line x1=${share(limits.lower)} x2=${share(limits.lower)} y1="2" y2="8"></line>
          <line x1=${share(limits.upper)} x2=${share(limits.upper)} y1="2" y2="8"></line>`}
      </svg>
      <span class="numbers">${text}</span>
    </p>`;
}
