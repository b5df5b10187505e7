import { html, nothing, type TemplateResult } from 'lit';
import { call, listen, type Stream } from '../shared/api';
import '../shared/dialog';
import { define, PageElement } from '../shared/element';
import { dateText, numberText, timeText } from '../shared/i18n';
import { emptyState, errorState, explained, skeleton } from '../shared/parts';
import { ProblemError } from '../shared/problem';
import { toast } from '../shared/toast';
import { type Alert, CLOSINGS, SNOOZE_DAYS } from './alert';
import { severityBadge } from './caseload-card';
import { SEVERITIES } from './caseload-row';
import { words } from './messages';
import { nameOf, patientNames } from './names';

const DAY_MS = 86_400_000;

/** Open alerts, of one patient or of all, with what they rest on and what can be decided about them. */
export class AlertList extends PageElement {
  static override properties = {
    patientId: {}, alerts: { state: true }, closing: { state: true }, failure: { state: true }, names: { state: true },
  };

  /** Whose alerts; undefined for everybody's. */
  declare patientId: string | undefined;
  declare alerts: readonly Alert[] | undefined;
  declare closing: Alert | undefined;
  declare failure: unknown;
  declare names: ReadonlyMap<string, string>;

  private stream: Stream | undefined;

  /** How often the alerts were asked for: an answer that a later one has overtaken is not shown. */
  private asked = 0;

  constructor() {
    super();
    this.names = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => void this.load();
    this.stream = listen('notification', '/v1/inbox/events', { entry: changed, changed, reload: changed });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stream?.close();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('patientId') || !this.hasUpdated) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    if (this.failure !== undefined) {
      return errorState(this.failure, () => void this.load());
    }
    if (this.alerts === undefined) {
      return this.patientId === undefined ? html`<div class="card">${skeleton(4, true)}</div>` : html``;
    }
    if (this.alerts.length === 0) {
      return this.patientId === undefined ? emptyState(words.noAlerts, words.noAlertsHint) : html``;
    }
    return html`
      <section class="stack" aria-label=${words.alerts}>
        ${this.alerts.map((alert) => this.card(alert))}
      </section>
      ${this.closing === undefined ? nothing : this.closingDialog(this.closing)}`;
  }

  private card(alert: Alert): TemplateResult {
    return html`
      <article class="card stack alert" data-severity=${alert.severity}>
        <div class="row apart">
          <h2>${severityBadge(alert.severity)} ${words.rule(alert.rule)}${this.patientId === undefined ? html`: <a href="/clinic/patients/${alert.patientId}">${nameOf(alert.patientId, this.names)}</a>` : nothing}</h2>
          <span class="small soft">${words.since(dateText(alert.since))}${alert.state === 'open' ? nothing : html` · <span class="badge">${words.alertState(alert.state)}</span>`}</span>
        </div>
        ${this.evidence(alert)}
        <div class="row">
          ${alert.state === 'acknowledged' ? nothing : html`<button class="button small main" @click=${() => void this.decide(alert, 'acknowledge')}>${words.acknowledge}</button>`}
          ${alert.severity === 'critical' ? nothing : html`
            <label class="row small">${words.snooze}
              <select class="compact" @change=${(event: Event) => void this.snooze(alert, event.target as HTMLSelectElement)}>
                <option value="">…</option>
                ${SNOOZE_DAYS.map((days) => html`<option value=${days}>${words.days(days)}</option>`)}
              </select>
            </label>`}
          <button class="button small" @click=${() => { this.closing = alert; }}>${words.closeAlert}</button>
        </div>
      </article>`;
  }

  private evidence(alert: Alert): TemplateResult {
    return html`
      <details class="small">
        <summary>${words.evidence(alert.evidence.length)}</summary>
        <dl class="figures numbers">
          ${Object.entries(alert.numbers).map(([name, value]) => html`<div><dt>${words.number(name)}</dt><dd>${numberText(value, Number.isInteger(value) ? 0 : 1)}</dd></div>`)}
        </dl>
        <p class="soft">${words.ruleVersion(alert.rule, alert.ruleVersion)} ${alert.before ? words.before(alert.before) : ''} ${words.raised(timeText(alert.raisedAt))}</p>
      </details>`;
  }

  private closingDialog(alert: Alert): TemplateResult {
    const sent = (event: SubmitEvent) => {
      event.preventDefault();
      const form = new FormData(event.target as HTMLFormElement);
      const note = String(form.get('note')).trim();
      this.closing = undefined;
      // As it is shown by now: it may have been acknowledged, and read again, since the dialog was opened.
      const shown = this.alerts?.find((one) => one.id === alert.id) ?? alert;
      void this.decide(shown, 'close', { outcome: form.get('outcome'), ...(note === '' ? {} : { note }) });
    };
    return html`
      <bt-dialog .heading=${words.closeAlert} @closed=${() => { this.closing = undefined; }} .content=${() => html`
        <form class="stack" @submit=${sent}>
          ${alert.rule === 'red-flag' ? html`<p class="note warn">${words.closesRedFlag}</p>` : nothing}
          <div class="field"><label for="outcome">${words.outcome}</label>
            <select id="outcome" name="outcome" required>${CLOSINGS.map((id) => html`<option value=${id}>${words.closing(id)}</option>`)}</select></div>
          <div class="field"><label for="note">${words.note}</label><textarea id="note" name="note" maxlength="1000"></textarea></div>
          <button class="button main">${words.closeAlert}</button>
        </form>`}></bt-dialog>`;
  }

  private async snooze(alert: Alert, select: HTMLSelectElement): Promise<void> {
    const days = Number(select.value);
    if (days > 0) {
      await this.decide(alert, 'snooze', { until: new Date(Date.now() + days * DAY_MS).toISOString() });
    }
  }

  /** Decides about the alert as it is shown; where somebody else was faster, shows what they decided. */
  private async decide(alert: Alert, what: 'acknowledge' | 'snooze' | 'close', body?: unknown): Promise<void> {
    try {
      const shown = await call<Alert>('notification', `/v1/alerts/${alert.id}`);
      if (shown.body.state !== alert.state) {
        toast(words.decidedMeanwhile(words.alertState(shown.body.state)));
      } else {
        await call('notification', `/v1/alerts/${alert.id}/${what}`, { method: 'POST', body, ifMatch: shown.etag ?? undefined });
        toast(words.decided(what));
      }
    } catch (failure) {
      const stale = failure instanceof ProblemError && (failure.problem.status === 412 || failure.problem.status === 409);
      toast(stale ? words.decidedMeanwhile('') : explained(failure).title);
    }
    await this.load();
  }

  private async load(): Promise<void> {
    const question = ++this.asked;
    this.failure = undefined;
    try {
      const whose = this.patientId === undefined ? '' : `patientId=${this.patientId}&`;
      const [answer, names] = await Promise.all([
        call<{ alerts: readonly Alert[] }>('notification', `/v1/alerts?${whose}limit=200`),
        this.patientId === undefined ? patientNames() : this.names,
      ]);
      if (question !== this.asked) {
        return;
      }
      this.names = names;
      this.alerts = answer.body.alerts
        .filter((alert) => alert.state !== 'closed' && alert.withdrawnAt === undefined)
        .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.since.localeCompare(a.since));
    } catch (failure) {
      if (question === this.asked) {
        this.failure = failure;
      }
    }
  }
}

/** All alerts of the therapist's patients. */
class AlertsPage extends PageElement {
  override render(): TemplateResult {
    return html`<div class="stack"><h1>${words.alerts}</h1><bt-alert-list></bt-alert-list></div>`;
  }
}

define('bt-alert-list', AlertList);
define('bt-alerts-page', AlertsPage);
