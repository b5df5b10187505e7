import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { call, follow } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { timeText } from '../../shared/i18n';
import { errorState, skeleton } from '../../shared/parts';
import { toast } from '../../shared/toast';
import { choice, line, lineOf, said } from '../common/controls';
import { Sending } from '../common/sending';
import { at, type Message, STATES } from './endpoint';
import { words } from './messages';

interface Listing {
  readonly messages: readonly Message[];
}

/** States that no attempt follows by itself. */
const OVER: readonly string[] = ['failed', 'expired', 'dropped', 'sent'];

/** What became of the messages to an endpoint; failures first, and sent again one by one or by a range of time. */
class WebhookMessages extends PageElement {
  static override properties = {
    endpointId: {}, enabled: { attribute: false }, told: { attribute: false },
    state: { state: true }, messages: { state: true }, next: { state: true }, failure: { state: true },
  };

  declare endpointId: string;
  declare enabled: boolean;
  declare told: number;
  declare state: string;
  declare messages: readonly Message[] | undefined;
  declare next: string | null;
  declare failure: unknown;
  private readonly sending = new Sending(this);

  constructor() {
    super();
    this.state = 'failed';
    this.next = null;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('endpointId') || changed.has('told') || changed.has('state')) {
      void this.load();
    }
  }

  override render(): TemplateResult {
    return html`
      <section class="card stack" aria-labelledby="messages">
        <h2 id="messages">${words.messages}</h2>
        <div class="filters">
          ${choice('state', words.state, [...STATES.map((id) => [id, words.stateOf(id)] as const), ['', words.any]], this.state,
            (state) => { this.state = state; })}
        </div>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.messages === undefined ? skeleton(4) : this.list(this.messages)}
        ${this.next === null ? nothing : html`<p><button class="button" @click=${() => void this.more(this.next!)}>${words.more}</button></p>`}
        <details>
          <summary>${words.replayRange}</summary>
          <form class="stack" @submit=${this.replayRange}>
            <p class="soft small">${words.replayRangeHint}</p>
            ${this.sending.note((pointer) => pointer === '/from' || pointer === '/to', () => this.sending.forget())}
            <div class="filters">
              ${line({ id: 'from', label: words.from, value: '', type: 'datetime-local', required: true, flaw: this.sending.flaw('/from') })}
              ${line({ id: 'to', label: words.to, value: '', type: 'datetime-local', required: true, flaw: this.sending.flaw('/to') })}
              <button class="button" ?disabled=${this.sending.busy || !this.enabled}>${words.sendAgain}</button>
            </div>
          </form>
        </details>
        ${this.enabled ? nothing : html`<p class="soft small">${words.enableFirst}</p>`}
      </section>`;
  }

  private list(messages: readonly Message[]): TemplateResult {
    return messages.length === 0 ? html`<p class="soft" role="status">${words.noMessages}</p>` : html`
      <ul class="plain history">${messages.map((message) => html`
        <li class="stack tight">
          <div class="row apart">
            <p><strong>${words.type(message.type)}</strong> <span class="badge ${tone(message.state)}">${words.stateOf(message.state)}</span></p>
            ${!OVER.includes(message.state) ? nothing : html`
              <button class="button small" ?disabled=${!this.enabled || this.sending.busy}
                aria-label=${words.sendAgainOf(words.type(message.type), timeText(message.raisedAt))}
                @click=${() => void this.replay(message)}>${words.sendAgain}</button>`}
          </div>
          <p class="small">${timeText(message.raisedAt)}${message.cause === undefined ? nothing : html` · <code>${message.cause}</code>`}
            ${message.nextAttemptAt === undefined ? nothing : html` · ${words.nextAttempt(timeText(message.nextAttemptAt))}`}</p>
          <p class="small soft"><code>${message.id}</code></p>
          ${message.attempts.length === 0 ? nothing : html`
            <details>
              <summary class="small">${words.attempts(message.attempts.length)}</summary>
              <ol class="small">${message.attempts.map((attempt) => html`
                <li>${timeText(attempt.at, { dateStyle: 'medium', timeStyle: 'medium' })}:
                  ${attempt.status === undefined ? '' : `HTTP ${attempt.status}`} ${attempt.error ?? ''}
                  ${attempt.millis === undefined ? '' : `(${attempt.millis} ms)`}</li>`)}</ol>
            </details>`}
        </li>`)}
      </ul>`;
  }

  private async load(): Promise<void> {
    const query = this.state === '' ? '' : `?state=${this.state}`;
    await this.take(call<Listing>('notification', at(this.endpointId, `/messages${query}`)), []);
  }

  private more(next: string): Promise<void> {
    return this.take(follow<Listing>(next), this.messages ?? []);
  }

  private async take(asked: ReturnType<typeof follow<Listing>>, before: readonly Message[]): Promise<void> {
    try {
      const page = await asked;
      this.failure = undefined;
      this.messages = [...before, ...page.body.messages];
      this.next = page.next;
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async replay(message: Message): Promise<void> {
    const path = at(this.endpointId, `/messages/${message.id}/replay`);
    if (await this.sending.run(() => call('notification', path, { method: 'POST' }))) {
      toast(words.sentAgain(1, false));
      await this.load();
    }
  }

  private readonly replayRange = async (event: Event) => {
    const form = said(event);
    const instant = (name: string) => new Date(lineOf(form, name)).toISOString();
    const body = { from: instant('from'), to: instant('to') };
    const taken = await this.sending.run(async () => {
      const answer = await call<{ replayed: number; more: boolean }>(
        'notification', at(this.endpointId, '/messages/replay'), { method: 'POST', body });
      toast(words.sentAgain(answer.body.replayed, answer.body.more));
    });
    if (taken) {
      await this.load();
    }
  };
}

function tone(state: string): string {
  return state === 'sent' ? 'good' : ['waiting', 'claimed'].includes(state) ? 'info' : 'bad';
}

define('bt-webhook-messages', WebhookMessages);
