import { html, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define, PageElement } from '../shared/element';
import { numberText } from '../shared/i18n';
import { errorState, skeleton } from '../shared/parts';
import { words } from './messages';

interface Threshold {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/** What the clinic has set for itself. */
class ClinicSettings extends PageElement {
  static override properties = { thresholds: { state: true }, failure: { state: true } };

  declare thresholds: readonly Threshold[] | undefined;
  declare failure: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <div class="stack">
        <h1>${words.settings}</h1>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.thresholds === undefined ? skeleton(8) : this.table(this.thresholds)}
      </div>`;
  }

  private table(thresholds: readonly Threshold[]): TemplateResult {
    return html`
      <div class="card scroll" tabindex="0" role="region" aria-label=${words.settings}>
        <table class="plain">
          <thead><tr><th scope="col">${words.setting}</th><th scope="col">${words.value}</th><th scope="col">${words.range}</th></tr></thead>
          <tbody>
            ${thresholds.map((threshold) => html`
              <tr>
                <th scope="row">${threshold.id}</th>
                <td>${numberText(threshold.value)} ${threshold.unit}</td>
                <td>${numberText(threshold.min)} – ${numberText(threshold.max)}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>`;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      this.thresholds = (await get<{ thresholds: readonly Threshold[] }>('program', '/v1/clinic/settings')).thresholds;
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-clinic-settings', ClinicSettings);
