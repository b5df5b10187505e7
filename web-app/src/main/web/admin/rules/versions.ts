import { html, nothing, type TemplateResult } from 'lit';
import { dateText, numberText, timeText } from '../../shared/i18n';
import type { Version } from './numbers';
import { words } from './messages';

/** Who decided what about the settings, when and why; the last one first. */
export function versions(history: readonly Version[]): TemplateResult {
  return html`
    <section class="card stack" aria-labelledby="versions">
      <h2 id="versions">${words.history}</h2>
      ${history.length === 0 ? html`<p class="soft">${words.noHistory}</p>` : nothing}
      <ol class="plain history">${[...history].reverse().map((version) => html`
        <li>
          <p><strong>${words.version(version.version, dateText(version.effectiveFrom))}</strong></p>
          <p>${what(version)}</p>
          ${version.reason === null ? nothing : html`<p>${words.because(version.reason)}</p>`}
          <p class="soft small">${version.decidedBy.id}, ${timeText(version.decidedAt)}</p>
        </li>`)}
      </ol>
    </section>`;
}

function what(version: Version): string {
  const parts = Object.entries(version.thresholds)
    .map(([id, value]) => `${words.threshold(id)}: ${numberText(value, Number.isInteger(value) ? 0 : 1)}`);
  if (version.quietHours !== null) {
    parts.push(`${words.night}: ${version.quietHours.from}–${version.quietHours.until}`);
  }
  if (version.retentionYears !== null) {
    parts.push(`${words.retention}: ${version.retentionYears}`);
  }
  if (version.therapistsSee !== null) {
    parts.push(`${words.therapistsSee}: ${words.reachOf(version.therapistsSee)}`);
  }
  return parts.length === 0 ? words.allAsShipped : parts.join('; ');
}
