import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { dateText } from '../../shared/i18n';
import { translated } from '../../shared/ours';
import { skeleton } from '../../shared/parts';
import { app } from '../app';
import { words } from '../messages';
import { localDate, now } from '../offline/facts';
import { catalogEntries, freshPlan, keptPlan, nameOf, type PlanHabit, type ShownPlan } from '../plan';
import { yesNo } from '../parts/scale';
import { advice } from '../safety/red-flags';
import { words as safety } from '../safety/messages';
import { adviceFor } from '../safety/signs';
import { itemDose } from '../session/dose';
import type { SessionDraft } from '../session/steps';
import { doneToday, said, standing } from './said';
import './end-of-day';

const STANDING_DAYS = 7;

/** What is to be done today, and the shortest ways to say how it went. */
class TodayPage extends PageElement {
  static override properties = { shown: { state: true }, looked: { state: true }, begun: { state: true } };

  declare shown: ShownPlan | undefined;
  declare looked: boolean;
  declare begun: boolean;

  constructor() {
    super();
    this.looked = false;
    this.begun = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener('change', this.changed);
    document.addEventListener('visibilitychange', this.seen);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
    document.removeEventListener('visibilitychange', this.seen);
  }

  override render(): TemplateResult {
    const program = this.shown?.plan.program;
    return html`
      <div>
        <h1>${dateText(localDate(now()), { weekday: 'long', day: 'numeric', month: 'long' })}</h1>
        <p class="soft">${program == null ? html`&nbsp;` : html`${translated(program.name)}${program.week == null ? nothing : html` · ${words.weekOf(program.week, program.weeks)}`}`}</p>
      </div>
      ${this.standing()}
      <bt-end-of-day></bt-end-of-day>
      ${this.exercises()}
      ${this.habits()}
      <section class="stack ways" aria-labelledby="ways">
        <h2 id="ways">${words.somethingWrong}</h2>
        ${this.way('/my/pain', words.painNow, words.painNowHint)}
        ${this.way('/my/flare', words.flare, words.flareHint)}
        ${this.way('/my/warning-signs', words.warningSigns, words.warningSignsHint, 'danger')}
      </section>`;
  }

  private way(address: string, title: string, hint: string, tone = ''): TemplateResult {
    return html`<a class="card way ${tone}" href=${address}><strong>${title}</strong><span class="small soft">${hint}</span></a>`;
  }

  /** Marked warning signs stay in sight. */
  private standing(): TemplateResult | typeof nothing {
    const since = Date.now() - STANDING_DAYS * 24 * 3_600_000;
    const kinds = standing('red-flag-screen')
      .filter(({ content }) => Date.parse(content.occurredAt) > since)
      .map(({ content }) => adviceFor(content.positive));
    const worst = kinds.includes('emergency') ? 'emergency' : kinds.includes('doctor') ? 'doctor' : null;
    return worst === null ? nothing : html`<section class="stack"><p class="small soft">${safety.standing}</p>${advice(worst)}</section>`;
  }

  private exercises(): TemplateResult {
    const plan = this.shown?.plan;
    return html`
      <section class="card stack" aria-labelledby="exercises">
        <h2 id="exercises">${words.exercises}</h2>
        ${plan === undefined ? (this.looked ? html`<p>${words.offlineNow}</p>` : skeleton(4, true))
          : plan.items.length === 0 ? html`<p>${words.nothingDue(plan.nothingDueBecause ?? '')}</p>` : this.items(this.shown!)}
      </section>`;
  }

  private items({ plan, fresh }: ShownPlan): TemplateResult {
    const done = doneToday();
    const weekly = plan.items.every((item) => item.demand.per === 'week') ? plan.items[0]!.demand.times : null;
    return html`
      ${fresh || plan.date === localDate(now()) ? nothing : html`<p class="note small">${words.planOf(dateText(plan.date))}</p>`}
      ${weekly === null ? nothing : html`<p class="small soft">${words.timesAWeek(weekly)}</p>`}
      <ul class="plain rows">
        ${plan.items.map((item) => html`
          <li class="row apart"><span>${done.has(item.exercise) ? html`<span class="tick" aria-hidden="true">✓</span> ` : nothing}${nameOf(item.exercise, item.name)}</span>
            <span class="small soft">${itemDose(item)}</span></li>`)}
      </ul>
      ${done.size > 0 && !this.begun ? html`<p><span class="badge good"><span aria-hidden="true">✓</span> ${words.doneToday}</span></p>` : nothing}
      <a class="button ${done.size > 0 && !this.begun ? '' : 'main'} wide" href="/my/session">
        ${this.begun ? words.goOn : done.size > 0 ? words.againToday : words.start}</a>`;
  }

  private habits(): TemplateResult | typeof nothing {
    const plan = this.shown?.plan;
    if (plan === undefined || plan.habits.length + plan.weeklyChecklist.length === 0) {
      return nothing;
    }
    return html`
      <section class="card stack" aria-labelledby="habits">
        <div><h2 id="habits">${words.habits}</h2><p class="small soft">${words.habitsHint}</p></div>
        ${plan.habits.map((habit) => this.habit(habit))}
        ${plan.weeklyChecklist.length === 0 ? nothing : html`<a class="button" href="/my/checklist">${words.checklist}</a>`}
      </section>`;
  }

  private habit(habit: PlanHabit): TemplateResult {
    const former = said('habit-check-in', (content) => content.habit === habit.habit);
    const say = async (kept: boolean) => {
      if (former === undefined) {
        await app.write('habit-check-in', { habit: habit.habit, kept, ...now() });
      } else if (former.content.kept !== kept) {
        const { why: _, ...rest } = former.content;
        await app.amend(former.known, { ...rest, kept }, 'wrong-value');
      }
    };
    return yesNo(`habit-${habit.habit}`, nameOf(habit.habit, habit.name), former?.content.kept, (kept) => void say(kept));
  }

  private readonly changed = (): void => this.requestUpdate();

  private readonly seen = (): void => {
    if (document.visibilityState === 'visible') {
      void this.load();
    }
  };

  private async load(): Promise<void> {
    if (!app.isOpen) {
      return;
    }
    this.begun = await app.kept<SessionDraft>('draft/session') !== undefined;
    this.shown = await keptPlan() ?? this.shown;
    try {
      this.shown = await freshPlan();
      void catalogEntries(true);
      await app.readTimeline();
    } catch {
      // What is kept is shown; the frame says that there is no connection.
    }
    this.looked = true;
  }
}

define('bt-today', TodayPage);
