import { html, type TemplateResult } from 'lit';
import { get } from '../shared/api';
import { define } from '../shared/element';
import { dateText, numberText, percentText } from '../shared/i18n';
import { emptyState } from '../shared/parts';
import { catalogNames, entryName } from './entries';
import { words } from './messages';
import { type Asymmetry, type Sides, windowQuery } from './progress';
import { ReadingPanel } from './reading-panel';

interface Session {
  readonly date: string;
  readonly work: Readonly<Record<string, { readonly sets: number; readonly reps: number | null; readonly holdSeconds: number | null }>>;
  readonly effort: number | null;
  readonly pain: number | null;
}

interface Content {
  readonly sides: Sides;
  readonly exercises: readonly { readonly exercise: string; readonly sessions: readonly Session[] }[];
  readonly names: ReadonlyMap<string, string>;
}

/** Left against right by exercise, and the sessions themselves. What differs is said to cause nothing. */
class SidesPanel extends ReadingPanel<Content> {
  protected override async read(): Promise<Content> {
    const query = windowQuery(this.view);
    const base = `/v1/patients/${this.patientId}/progress`;
    const [sides, exercises, names] = await Promise.all([
      get<Sides>('tracking', `${base}/sides${query}`),
      get<{ exercises: Content['exercises'] }>('tracking', `${base}/exercises${query}`),
      catalogNames(),
    ]);
    return { sides, exercises: exercises.exercises, names };
  }

  protected override show({ sides, exercises, names }: Content): TemplateResult {
    if (sides.asymmetries.length === 0 && exercises.length === 0) {
      return emptyState(words.noSessions, words.noSessionsHint);
    }
    return html`
      <div class="stack">
        <section class="card stack">
          <h2>${words.leftAndRight}</h2>
          <p class="soft small">${words.sidesHint(dateText(sides.judgedFrom))}</p>
          ${sides.asymmetries.length === 0 ? html`<p>${words.noSides}</p>` : html`
            <div class="scroll" tabindex="0" role="region" aria-label=${words.leftAndRight}>
              <table class="plain numbers">
                <thead><tr><th scope="col">${words.exercise}</th><th scope="col">${words.left}</th><th scope="col">${words.right}</th>
                  <th scope="col">${words.difference}</th><th scope="col">${words.finding}</th></tr></thead>
                <tbody>${sides.asymmetries.map((one) => sideRow(one, names))}</tbody>
              </table>
            </div>`}
        </section>
        ${exercises.map((one) => html`
          <details class="card">
            <summary><strong>${entryName(one.exercise, names)}</strong> <span class="soft">${words.sessionCount(one.sessions.length)}</span></summary>
            <div class="scroll" tabindex="0" role="region" aria-label=${entryName(one.exercise, names)}>
              <table class="plain numbers">
                <thead><tr><th scope="col">${words.date}</th><th scope="col">${words.work}</th><th scope="col">${words.effort}</th><th scope="col">${words.painDuring}</th></tr></thead>
                <tbody>${[...one.sessions].reverse().map((session) => html`
                  <tr><th scope="row">${dateText(session.date)}</th><td>${workText(session)}</td>
                    <td>${session.effort ?? '–'}</td><td>${session.pain ?? '–'}</td></tr>`)}</tbody>
              </table>
            </div>
          </details>`)}
      </div>`;
  }
}

function sideRow(one: Asymmetry, names: ReadonlyMap<string, string>): TemplateResult {
  const compared = one.comparison;
  return html`
    <tr>
      <th scope="row">${entryName(one.exercise, names)} <span class="soft small">${words.measure(one.measure)}</span></th>
      <td>${compared === null ? '–' : numberText(compared.leftMean, 1)} <span class="soft small">(${one.left})</span></td>
      <td>${compared === null ? '–' : numberText(compared.rightMean, 1)} <span class="soft small">(${one.right})</span></td>
      <td>${compared === null || compared.percent === null ? '–' : percentText(Math.abs(compared.percent) / 100)}</td>
      <td>${one.finding === 'likely' && compared?.weaker ? words.weakerSide(compared.weaker) : words.sideFinding(one.finding)}</td>
    </tr>`;
}

function workText(session: Session): string {
  return Object.entries(session.work).map(([side, work]) => {
    const amount = work.reps !== null ? words.reps(work.reps) : work.holdSeconds !== null ? words.seconds(work.holdSeconds) : words.sets(work.sets);
    return side === 'both' ? amount : `${words.side(side)} ${amount}`;
  }).join(', ');
}

define('bt-sides-panel', SidesPanel);
