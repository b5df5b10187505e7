import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { words as shared } from '../../shared/messages';
import { toast } from '../../shared/toast';
import { choice, line } from '../common/controls';
import { Sending } from '../common/sending';
import { habitFields } from './habit-fields';
import {
  AMOUNTS, amountOf, amountText, DOSES, type Entry, HABITUAL, idOf, type Item, type Phase, replaced, SPAN_PATTERN, spanOf, spanText, type Template,
  without,
} from './template';
import { words } from './messages';

type Draft = Pick<Template, 'name' | 'description' | 'weeks' | 'phases'>;

const NEW_ITEM: Omit<Item, 'exercise'> = { sides: { rule: 'two-sided' }, frequency: { repetition: 'times-per-week', times: 3 } };

/** Edits a template of the clinic's own, or a copy that is to become one. What was refused is said where it stands. */
class TemplateEditor extends PageElement {
  static override properties = {
    template: { attribute: false }, etag: {}, entries: { attribute: false }, draft: { state: true }, wanted: { state: true },
  };

  declare template: Template;
  /** Undefined where a copy is made. */
  declare etag: string | undefined;
  declare entries: readonly Entry[];
  declare draft: Draft;
  /** The id of the copy. */
  declare wanted: string;
  private readonly sending = new Sending(this);
  private readonly shown = new Set<string>();

  override connectedCallback(): void {
    super.connectedCallback();
    const { name, description, weeks, phases } = this.template;
    const copied = this.etag === undefined;
    this.draft = { name: copied ? words.copyOf(name) : name, description, weeks, phases };
    this.wanted = copied ? idOf(this.draft.name) : this.template.id;
  }

  override render(): TemplateResult {
    this.shown.clear();
    const { name, description, weeks, phases } = this.draft;
    const form = html`
      <div class="card stack">
        ${line({ id: 'name', label: words.name, value: name, required: true, maxLength: 120, flaw: this.at('/name'), changed: (text) => this.set({ name: text }) })}
        ${this.etag !== undefined ? nothing : line({ id: 'id', label: words.id, value: this.wanted, hint: words.idHint, required: true, maxLength: 64, changed: (text) => { this.wanted = text.trim(); } })}
        ${line({ id: 'description', label: words.description, value: description, required: true, maxLength: 1000, flaw: this.at('/description'), changed: (text) => this.set({ description: text }) })}
        ${line({ id: 'weeks', label: words.weeks, value: String(weeks), type: 'number', min: '1', max: '52', required: true, flaw: this.at('/weeks'), changed: (text) => this.set({ weeks: Number(text) }) })}
      </div>
      ${phases.map((phase, i) => this.phase(phase, i))}
      <p><button type="button" class="button" ?disabled=${phases.length >= 12} @click=${() => this.addPhase()}>${words.addPhase}</button></p>`;
    return html`
      <form class="stack" @submit=${this.send}>
        ${form}
        ${this.sending.note((pointer) => this.shown.has(pointer), () => { this.sending.forget(); this.dispatchEvent(new Event('anew')); })}
        <p class="row">
          <button class="button main" ?disabled=${this.sending.busy}>${shared.save}</button>
          <button type="button" class="button quiet" @click=${() => this.dispatchEvent(new Event('left'))}>${shared.cancel}</button>
        </p>
      </form>`;
  }

  private phase(phase: Phase, i: number): TemplateResult {
    const set = (part: Partial<Phase>) => this.set({ phases: replaced(this.draft.phases, i, { ...phase, ...part }) });
    const at = `/phases/${i}`;
    const week = (member: 'fromWeek' | 'toWeek') => line({
      id: `${member}-${i}`, label: words[member], value: String(phase[member]), type: 'number', min: '1', max: '52', required: true,
      flaw: this.at(`${at}/${member}`), changed: (text) => set({ [member]: Number(text) }),
    });
    return html`
      <fieldset class="card stack group">
        <legend><h2>${words.phase(i + 1)}</h2></legend>
        <div class="filters">
          ${line({ id: `phase-${i}`, label: words.name, value: phase.name, required: true, maxLength: 120, flaw: this.at(`${at}/name`), changed: (name) => set({ name }) })}
          ${week('fromWeek')}${week('toWeek')}
        </div>
        ${phase.items.map((item, j) => this.item(item, i, j, (items) => set({ items })))}
        ${habitFields(`${at}/habits`, phase.habits, this.entries, (pointer) => this.at(pointer), (habits) => set({ habits }))}
        <p class="row">
          <button type="button" class="button small" ?disabled=${phase.items.length >= 30}
            @click=${() => set({ items: [...phase.items, { ...NEW_ITEM, exercise: this.unused(phase) }] })}>${words.addExercise}</button>
          ${this.draft.phases.length === 1 ? nothing : html`
            <button type="button" class="button small danger" @click=${() => this.set({ phases: without(this.draft.phases, i) })}>${words.removePhase(i + 1)}</button>`}
        </p>
      </fieldset>`;
  }

  private item(item: Item, i: number, j: number, changed: (items: readonly Item[]) => void): TemplateResult {
    const items = this.draft.phases[i]!.items;
    const set = (part: Partial<Item>) => changed(replaced(items, j, { ...item, ...part }));
    const at = `/phases/${i}/items/${j}`;
    const id = (member: string) => `${member}-${i}-${j}`;
    const flaws = [at, `${at}/exercise`, `${at}/sides`, `${at}/sides/rule`, `${at}/frequency`, `${at}/frequency/times`]
      .map((pointer) => this.at(pointer)).filter((flaw) => flaw !== undefined);
    return html`
      <div class="item stack tight" role="group" aria-label=${this.name(item.exercise)}>
        <div class="filters">
          ${choice(id('exercise'), words.exercise, this.prescribable(item.exercise), item.exercise, (exercise) => set({ exercise }))}
          ${DOSES.map((dose) => line({
            id: id(dose), label: words.dose(dose), value: spanText(item[dose]), format: [SPAN_PATTERN, '2, 2–3'], flaw: this.at(`${at}/${dose}`),
            changed: (text) => {
              const span = spanOf(text);
              if (span !== undefined) {
                set({ [dose]: span });
              }
            },
          }))}
          ${AMOUNTS.map(({ of, unit, pattern, example }) => line({
            id: id(of), label: words.dose(of), value: amountText(item[of], unit), format: [pattern, example], flaw: this.at(`${at}/${of}`),
            changed: (text) => {
              const amount = amountOf(text, unit);
              if (amount !== undefined) {
                set({ [of]: amount });
              }
            },
          }))}
          ${choice(id('sides'), words.sides, ['two-sided', 'each', 'weaker-first', 'left', 'right'].map((rule) => [rule, words.side(rule)] as const),
            item.sides.rule, (rule) => set({ sides: { rule } }))}
          ${item.frequency.repetition !== 'times-per-week' ? html`<p class="field"><span class="label">${words.frequency}</span>
              ${words.repetition(item.frequency.repetition, item.frequency.times ?? 0)}</p>`
            : line({ id: id('times'), label: words.timesAWeek, value: String(item.frequency.times ?? ''), type: 'number', min: '1', max: '7', required: true,
              changed: (text) => set({ frequency: { ...item.frequency, times: Number(text) } }) })}
        </div>
        ${flaws.map((flaw) => html`<p class="flaw">${flaw}</p>`)}
        <p><button type="button" class="button small quiet" aria-label=${words.removeExercise(this.name(item.exercise))} ?disabled=${items.length === 1}
          @click=${() => changed(without(items, j))}>${words.remove}</button></p>
      </div>`;
  }

  /** What is wrong with a member; the note above says what no field has asked for. */
  private at(pointer: string): string | undefined {
    this.shown.add(pointer);
    return this.sending.flaw(pointer);
  }

  private prescribable(chosen: string): readonly (readonly [string, string])[] {
    return this.entries
      .filter((entry) => entry.id === chosen
        || (!entry.hidden && entry.notPrescribableBecause === null && !HABITUAL.includes(entry.kind)))
      .map((entry) => [entry.id, entry.name] as const)
      .sort((a, b) => a[1].localeCompare(b[1]));
  }

  private unused(phase: Phase): string {
    const used = new Set(phase.items.map((item) => item.exercise));
    return this.prescribable('').find(([id]) => !used.has(id))?.[0] ?? '';
  }

  private name(exercise: string): string {
    return this.entries.find((entry) => entry.id === exercise)?.name ?? exercise;
  }

  private addPhase(): void {
    const last = this.draft.phases.at(-1)!;
    const next = { name: words.phase(this.draft.phases.length + 1), fromWeek: last.toWeek + 1, toWeek: last.toWeek + 4, items: last.items, instructions: [], habits: [] };
    this.set({ phases: [...this.draft.phases, next], weeks: next.toWeek });
  }

  private set(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private readonly send = async (event: Event) => {
    event.preventDefault();
    const id = this.wanted;
    const request = { method: 'PUT', body: this.draft, ifMatch: this.etag } as const;
    if (await this.sending.run(() => call('program', `/v1/templates/${encodeURIComponent(id)}`, request))) {
      toast(words.saved);
      this.dispatchEvent(new CustomEvent('saved', { detail: id }));
    }
  };
}

define('bt-template-editor', TemplateEditor);
