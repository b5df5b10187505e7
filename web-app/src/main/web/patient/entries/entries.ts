import './amend-dialog';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { follow } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { dateText, timeText } from '../../shared/i18n';
import { emptyState, skeleton } from '../../shared/parts';
import { app } from '../app';
import { words as own } from '../messages';
import { catalogEntries, type Listed, nameOf } from '../plan';
import { localDate } from '../offline/facts';
import { confirmSaved } from '../saved';
import { type Fact, facts, happened, type TimelineLine, type Version } from './history';
import { words } from './messages';
import { summary } from './summary';

const TONES = { waiting: 'warn', sent: 'good', refused: 'bad' } as const;
const SIGNS = { waiting: '↑', sent: '✓', refused: '!' } as const;

/** Everything that the patient has said, with what became of it; each can be corrected or taken back. */
class EntriesPage extends PageElement {
  static override properties = { older: { state: true }, looked: { state: true }, next: { state: true }, offline: { state: true }, amending: { state: true }, catalog: { state: true } };

  declare older: readonly TimelineLine[];
  declare looked: boolean;
  declare next: string | null;
  declare offline: boolean;
  declare amending: { readonly fact: Fact; readonly removing: boolean } | null;
  declare catalog: ReadonlyMap<string, Listed>;
  private waited: string | null = null;

  constructor() {
    super();
    this.older = [];
    this.looked = false;
    this.next = null;
    this.offline = false;
    this.amending = null;
    this.catalog = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.changed);
    void this.load();
    void catalogEntries().then((catalog) => { this.catalog = catalog; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
  }

  override render(): TemplateResult {
    const all = facts(app.entries, [...app.timeline, ...this.older]);
    return html`
      <h1>${own.entries}</h1>
      ${this.sending(all)}
      ${this.offline ? html`<p class="note small">${words.offlineList}</p>` : nothing}
      ${!this.looked && all.length === 0 ? skeleton(5, true)
        : all.length === 0 ? emptyState(words.none, words.noneHint, html`<a class="button main" href="/my">${own.today}</a>`) : this.days(all)}
      ${this.next === null ? nothing : html`<p class="row centred"><button class="button" @click=${this.more}>${words.more}</button></p>`}
      ${this.amending === null ? nothing : html`
        <bt-amend .fact=${this.amending.fact} ?removing=${this.amending.removing} .name=${this.name}
          @closed=${() => { this.amending = null; }}></bt-amend>`}`;
  }

  private sending(all: readonly Fact[]): TemplateResult | typeof nothing {
    const waiting = all.filter((fact) => fact.state === 'waiting').length;
    return waiting === 0 ? nothing : html`
      <div class="note warn row apart"><span>${own.waitingHint(waiting)}</span>
        <button class="button" @click=${() => app.sendNow()}>${own.sendNow}</button></div>`;
  }

  private days(all: readonly Fact[]): TemplateResult {
    const days = Map.groupBy(all, (fact) => (fact.content === null ? happened(fact).slice(0, 10) : localDate(fact.content)));
    return html`${[...days].map(([date, of]) => html`
      <section class="stack day" aria-label=${dateText(date)}>
        <h2 class="small soft">${dateText(date, { weekday: 'long', day: 'numeric', month: 'long' })}</h2>
        <ul class="plain stack">${repeat(of, (fact) => fact.id, (fact) => this.fact(fact))}</ul>
      </section>`)}`;
  }

  private fact(fact: Fact): TemplateResult {
    const gone = fact.current.content === null;
    const corrections = Math.max(...fact.versions.map((version) => version.number)) - 1;
    const by = fact.versions.find((version) => version.by !== undefined && version.by !== 'patient')?.by;
    return html`
      <li class="card stack entry" data-kind=${fact.kind} data-state=${fact.state}>
        <div class="row apart">
          <span class="small soft">${timeText(happened(fact), { timeStyle: 'short' })} · ${words.kindName(fact.kind)}${by === undefined ? nothing : html` · ${words.fromClinic(words.by(by))}`}</span>
          <span class="badge ${TONES[fact.state]}"><span aria-hidden="true">${SIGNS[fact.state]}</span> ${words.state(fact.state)}</span>
        </div>
        <p>${gone ? html`<strong>${words.removed}.</strong> ` : nothing}${fact.content === null ? nothing
          : gone ? html`<s>${summary(fact.kind, fact.content, this.name)}</s>` : summary(fact.kind, fact.content, this.name)}
          ${corrections > 0 && !gone ? html`<span class="small soft">(${words.corrected(corrections)})</span>` : nothing}</p>
        ${this.refusal(fact)}
        ${this.conflict(fact)}
        <div class="row">${this.actions(fact, gone)}</div>
        ${fact.versions.length > 1 ? this.history(fact) : nothing}
      </li>`;
  }

  private refusal(fact: Fact): TemplateResult | typeof nothing {
    const refusal = fact.current.refusal;
    const putOff = fact.entry?.putOff ?? 0;
    if (refusal === undefined) {
      return fact.state === 'waiting' && putOff > 0 ? html`<p class="small soft">${words.notSentYet(putOff)}</p>` : nothing;
    }
    return html`
      <div class="note bad stack small">
        <p>${words.refused(refusal.code)}</p>
        ${refusal.flaws.length === 0 ? nothing : html`<details><summary>${words.details}</summary><p lang="en">${refusal.flaws.join('; ')}</p></details>`}
      </div>`;
  }

  private conflict(fact: Fact): TemplateResult | typeof nothing {
    return fact.conflict.length === 0 ? nothing : html`
      <div class="note warn stack conflict">
        <p><strong>${words.conflictTitle}.</strong> ${words.conflictHint}</p>
        <ul class="plain stack">
          ${fact.conflict.map((version) => html`
            <li class="row apart">
              <span>${this.text(fact, version)}${version.counts ? html` <span class="badge info">${words.counts}</span>` : nothing}</span>
              <button class="button" @click=${() => void this.settle(fact, version)}>${words.useThis}</button>
            </li>`)}
        </ul>
      </div>`;
  }

  private actions(fact: Fact, gone: boolean): TemplateResult | typeof nothing {
    if (fact.content === null) {
      return nothing;
    }
    if (gone) {
      return html`<button class="button" @click=${() => void this.bringBack(fact)}>${words.bringBack}</button>`;
    }
    return html`
      <button class="button" @click=${() => { this.amending = { fact, removing: false }; }}>${words.correct}</button>
      <button class="button quiet danger" @click=${() => { this.amending = { fact, removing: true }; }}>${words.remove}</button>
      ${fact.state === 'refused' && fact.entry !== undefined
        ? html`<button class="button quiet" @click=${() => void app.retry(fact.entry!)}>${words.sendAgain}</button>` : nothing}`;
  }

  private history(fact: Fact): TemplateResult {
    return html`
      <details class="small">
        <summary>${words.history}</summary>
        <ol class="plain">${fact.versions.map((version) => html`<li>${timeText(version.at)}: ${this.text(fact, version)}</li>`)}</ol>
      </details>`;
  }

  private text(fact: Fact, version: Version): string {
    return version.content === null ? words.removed : summary(fact.kind, version.content, this.name);
  }

  private async settle(fact: Fact, version: Version): Promise<void> {
    await app.amend(fact.known, version.content, 'other');
    confirmSaved();
  }

  private async bringBack(fact: Fact): Promise<void> {
    await app.amend(fact.known, fact.content, 'restored');
    confirmSaved();
  }

  private readonly name = (id: string): string => nameOf(id, this.catalog.get(id)?.name);

  /** Something was taken in: the timeline has it as soon as it is applied. */
  private readonly changed = (): void => {
    this.requestUpdate();
    if (app.position !== this.waited) {
      void this.load();
    }
  };

  private readonly more = (): void => void this.reading(async () => {
    const { body, next } = await follow<readonly TimelineLine[]>(this.next!);
    this.older = [...this.older, ...body];
    this.next = next;
  });

  private async load(): Promise<void> {
    this.waited = app.position;
    await this.reading(async () => {
      const next = await app.readTimeline();
      this.next = this.older.length === 0 ? next : this.next;
    });
    this.looked = true;
  }

  private async reading(read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.offline = false;
    } catch {
      this.offline = true;
    }
  }
}

define('bt-entries', EntriesPage);
