import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { translated } from '../../shared/ours';
import { emptyState, skeleton } from '../../shared/parts';
import { app } from '../app';
import { words as own } from '../messages';
import { type HabitCheckIn, now } from '../offline/facts';
import { stepper, yesNo } from '../parts/scale';
import { freshPlan, keptPlan, type Listed, type ShownPlan } from '../plan';
import { confirmSaved } from '../saved';
import { said } from '../today/said';
import { words } from './messages';

const MOST: Readonly<Record<'count' | 'minutes', number>> = { count: 100, minutes: 1_440 };

/** The week's checklist: each line is a fact of its own, so an answer is never lost with the rest. */
class ChecklistPage extends PageElement {
  static override properties = { shown: { state: true }, amounts: { state: true }, looked: { state: true } };

  declare shown: ShownPlan | undefined;
  declare amounts: Readonly<Record<string, number>>;
  declare looked: boolean;

  constructor() {
    super();
    this.amounts = {};
    this.looked = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.changed);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
  }

  override render(): TemplateResult {
    const checks = this.shown?.plan.weeklyChecklist;
    return html`
      <h1>${own.checklist}</h1>
      ${checks === undefined ? (this.looked ? html`<p>${own.offlineNow}</p>` : skeleton(5, true))
        : checks.length === 0 ? emptyState(own.nothingDue('none'), words.none)
          : html`<p>${words.intro}</p>${checks.map((check) => this.check(check))}`}`;
  }

  private check(check: Listed): TemplateResult {
    const content = said('habit-check-in', (each) => each.habit === check.id)?.content;
    const counted = check.measures.includes('count') ? 'count' : check.measures.includes('minutes') ? 'minutes' : null;
    return html`
      <section class="card stack">
        <div><h2>${translated(check.name)}</h2><p class="small soft">${check.guidance.toDo.map((line) => translated(line)).join('. ')}</p></div>
        ${counted === null
          ? yesNo(`check-${check.id}`, translated(check.name), content?.kept, (kept) => void this.say(check, { kept }))
          : this.counted(check, counted, content)}
        ${content === undefined ? nothing : html`<p class="small"><span class="badge good"><span aria-hidden="true">✓</span> ${words.saidSo}</span></p>`}
      </section>`;
  }

  private counted(check: Listed, counted: 'count' | 'minutes', content: HabitCheckIn | undefined): TemplateResult {
    const amount = this.amounts[check.id] ?? content?.amount ?? 0;
    return html`
      <div class="row apart checklist-count">
        ${stepper(counted === 'count' ? words.count : words.minutes, amount,
          (value) => { this.amounts = { ...this.amounts, [check.id]: value }; }, { max: MOST[counted], step: counted === 'count' ? 1 : 5 })}
        <button class="button" ?disabled=${amount === content?.amount} @click=${() => void this.say(check, { kept: amount > 0, amount })}>${words.save}</button>
      </div>`;
  }

  private async say(check: Listed, answer: { readonly kept: boolean; readonly amount?: number }): Promise<void> {
    const former = said('habit-check-in', (content) => content.habit === check.id);
    if (former === undefined) {
      await app.write('habit-check-in', { habit: check.id, ...answer, ...now() });
    } else {
      const { why: _, ...rest } = former.content;
      await app.amend(former.known, { ...rest, ...answer }, 'wrong-value');
    }
    confirmSaved();
  }

  private readonly changed = (): void => this.requestUpdate();

  private async load(): Promise<void> {
    this.shown = await keptPlan();
    this.shown = await freshPlan().catch(() => this.shown);
    this.looked = true;
  }
}

define('bt-checklist', ChecklistPage);
