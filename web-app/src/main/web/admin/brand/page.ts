import { html, nothing, svg, type TemplateResult } from 'lit';
import { call } from '../../shared/api';
import { define } from '../../shared/element';
import { words as shared } from '../../shared/messages';
import { toast } from '../../shared/toast';
import { line } from '../common/controls';
import { AdminPage } from '../common/page';
import { Sending } from '../common/sending';
import { words } from './messages';

/** How a clinic shows itself; what is missing is as shipped. */
interface Brand {
  readonly name?: string;
  readonly colour?: string;
  readonly logo?: string;
  readonly contact?: string;
  readonly replyTo?: string;
  readonly zone?: string;
}

interface Shown {
  readonly brand: Brand;
  readonly etag: string;
}

const SHIPPED = '#0f5c4d';
const MEMBERS = ['name', 'colour', 'logo', 'contact', 'replyTo', 'zone'] as const;

/** How the clinic shows itself in what is sent for it, with a look at it before it is saved. */
class Branding extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, draft: { state: true } };

  declare draft: Brand;
  protected readonly place = 'branding';
  private readonly sending = new Sending(this);

  constructor() {
    super();
    this.draft = {};
  }

  protected heading(): string {
    return words.branding;
  }

  protected async read(): Promise<Shown> {
    const answer = await call<Brand>('notification', '/v1/branding');
    return { brand: answer.body, etag: answer.etag ?? '' };
  }

  protected draw({ brand }: Shown): TemplateResult {
    const now = { ...brand, ...this.draft };
    const text = (member: (typeof MEMBERS)[number], hint: string, type = 'text', max = 200) => line({
      id: member, label: words.member(member), value: brand[member] ?? (member === 'colour' ? SHIPPED : ''), hint, type, maxLength: max,
      flaw: this.sending.flaw(`/${member}`), changed: (value) => { this.draft = { ...this.draft, [member]: value }; },
    });
    return html`
      <div class="halves">
        <form class="card stack" @submit=${this.save}>
          ${this.sending.note((pointer) => MEMBERS.some((member) => pointer === `/${member}`), () => { this.sending.forget(); void this.load(); })}
          ${text('name', words.nameHint, 'text', 80)}
          ${text('colour', words.colourHint, 'color')}
          ${text('contact', words.contactHint)}
          ${text('replyTo', words.replyToHint, 'email', 254)}
          ${text('logo', words.logoHint, 'url', 500)}
          ${text('zone', words.zoneHint, 'text', 64)}
          <p><button class="button main" ?disabled=${this.sending.busy}>${shared.save}</button></p>
        </form>
        ${this.preview(now)}
      </div>`;
  }

  /** Colours are attributes of a drawing: the page's policy allows no styles of its own making. */
  private preview(brand: Brand): TemplateResult {
    const colour = brand.colour || SHIPPED;
    return html`
      <section class="card stack" aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        <div class="mail stack">
          <svg class="letterhead" viewBox="0 0 320 40" role="img" aria-label=${brand.name || 'Backtrack'}>
            ${svg`<rect width="320" height="40" rx="6" fill=${colour}></rect>
              <text x="14" y="26" font-size="16" font-weight="600" fill="#ffffff">${(brand.name || 'Backtrack').slice(0, 36)}</text>`}
          </svg>
          ${brand.logo ? html`<p class="small soft">${words.logoFrom(host(brand.logo))}</p>` : nothing}
          <p>${words.sample}</p>
          ${brand.contact ? html`<p class="small">${brand.contact}</p>` : nothing}
          <p class="small soft">${brand.replyTo ? words.answersTo(brand.replyTo) : words.noAnswers}</p>
        </div>
      </section>`;
  }

  private readonly save = async (event: Event) => {
    event.preventDefault();
    const now = { ...this.content!.brand, ...this.draft };
    const body = Object.fromEntries(Object.entries(now).map(([member, value]) => [member, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''));
    const ifMatch = this.content!.etag;
    if (await this.sending.run(() => call('notification', '/v1/branding', { method: 'PUT', body, ifMatch }))) {
      toast(words.saved);
      this.draft = {};
      await this.load();
    }
  };
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

define('bt-admin-branding', Branding);
