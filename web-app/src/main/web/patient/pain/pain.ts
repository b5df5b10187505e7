import { html, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { field } from '../../shared/parts';
import { navigate } from '../../shared/router';
import { app } from '../app';
import { Draft } from '../draft';
import { words } from '../messages';
import { now, type PainContext } from '../offline/facts';
import { bodyMap, type Spot } from '../parts/body-map';
import { choice, scale } from '../parts/scale';
import { confirmSaved } from '../saved';

const CONTEXTS: readonly PainContext[] = ['now', 'average-24h', 'worst-24h'];

interface PainDraft extends Spot {
  readonly score?: number;
  readonly context: PainContext;
  readonly note: string;
}

const EMPTY: PainDraft = { context: 'now', note: '' };

/** A pain score with all that can be said about it. */
class PainPage extends PageElement {
  static override properties = { form: { state: true }, flaw: { state: true } };

  declare form: PainDraft;
  declare flaw: string;
  private readonly draft = new Draft<PainDraft>('pain');

  constructor() {
    super();
    this.form = EMPTY;
    this.flaw = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.draft.read().then((kept) => { this.form = kept ?? this.form; });
  }

  override render(): TemplateResult {
    const { score, context, note, site, side } = this.form;
    return html`
      <h1>${words.painNow}</h1>
      <form class="stack" novalidate @submit=${this.save}>
        <div class="card stack">
          ${choice('context', words.when, CONTEXTS.map((each) => [each, words.contextName(each)] as const), context, (value) => this.set({ context: value }))}
          ${scale('score', words.howStrong, score, (value) => this.set({ score: value }))}
          ${bodyMap({ site, side }, (spot) => this.set({ site: spot.site, side: spot.side }))}
          ${field(`${words.note} (${words.optional})`, (id) => html`<textarea id=${id} maxlength="1000" .value=${note}
            @input=${(event: Event) => this.set({ note: (event.target as HTMLTextAreaElement).value })}></textarea>`, { id: 'pain-note' })}
        </div>
        <p role="alert" class="flaw">${this.flaw}</p>
        <div class="actions">
          <button class="button main wide">${score === undefined ? words.chooseScore : words.saveScore(score)}</button>
        </div>
      </form>`;
  }

  private set(change: Partial<PainDraft>): void {
    this.form = { ...this.form, ...change };
    this.flaw = '';
    this.draft.set(this.form);
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { score, context, note, site, side } = this.form;
    if (score === undefined) {
      this.flaw = words.chooseScore;
      return;
    }
    await app.write('pain-score', {
      score, context, ...now(), ...(site === undefined ? {} : { site }), ...(side === undefined ? {} : { side }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    await this.draft.clear();
    confirmSaved();
    navigate('/my');
  };
}

define('bt-pain', PainPage);
