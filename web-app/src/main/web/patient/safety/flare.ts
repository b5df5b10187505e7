import { html, nothing, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { timeText } from '../../shared/i18n';
import { field } from '../../shared/parts';
import { navigate } from '../../shared/router';
import { app } from '../app';
import { Draft } from '../draft';
import { words as own } from '../messages';
import { localDate, now } from '../offline/facts';
import { choice, yesNo } from '../parts/scale';
import { fromLocal, toLocal } from '../parts/when';
import { confirmSaved } from '../saved';
import { type Said, standing } from '../today/said';
import { words } from './messages';

interface FlareDraft {
  readonly hardToTolerate?: boolean;
  readonly limitsActivities?: boolean;
  readonly affectsMood?: boolean;
  /** As the browser's own control has it, local. */
  readonly onset: string;
  readonly over: 'no' | 'yes';
  readonly endedOn: string;
  readonly note: string;
}

/** Lets a patient say that it is worse than usual, and when that is over. */
class FlarePage extends PageElement {
  static override properties = { form: { state: true }, flaw: { state: true } };

  declare form: FlareDraft;
  declare flaw: string;
  private readonly draft = new Draft<FlareDraft>('flare');

  constructor() {
    super();
    this.form = { onset: toLocal(new Date()), over: 'no', endedOn: localDate(now()), note: '' };
    this.flaw = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.draft.read().then((kept) => { this.form = kept ?? this.form; });
    app.addEventListener('change', this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener('change', this.changed);
  }

  private readonly changed = (): void => this.requestUpdate();

  override render(): TemplateResult {
    const form = this.form;
    return html`
      <h1>${own.flare}</h1>
      ${standing('flare').filter(({ content }) => content.endedOn === undefined).map((flare) => this.open(flare))}
      <p>${words.flareIntro}</p>
      <form class="stack" novalidate @submit=${this.save}>
        <div class="card stack">
          ${yesNo('hard', words.hardToTolerate, form.hardToTolerate, (hardToTolerate) => this.set({ hardToTolerate }))}
          ${yesNo('limits', words.limitsActivities, form.limitsActivities, (limitsActivities) => this.set({ limitsActivities }))}
          ${yesNo('mood', words.affectsMood, form.affectsMood, (affectsMood) => this.set({ affectsMood }))}
        </div>
        <div class="card stack">
          ${field(words.onset, (id) => html`<input id=${id} type="datetime-local" .value=${form.onset} max=${toLocal(new Date())}
            @input=${(event: Event) => this.set({ onset: (event.target as HTMLInputElement).value })}>`, { id: 'flare-onset' })}
          ${choice('over', words.over, [['no', words.stillGoing], ['yes', words.isOver]], form.over, (over) => this.set({ over }))}
          ${form.over === 'no' ? nothing : field(words.endedOn, (id) => html`<input id=${id} type="date" .value=${form.endedOn}
            max=${localDate(now())} @input=${(event: Event) => this.set({ endedOn: (event.target as HTMLInputElement).value })}>`, { id: 'flare-end' })}
          ${field(`${own.note} (${own.optional})`, (id) => html`<textarea id=${id} maxlength="1000" .value=${form.note}
            @input=${(event: Event) => this.set({ note: (event.target as HTMLTextAreaElement).value })}></textarea>`, { id: 'flare-note' })}
        </div>
        <p role="alert" class="flaw">${this.flaw}</p>
        <div class="actions"><button class="button main wide">${words.declare}</button></div>
      </form>`;
  }

  private open(flare: Said<'flare'>): TemplateResult {
    return html`
      <div class="note stack">
        <p><strong>${words.openFlare(timeText(flare.content.occurredAt, { dateStyle: 'medium' }))}</strong></p>
        <p><button class="button" @click=${() => void this.end(flare)}>${words.endNow}</button></p>
      </div>`;
  }

  private async end({ known, content }: Said<'flare'>): Promise<void> {
    await app.amend(known, { ...content, endedOn: localDate(now()) }, 'more-detail');
    confirmSaved();
  }

  private set(change: Partial<FlareDraft>): void {
    this.form = { ...this.form, ...change };
    this.flaw = '';
    this.draft.set(this.form);
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { hardToTolerate, limitsActivities, affectsMood, note, over, endedOn } = this.form;
    const onset = fromLocal(this.form.onset);
    if (hardToTolerate === undefined || limitsActivities === undefined || affectsMood === undefined) {
      this.flaw = words.answerAll;
      return;
    }
    if (onset === null || Date.parse(onset.occurredAt) > Date.now()) {
      this.flaw = words.ahead;
      return;
    }
    const end = over === 'yes' ? endedOn : undefined;
    if (end !== undefined && (end === '' || end < localDate(onset))) {
      this.flaw = words.endsBefore;
      return;
    }
    await app.write('flare', {
      hardToTolerate, limitsActivities, affectsMood, ...onset,
      ...(end === undefined ? {} : { endedOn: end }), ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    await this.draft.clear();
    confirmSaved();
    navigate('/my');
  };
}

define('bt-flare', FlarePage);
