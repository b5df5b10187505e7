import { html, nothing, type TemplateResult } from 'lit';
import { call, get } from '../../shared/api';
import { define } from '../../shared/element';
import { dateText, numberText } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { field } from '../../shared/parts';
import { toast } from '../../shared/toast';
import { choice, line, lineOf, said } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { changed, differing, type Draft, drafted, inGroups, REACHES, type Rule, type Settings, type Threshold, type Version } from './numbers';
import { versions } from './versions';
import { words } from './messages';
import './trial-panel';

interface Shown {
  readonly settings: Settings;
  readonly etag: string;
  readonly rules: readonly Rule[];
  readonly history: readonly Version[];
}

/** The numbers by which the clinic's patients are judged, its quiet hours, how long it keeps data, and whom therapists see. */
class ClinicSettings extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, draft: { state: true }, on: { state: true } };

  declare draft: Draft;
  /** The date whose settings are shown; today's where it is missing. */
  declare on: string | undefined;
  protected readonly place = 'settings';
  private readonly sending = new Sending(this);

  constructor() {
    super();
    this.draft = {};
  }

  protected heading(): string {
    return words.settings;
  }

  protected async read(): Promise<Shown> {
    const [settings, rules, history] = await Promise.all([
      call<Settings>('program', `/v1/clinic/settings${this.on === undefined ? '' : `?on=${this.on}`}`),
      get<{ rules: readonly Rule[] }>('tracking', '/v1/insight-rules'),
      get<{ versions: readonly Version[] }>('program', '/v1/clinic/settings/history'),
    ]);
    return { settings: settings.body, etag: settings.etag ?? '', rules: rules.rules, history: history.versions };
  }

  protected draw({ settings, rules, history }: Shown): TemplateResult {
    const all = settings.thresholds;
    return html`
      <p>${settings.inForce === 0 ? words.asShipped : words.inForce(settings.inForce, dateText(settings.effectiveFrom ?? settings.on))}</p>
      ${settings.scheduled.map((next) => html`
        <div class="note row apart">
          <p>${words.scheduled(next.version, dateText(next.effectiveFrom))}</p>
          <button class="button small" @click=${() => this.show(next.effectiveFrom)}>${words.showThose}</button>
        </div>`)}
      ${this.on === undefined ? nothing : html`
        <div class="note row apart">
          <p>${words.shownFor(dateText(this.on))}</p>
          <button class="button small" @click=${() => this.show(undefined)}>${words.showToday}</button>
        </div>`}
      <form class="stack" @submit=${this.save} novalidate>
        ${inGroups(all).map(([group, some]) => html`
          <fieldset class="card stack group">
            <legend><h2>${words.group(group)}</h2></legend>
            ${some.map((threshold) => this.number(threshold))}
          </fieldset>`)}
        ${this.night(settings)}
        ${this.reach(settings)}
        <bt-trial .rules=${rules} .changed=${changed(all, this.draft)} .ready=${this.ready(all)}></bt-trial>
        <div class="card stack">
          <h2>${words.putInForce}</h2>
          ${this.sending.note((pointer) => this.shows(pointer), () => this.anew())}
          <div class="filters">
            ${line({ id: 'effectiveFrom', label: words.effectiveFrom, value: '', type: 'date', hint: words.effectiveFromHint, flaw: this.sending.flaw('/effectiveFrom') })}
            ${line({ id: 'reason', label: words.reason, value: '', hint: words.reasonHint, maxLength: 500, flaw: this.sending.flaw('/reason') })}
          </div>
          ${settings.scheduled.length === 0 ? nothing : html`<p class="note warn">${words.callsOff}</p>`}
          <p class="row">
            <button class="button main" ?disabled=${this.sending.busy || !this.ready(all)}>${shared.save}</button>
            <button type="button" class="button quiet" @click=${() => { this.draft = {}; }}>${words.undo}</button>
          </p>
        </div>
      </form>
      ${versions(history)}`;
  }

  private number(threshold: Threshold): TemplateResult {
    const value = drafted(threshold, this.draft);
    const outside = value === null || value < threshold.min || value > threshold.max || (threshold.whole && !Number.isInteger(value));
    const unit = words.unit(threshold.unit);
    const range = words.range(text(threshold.min), text(threshold.max), unit);
    const flaw = outside ? words.outside(range, threshold.whole) : this.sending.flaw(`/thresholds/${threshold.id}`);
    return html`
      <div class="threshold">
        ${field(words.threshold(threshold.id), (id, described) => html`
          <span class="row tight">
            <input id=${id} type="number" inputmode="decimal" step=${threshold.whole ? '1' : '0.01'} min=${threshold.min} max=${threshold.max}
              .value=${this.draft[threshold.id] ?? String(threshold.value)} aria-describedby=${described ?? nothing}
              aria-invalid=${flaw === undefined ? nothing : 'true'}
              @input=${(event: Event) => this.type(threshold.id, (event.target as HTMLInputElement).value)}>
            <span>${unit}</span>
          </span>`,
        { id: `number-${threshold.id}`, hint: `${words.meaning(threshold.id, threshold.meaning)} ${range}`, flaw })}
        <p class="small">
          <span class="soft">${words.shipped(text(threshold.shipped))}</span>
          ${value === threshold.shipped ? nothing : html`
            <button type="button" class="button small" aria-label=${words.backToShippedOf(words.threshold(threshold.id))}
              @click=${() => this.type(threshold.id, String(threshold.shipped))}>${words.backToShipped}</button>`}
        </p>
      </div>`;
  }

  private night(settings: Settings): TemplateResult {
    return html`
      <fieldset class="card stack group">
        <legend><h2>${words.nightAndKeeping}</h2></legend>
        <p class="soft">${words.nightHint}</p>
        <div class="filters">
          ${line({ id: 'night-from', label: words.nightFrom, value: settings.quietHours.from, type: 'time', required: true, flaw: this.sending.flaw('/quietHours/from') })}
          ${line({ id: 'night-until', label: words.nightUntil, value: settings.quietHours.until, type: 'time', required: true, flaw: this.sending.flaw('/quietHours/until') })}
          ${line({ id: 'retention', label: words.retention, value: settings.retentionYears?.toString() ?? '', type: 'number', min: '1', max: '30', hint: words.retentionHint, flaw: this.sending.flaw('/retentionYears') })}
        </div>
      </fieldset>`;
  }

  private reach(settings: Settings): TemplateResult {
    return html`
      <fieldset class="card stack group">
        <legend><h2>${words.reach}</h2></legend>
        <p class="soft">${words.reachHint}</p>
        <div class="narrow">
          ${choice('therapistsSee', words.therapistsSee, REACHES.map((id) => [id, words.reachOf(id)] as const), settings.therapistsSee)}
        </div>
      </fieldset>`;
  }

  private shows(pointer: string): boolean {
    const ids = this.content?.settings.thresholds.map((threshold) => `/thresholds/${threshold.id}`) ?? [];
    return [...ids, '/effectiveFrom', '/reason', '/quietHours/from', '/quietHours/until', '/retentionYears'].includes(pointer);
  }

  private ready(all: readonly Threshold[]): boolean {
    return all.every((threshold) => {
      const value = drafted(threshold, this.draft);
      return value !== null && value >= threshold.min && value <= threshold.max && (!threshold.whole || Number.isInteger(value));
    });
  }

  private type(id: string, value: string): void {
    this.draft = { ...this.draft, [id]: value };
  }

  private show(on: string | undefined): void {
    this.on = on;
    this.draft = {};
    this.content = undefined;
    void this.load();
  }

  private anew(): void {
    this.sending.forget();
    void this.load();
  }

  private readonly save = async (event: Event) => {
    const form = said(event);
    const shown = this.content!;
    const night = { from: lineOf(form, 'night-from'), until: lineOf(form, 'night-until') };
    const shipped = shown.settings.quietHoursShipped;
    const retention = lineOf(form, 'retention');
    const reach = lineOf(form, 'therapistsSee');
    const body = {
      thresholds: differing(shown.settings.thresholds, this.draft),
      quietHours: night.from === shipped.from && night.until === shipped.until ? undefined : night,
      retentionYears: retention === '' ? undefined : Number(retention),
      therapistsSee: reach === shown.settings.therapistsSeeShipped ? undefined : reach,
      effectiveFrom: lineOf(form, 'effectiveFrom') || undefined,
      reason: lineOf(form, 'reason') || undefined,
    };
    let on = '';
    const taken = await this.sending.run(async () => {
      const answer = await call<Settings>('program', '/v1/clinic/settings', { method: 'PUT', body, ifMatch: shown.etag });
      on = answer.body.on;
    });
    if (taken) {
      toast(words.savedFrom(dateText(on)));
      this.show(on);
    }
  };
}

function text(value: number): string {
  return numberText(value, Number.isInteger(value) ? 0 : 1);
}

define('bt-clinic-settings', ClinicSettings);
