import { html, nothing, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define, PageElement } from '../../shared/element';
import { language } from '../../shared/i18n';
import { words as shared } from '../../shared/messages';
import { errorState, explained, field, skeleton } from '../../shared/parts';
import { ProblemError } from '../../shared/problem';
import { toast } from '../../shared/toast';
import { words } from './messages';

interface Switches {
  readonly email?: boolean;
  readonly 'web-push'?: boolean;
}

interface Preferences {
  readonly language?: string;
  readonly zone?: string;
  readonly quietHours?: { readonly from: string; readonly until: string };
  readonly kinds?: Readonly<Record<string, Switches>>;
  readonly perDay?: number;
  readonly digestHour?: number;
}

interface Preferring {
  readonly preferences: Preferences;
  readonly quietHoursNow?: { readonly from: string; readonly until: string };
}

const CHANNELS = ['email', 'web-push'] as const;
const PATH = '/v1/preferences';
const MOST_A_DAY = 100;

/** What a patient is told of, by which way, and when not. */
class TellSettings extends PageElement {
  static override properties = { form: { state: true }, failure: { state: true }, busy: { state: true } };

  declare form: Preferences | undefined;
  declare failure: unknown;
  declare busy: boolean;
  private etag: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.busy = false;
    void this.load();
  }

  override render(): TemplateResult {
    return html`
      <section class="card stack" aria-labelledby="tell">
        <div><h2 id="tell">${words.tell}</h2><p class="small soft">${words.tellHint}</p></div>
        ${this.failure !== undefined ? errorState(this.failure, () => void this.load())
          : this.form === undefined ? skeleton(6) : this.fields(this.form)}
      </section>`;
  }

  private fields(form: Preferences): TemplateResult {
    const quiet = form.quietHours ?? { from: '21:00', until: '08:00' };
    const time = (label: string, member: 'from' | 'until') => field(label, (id) => html`
      <input id=${id} type="time" required .value=${quiet[member]}
        @change=${(event: Event) => this.set({ quietHours: { ...quiet, [member]: (event.target as HTMLInputElement).value } })}>`, { id: `quiet-${member}` });
    return html`
      <form class="stack" @submit=${this.save}>
        <div class="scroll" tabindex="0" role="group" aria-label=${words.tell}>
          <table class="plain switches">
            <thead><tr><th scope="col">${words.what}</th><th scope="col">${words.byEmail}</th><th scope="col">${words.byPush}</th></tr></thead>
            <tbody>${Object.entries(form.kinds ?? {}).map(([kind, switches]) => html`
              <tr><th scope="row">${words.kind(kind)}</th>${CHANNELS.map((channel) => html`
                <td><input type="checkbox" aria-label="${words.kind(kind)}, ${channel === 'email' ? words.byEmail : words.byPush}"
                  .checked=${switches[channel] ?? true}
                  @change=${(event: Event) => this.set({ kinds: { ...form.kinds, [kind]: { ...switches, [channel]: (event.target as HTMLInputElement).checked } } })}></td>`)}</tr>`)}
            </tbody>
          </table>
        </div>
        <div class="row">${time(words.quietFrom, 'from')}${time(words.quietUntil, 'until')}
          ${form.perDay === undefined ? nothing : field(words.perDay, (id) => html`
            <input id=${id} type="number" inputmode="numeric" min="1" max=${MOST_A_DAY} required .value=${String(form.perDay)}
              @change=${(event: Event) => this.set({ perDay: Number((event.target as HTMLInputElement).value) })}>`, { id: 'per-day' })}</div>
        <button class="button" ?disabled=${this.busy}>${shared.save}</button>
      </form>`;
  }

  private set(change: Partial<Preferences>): void {
    this.form = { ...this.form, ...change };
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    try {
      // Messages speak the language of this page.
      const { etag } = await call(`notification`, PATH, { method: 'PUT', body: { ...this.form, language: language() }, ...(this.etag === undefined ? {} : { ifMatch: this.etag }) });
      this.etag = etag ?? undefined;
      toast(words.changed);
    } catch (failure) {
      if (failure instanceof ProblemError && failure.problem.status === 412) {
        toast(words.staleTitle);
        await this.load();
      } else {
        toast(explained(failure).title);
      }
    } finally {
      this.busy = false;
    }
  };

  private async load(): Promise<void> {
    this.failure = undefined;
    try {
      const { body, etag } = await call<Preferring>('notification', PATH);
      this.etag = etag ?? undefined;
      this.form = body.quietHoursNow === undefined ? body.preferences : { ...body.preferences, quietHours: body.preferences.quietHours ?? body.quietHoursNow };
    } catch (failure) {
      this.failure = failure;
    }
  }
}

define('bt-tell', TellSettings);
