import './timer';
import '../../shared/dialog';
import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { translated } from '../../shared/ours';
import { emptyState, skeleton } from '../../shared/parts';
import { navigate } from '../../shared/router';
import { app } from '../app';
import { Draft } from '../draft';
import { words as own } from '../messages';
import { localDate, now, SKIP_REASONS, type SkipReason, type When } from '../offline/facts';
import { catalogEntries, freshPlan, keptPlan, type Listed, nameOf, type Plan, standIns } from '../plan';
import { confirmSaved } from '../saved';
import { feelingStep, summaryStep } from './ends';
import { words } from './messages';
import { keepAwake } from './signals';
import { draftOf, reported, type SessionDraft, type Work, workOf } from './steps';
import { workStep } from './work';

/** Leads through the exercises of a day, one after the other. */
class SessionPage extends PageElement {
  static override properties = { draft: { state: true }, plan: { state: true }, asking: { state: true }, resting: { state: true }, flaw: { state: true } };

  declare draft: SessionDraft | undefined;
  declare plan: Plan | null | undefined;
  declare asking: 'skip' | 'swap' | null;
  declare resting: boolean;
  declare flaw: string;

  private catalog: ReadonlyMap<string, Listed> = new Map();
  private readonly kept = new Draft<SessionDraft>('session');
  private sleep: () => void = () => {};
  /** Set for a session of another day; else it is when it is finished. */
  private pastEnd: When | undefined;

  constructor() {
    super();
    this.asking = null;
    this.resting = false;
    this.flaw = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sleep = keepAwake();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sleep();
    void this.kept.flush();
  }

  override render(): TemplateResult {
    if (this.plan === null) {
      return emptyState(own.nothingDue('none'), own.offlineNow, html`<a class="button" href="/my">${own.back}</a>`);
    }
    if (this.draft === undefined || this.plan === undefined) {
      return html`<h1>${own.exercises}</h1>${skeleton(5, true)}`;
    }
    return html`${this.step(this.draft, this.plan)}${this.dialog(this.draft)}`;
  }

  private step(draft: SessionDraft, plan: Plan): TemplateResult {
    if (draft.at < 0) {
      return feelingStep(words.beforeTitle, words.before, 'before', draft.before, {
        set: (before) => this.set({ ...draft, before }),
        go: () => this.go(0),
        after: html`<p class="row centred"><button class="button quiet danger" @click=${this.discard}>${words.discard}</button></p>`,
      });
    }
    if (draft.at >= draft.works.length) {
      return summaryStep(draft, (id) => this.name(id), {
        set: (change) => this.set({ ...draft, ...change }), finish: this.finish, goTo: (at) => this.go(at), flaw: this.flaw,
      });
    }
    const work = draft.works[draft.at]!;
    const item = plan.items.find((each) => each.exercise === work.planned);
    return workStep({
      work, at: draft.at, of: draft.works.length, name: this.name(work.exercise),
      insteadOf: work.exercise === work.planned ? undefined : this.name(work.planned),
      guidance: work.exercise === work.planned ? item?.guidance ?? this.catalog.get(work.planned)?.guidance : this.catalog.get(work.exercise)?.guidance,
      instructions: work.exercise === work.planned ? item?.instructions : undefined,
      tempo: item?.tempo,
      resting: this.resting,
      change: (changed, rest) => this.change(changed, rest),
      rested: () => { this.resting = false; },
      ask: (asking) => { this.asking = asking; },
      go: (at) => this.go(at),
    });
  }

  private dialog(draft: SessionDraft): TemplateResult | typeof nothing {
    const work = draft.works[draft.at];
    if (this.asking === null || work === undefined) {
      return nothing;
    }
    const content = this.asking === 'skip' ? () => this.skipChoices(work) : () => this.swapChoices(work);
    return html`<bt-dialog .heading=${this.asking === 'skip' ? words.skipTitle : words.swapTitle} .content=${content}
      @closed=${() => { this.asking = null; }}></bt-dialog>`;
  }

  private skipChoices(work: Work): TemplateResult {
    return html`
      <div class="options">
        ${SKIP_REASONS.map((reason) => html`
          <button class="button" @click=${() => this.skip(work, reason)}>${own.skipReason(reason)}</button>`)}
      </div>`;
  }

  private swapChoices(work: Work): TemplateResult {
    const others = standIns(work.planned, this.catalog);
    const back = work.exercise === work.planned ? nothing : html`
      <button class="button" @click=${() => this.swap(work, work.planned)}>${words.swapBack(this.name(work.planned))}</button>`;
    return html`
      ${others.length === 0 ? html`<p>${words.swapNone}</p>` : nothing}
      <div class="options">
        ${back}
        ${others.map((entry) => html`<button class="button" @click=${() => this.swap(work, entry.id)}>${translated(entry.name)}</button>`)}
      </div>`;
  }

  private skip(work: Work, reason: SkipReason): void {
    this.closeDialog();
    this.change({ ...work, skipped: reason, sets: work.sets.map(({ doneReps: _, doneSeconds: __, ...set }) => ({ ...set, done: false })) }, false);
    this.go(this.draft!.at + 1);
  }

  private swap(work: Work, exercise: string): void {
    this.closeDialog();
    const item = this.plan?.items.find((each) => each.exercise === work.planned);
    const anew = item === undefined ? work : workOf(item, this.catalog);
    this.change({ ...anew, exercise }, false);
  }

  private closeDialog(): void {
    this.querySelector<HTMLElement & { close(): void }>('bt-dialog')?.close();
    this.asking = null;
  }

  private change(work: Work, rest: boolean): void {
    const draft = this.draft!;
    this.resting = rest;
    this.set({ ...draft, works: draft.works.map((each, i) => (i === draft.at ? work : each)) });
  }

  private go(at: number): void {
    this.resting = false;
    this.set({ ...this.draft!, at });
    void this.kept.flush();
    void this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      const heading = this.querySelector<HTMLElement>('h1');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    });
  }

  private set(draft: SessionDraft): void {
    this.draft = { ...draft, touchedAt: new Date().toISOString() };
    this.flaw = '';
    this.kept.set(this.draft);
  }

  private readonly discard = async (): Promise<void> => {
    await this.kept.clear();
    navigate('/my');
  };

  private readonly finish = async (): Promise<void> => {
    const draft = this.draft!;
    const at = this.pastEnd ?? now();
    const session = reported(draft, at);
    if (session === null) {
      this.flaw = words.nothingDone;
      return;
    }
    for (const [context, feeling] of [['before-session', draft.before], ['after-session', draft.after]] as const) {
      const { score, ...spot } = feeling;
      if (score !== undefined) {
        await app.write('pain-score', { score, context, ...at, ...spot });
      }
    }
    await app.write('session', session);
    await this.kept.clear();
    confirmSaved();
    navigate('/my');
  };

  private name(id: string): string {
    return nameOf(id, this.plan?.items.find((item) => item.exercise === id)?.name ?? this.catalog.get(id)?.name);
  }

  private async load(): Promise<void> {
    const [draft, kept] = await Promise.all([this.kept.read(), keptPlan()]);
    const shown = kept ?? await freshPlan().catch(() => undefined);
    this.catalog = await catalogEntries();
    const today = localDate(now());
    if (draft !== undefined) {
      // What was begun on another day and not finished is still what was done: it is offered, not thrown away.
      this.draft = draft;
      this.pastEnd = draft.date === today || draft.touchedAt === undefined ? undefined : now(new Date(draft.touchedAt));
      this.plan = shown?.plan ?? { ...EMPTY_PLAN, date: draft.date };
      return;
    }
    this.plan = shown === undefined || shown.plan.items.length === 0 ? null : shown.plan;
    if (this.plan !== null) {
      this.draft = draftOf(today, this.plan.items, this.catalog);
    }
  }
}

const EMPTY_PLAN: Plan = { date: '', today: '', program: null, nothingDueBecause: null, items: [], habits: [], weeklyChecklist: [] };

define('bt-session', SessionPage);

