import { html, nothing, type TemplateResult } from 'lit';
import { choice } from '../common/controls';
import { type Entry, HABITUAL, replaced, without } from './template';
import { words } from './messages';

const MOST = 20;

/**
 * The habits of a phase. They are taken up one after the other, spread over its weeks, so their order can be changed.
 *
 * @param at the pointer of the list
 */
export function habitFields(
  at: string,
  habits: readonly string[],
  entries: readonly Entry[],
  flaw: (pointer: string) => string | undefined,
  changed: (habits: readonly string[]) => void,
): TemplateResult {
  const name = (id: string) => entries.find((entry) => entry.id === id)?.name ?? id;
  const known = entries.filter((entry) => HABITUAL.includes(entry.kind) && !entry.hidden)
    .sort((a, b) => a.name.localeCompare(b.name));
  const free = known.find((entry) => !habits.includes(entry.id));
  const options = (chosen: string) =>
    [...known.map((entry) => entry.id), ...(known.some((entry) => entry.id === chosen) ? [] : [chosen])]
      .map((id) => [id, name(id)] as const);
  return html`
    <fieldset class="choices">
      <legend>${words.habits}</legend>
      <p class="soft small">${words.habitsHint}</p>
      ${habits.map((habit, k) => html`
        <div class="habit">
          ${choice(`${at}/${k}`, words.habit(k + 1), options(habit), habit, (id) => changed(replaced(habits, k, id)))}
          <p class="row tight">
            <button type="button" class="button small" ?disabled=${k === 0} aria-label=${words.earlierOf(name(habit))}
              @click=${() => changed(replaced(replaced(habits, k, habits[k - 1]!), k - 1, habit))}>${words.earlier}</button>
            <button type="button" class="button small quiet" aria-label=${words.removeExercise(name(habit))}
              @click=${() => changed(without(habits, k))}>${words.remove}</button>
          </p>
        </div>
        ${flawOf(flaw(`${at}/${k}`))}`)}
      ${flawOf(flaw(at))}
      <p><button type="button" class="button small" ?disabled=${free === undefined || habits.length >= MOST}
        @click=${() => changed([...habits, free!.id])}>${words.addHabit}</button></p>
    </fieldset>`;
}

function flawOf(flaw: string | undefined): TemplateResult | typeof nothing {
  return flaw === undefined ? nothing : html`<p class="flaw">${flaw}</p>`;
}
