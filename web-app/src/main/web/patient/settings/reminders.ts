import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { timeText } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { errorState, explained, field, skeleton } from '../../shared/parts';
import { ProblemError } from '../../shared/problem';
import { toast } from '../../shared/toast';
import { words } from './messages';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Day = (typeof DAYS)[number];

interface Times {
  readonly on: boolean;
  readonly sessionAt?: string;
  readonly posture?: { readonly from: string; readonly until: string; readonly everyMinutes: number };
  readonly checklist?: { readonly day: Day; readonly at: string };
  readonly nothingLoggedAt?: string;
}

interface Reminders {
  readonly times: Times;
  readonly next: readonly { readonly kind: string; readonly at: string }[];
}

const PATH = '/v1/reminders';
const POSTURE = { from: '09:00', until: '17:00', everyMinutes: 150 };
const CHECKLIST = { day: 'sunday', at: '18:00' } as const;

/** When a patient wants to be reminded of what; of what is switched off, never. */
class ReminderSettings extends PageElement {
  static override properties = { times: { state: true }, next: { state: true }, failure: { state: true }, busy: { state: true } };

  declare times: Times | undefined;
  declare next: Reminders['next'];
  declare failure: unknown;
  declare busy: boolean;
  private etag: string | undefined;

  constructor() {
    super();
    this.next = [];
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <section class="card stack" aria-labelledby="reminders">
        <div><h2 id="reminders">${words.reminders}</h2><p class="small soft">${words.remindersHint}</p></div>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.times === undefined ? skeleton(6) : this.form(this.times)}
      </section>`;
  }

  private form(times: Times): TemplateResult {
    return html`
      <form class="stack" @submit=${this.save}>
        ${this.check(words.remindMe, times.on, (on) => this.set({ on }))}
        ${!times.on ? nothing : html`
          ${this.section(words.kind('session-due'), times.sessionAt !== undefined, (on) => this.set({ sessionAt: on ? '17:00' : undefined }),
            () => this.time('session-at', words.at, times.sessionAt!, (sessionAt) => this.set({ sessionAt })))}
          ${this.section(words.kind('posture-reset'), times.posture !== undefined, (on) => this.set({ posture: on ? POSTURE : undefined }), () => this.posture(times.posture!))}
          ${this.section(words.kind('weekly-checklist'), times.checklist !== undefined, (on) => this.set({ checklist: on ? CHECKLIST : undefined }), () => this.checklist(times.checklist!))}
          ${this.section(words.kind('nothing-logged'), times.nothingLoggedAt !== undefined, (on) => this.set({ nothingLoggedAt: on ? '20:00' : undefined }),
            () => this.time('nothing-at', words.at, times.nothingLoggedAt!, (nothingLoggedAt) => this.set({ nothingLoggedAt })))}`}
        <button class="button" ?disabled=${this.busy}>${shared.save}</button>
        ${this.next.length === 0 ? nothing : html`
          <p class="small soft">${words.nextReminder}: ${words.kind(this.next[0]!.kind)}, ${timeText(this.next[0]!.at)}</p>`}
      </form>`;
  }

  private check(label: string, on: boolean, choose: (on: boolean) => void): TemplateResult {
    return html`<label class="check"><input type="checkbox" .checked=${on}
      @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}> <span>${label}</span></label>`;
  }

  private section(label: string, on: boolean, choose: (on: boolean) => void, more: () => TemplateResult): TemplateResult {
    return html`<fieldset class="choice"><legend class="hidden-text">${label}</legend>${this.check(label, on, choose)}${on ? html`<div class="row">${more()}</div>` : nothing}</fieldset>`;
  }

  private time(id: string, label: string, value: string, change: (value: string) => void): TemplateResult {
    return field(label, (of) => html`<input id=${of} type="time" required .value=${value}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value)}>`, { id });
  }

  private posture(posture: NonNullable<Times['posture']>): TemplateResult {
    return html`
      ${this.time('posture-from', words.from, posture.from, (from) => this.set({ posture: { ...posture, from } }))}
      ${this.time('posture-until', words.until, posture.until, (until) => this.set({ posture: { ...posture, until } }))}
      ${field(words.everyMinutes, (id) => html`<input id=${id} type="number" inputmode="numeric" required min="120" max="180" step="10" .value=${String(posture.everyMinutes)}
        @change=${(event: Event) => this.set({ posture: { ...posture, everyMinutes: Number((event.target as HTMLInputElement).value) } })}>`, { id: 'posture-every' })}`;
  }

  private checklist(checklist: NonNullable<Times['checklist']>): TemplateResult {
    return html`
      ${field(words.onDay, (id) => html`
        <select id=${id} @change=${(event: Event) => this.set({ checklist: { ...checklist, day: (event.target as HTMLSelectElement).value as Day } })}>
          ${DAYS.map((day) => html`<option value=${day} ?selected=${day === checklist.day}>${words.day(day)}</option>`)}
        </select>`, { id: 'checklist-day' })}
      ${this.time('checklist-at', words.at, checklist.at, (at) => this.set({ checklist: { ...checklist, at } }))}`;
  }

  private set(change: Partial<Times>): void {
    this.times = { ...this.times!, ...change };
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    try {
      const { body, etag } = await call<Reminders>('notification', PATH, { method: 'PUT', body: this.times, ...(this.etag === undefined ? {} : { ifMatch: this.etag }) });
      this.show(body, etag);
      toast(words.changed);
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 412) {
        toast(words.staleTitle);
        await this.load();
      } else {
        toast(explained(failure).title);
      }
    } finally {
      this.busy = false;
    }
  };

  private show(reminders: Reminders, etag: string | null): void {
    this.times = reminders.times;
    this.next = reminders.next;
    this.etag = etag ?? undefined;
  }

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const { body, etag } = await call<Reminders>('notification', PATH);
      this.show(body, etag);
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-reminders', ReminderSettings);
