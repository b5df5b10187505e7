import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../../shared/api';
import { define } from '../../shared/element';
import { dateText, timeText } from '../../shared/i18n';
import { emptyState } from '../../shared/parts';
import { words as therapist } from '../../therapist/messages';
import { bar } from '../common/bar';
import { choice } from '../common/controls';
import { AdminPage } from '../common/page';
import { words } from './messages';

interface AlertRow {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly raised: number;
  readonly withdrawn: number;
  readonly actedOn: number;
  readonly dismissed: number;
  /** Percent of those that were closed; missing while none is. */
  readonly precision?: number;
}

interface Delivery {
  readonly channel: string;
  readonly about: string;
  readonly recipient: string;
  readonly state: string;
  readonly attempts: number;
  readonly cause?: string;
  readonly postedAt: string;
  readonly nextAttemptAt?: string;
}

interface Shown {
  readonly alerts: { readonly from: string; readonly to: string; readonly rules: readonly AlertRow[] };
  readonly deliveries: readonly Delivery[];
}

/** As many deliveries as the service gives at once. */
const A_PAGE = 200;

/** Which rules were worth their alerts, and what became of everything that was sent. */
class Reports extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, days: { state: true }, channel: { state: true }, state: { state: true } };

  declare days: string;
  declare channel: string;
  declare state: string;
  protected readonly place = 'reports';

  constructor() {
    super();
    this.days = '90';
    this.channel = '';
    this.state = '';
  }

  protected heading(): string {
    return words.reports;
  }

  protected async read(): Promise<Shown> {
    const to = new Date();
    const from = new Date(to.getTime() - Number(this.days) * 86_400_000);
    const [alerts, deliveries] = await Promise.all([
      get<Shown['alerts']>('notification', `/v1/alert-report?from=${from.toISOString()}&to=${to.toISOString()}`),
      this.deliveries(),
    ]);
    return { alerts, deliveries };
  }

  protected draw({ alerts, deliveries }: Shown): TemplateResult {
    const all = (options: readonly string[], word: (id: string) => string) =>
      [['', words.any] as const, ...options.map((id) => [id, word(id)] as const)];
    return html`
      <section class="card stack" aria-labelledby="alerts">
        <h2 id="alerts">${words.precision}</h2>
        <p class="soft">${words.precisionHint}</p>
        <div class="filters">
          ${choice('days', words.span, ['28', '90', '180', '365'].map((days) => [days, words.lastDays(days)] as const), this.days,
            (days) => { this.days = days; void this.load(); })}
        </div>
        ${alerts.rules.length === 0 ? emptyState(words.noAlerts, words.noAlertsHint) : html`
          <ul class="plain history">${alerts.rules.map((row) => this.alerts(row))}</ul>`}
        <p class="soft small">${words.between(dateText(alerts.from.slice(0, 10)), dateText(alerts.to.slice(0, 10)))}</p>
      </section>
      <section class="card stack" aria-labelledby="deliveries">
        <h2 id="deliveries">${words.deliveries}</h2>
        <p class="soft">${words.deliveriesHint}</p>
        <div class="filters">
          ${choice('channel', words.channel, all(['email', 'web-push', 'webhook'], words.channelOf), this.channel,
            (channel) => { this.channel = channel; void this.load(); })}
          ${choice('state', words.state, all(['failed', 'expired', 'dropped', 'waiting', 'claimed', 'sent'], words.stateOf), this.state,
            (state) => { this.state = state; void this.load(); })}
        </div>
        ${deliveries.length === 0 ? emptyState(words.noDeliveries, words.noDeliveriesHint) : this.table(deliveries)}
        ${deliveries.length === 0 || deliveries.length % A_PAGE !== 0 ? nothing : html`
          <p><button class="button" @click=${() => void this.more(deliveries)}>${words.more}</button></p>`}
      </section>`;
  }

  private alerts(row: AlertRow): TemplateResult {
    return html`
      <li class="stack tight">
        <h3>${therapist.rule(row.rule)} <span class="soft small">${words.version(row.ruleVersion)}</span></h3>
        <p>${words.counts(row.raised, row.withdrawn, row.actedOn, row.dismissed)}</p>
        ${row.precision === undefined ? html`<p class="soft small">${words.noneClosed}</p>`
          : bar(words.ledToSomething, row.precision, 100, 'strong', `${row.precision} %`)}
      </li>`;
  }

  private table(deliveries: readonly Delivery[]): TemplateResult {
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${words.deliveries}>
        <table class="plain rows">
          <thead><tr>
            <th scope="col">${words.posted}</th><th scope="col">${words.channel}</th><th scope="col">${words.recipient}</th>
            <th scope="col">${words.state}</th><th scope="col">${words.attempts}</th><th scope="col">${words.cause}</th>
          </tr></thead>
          <tbody>${deliveries.map((one) => html`
            <tr>
              <th scope="row">${timeText(one.postedAt)}</th>
              <td data-label=${words.channel}>${words.channelOf(one.channel)}</td>
              <td data-label=${words.recipient}><code>${one.recipient}</code></td>
              <td data-label=${words.state}><span class="badge ${tone(one.state)}">${words.stateOf(one.state)}</span></td>
              <td data-label=${words.attempts}>${one.attempts}</td>
              <td data-label=${words.cause}>${one.cause === undefined ? '–' : html`<code>${one.cause}</code>`}</td>
            </tr>`)}</tbody>
        </table>
      </div>`;
  }

  private async deliveries(before?: string): Promise<readonly Delivery[]> {
    const query = new URLSearchParams(Object.entries({ channel: this.channel, state: this.state, before: before ?? '' })
      .filter(([, value]) => value !== ''));
    return (await get<{ deliveries: readonly Delivery[] }>('notification', `/v1/deliveries?${query}`)).deliveries;
  }

  private async more(shown: readonly Delivery[]): Promise<void> {
    try {
      const next = await this.deliveries(shown.at(-1)!.postedAt);
      this.content = { ...this.content!, deliveries: [...shown, ...next] };
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function tone(state: string): string {
  return state === 'sent' ? 'good' : ['waiting', 'claimed'].includes(state) ? 'info' : 'bad';
}

define('bt-admin-reports', Reports);
