import { html, nothing, type TemplateResult } from 'lit';
import { type Access, accessText, accessWords, repeated, whenText } from '../../shared/access';
import { type Answer, call, follow, get } from '../../shared/api';
import { define } from '../../shared/element';
import { emptyState } from '../../shared/parts';
import { line } from '../common/controls';
import { AdminPage } from '../common/page';
import { type Clinician, clinicians, clinicianText, nameText, type Patient } from '../patients/patient';
import { words } from './messages';

interface Shown {
  readonly accesses: readonly Access[];
  readonly next: string | null;
  /** Of those that are shown, and of no others: reading a name is an access too. */
  readonly names: ReadonlyMap<string, string>;
  readonly known: readonly Clinician[];
}

/** As many patients at once; their names are read one by one. */
const A_PAGE = 10;

/** Who read and who wrote whose data: of all patients on a day, or of one patient on all days. */
class AccessLog extends AdminPage<Shown> {
  static override properties = { ...AdminPage.properties, patientId: {}, day: { state: true }, busy: { state: true } };

  /** Whose accesses; undefined for everybody's. */
  declare patientId: string | undefined;
  declare day: string;
  declare busy: boolean;
  protected readonly place = 'access';

  constructor() {
    super();
    this.day = today();
    this.busy = false;
  }

  protected heading(): string {
    return this.patientId === undefined ? words.access : words.accessOf(this.content?.names.get(this.patientId) ?? this.patientId.slice(0, 8));
  }

  protected override beside(): TemplateResult | typeof nothing {
    return this.patientId === undefined ? nothing : html`
      <span class="row">
        <a class="button" href="/clinic/admin/patients/${this.patientId}">${words.toPatient}</a>
        <a class="button" href="/clinic/admin/access">${words.toDay}</a>
      </span>`;
  }

  protected async read(): Promise<Shown> {
    const { day } = this;
    const path = this.patientId === undefined ? `/v1/clinic/access-log?date=${day}&limit=${A_PAGE}` : `/v1/patients/${this.patientId}/access-log`;
    const [page, known] = await Promise.all([call<readonly Access[]>('tracking', path), clinicians()]);
    const shown = await this.with(page, [], new Map(), known);
    // Somebody who types a date passes others on the way.
    return day === this.day ? shown : this.read();
  }

  protected draw({ accesses, next, names, known }: Shown): TemplateResult {
    const one = this.patientId !== undefined;
    return html`
      <p>${words.intro}</p>
      ${one ? nothing : html`
        <div class="card filters">
          ${line({ id: 'day', label: words.day, value: this.day, type: 'date', max: today(), required: true, changed: (day) => this.look(day) })}
        </div>`}
      ${accesses.length === 0 ? emptyState(one ? words.noneOf : words.none, one ? words.noneOfHint : words.noneHint)
        : one ? html`<section class="card">${table(accesses, known, this.heading())}</section>`
          : byPatient(accesses).map(([patientId, some]) => html`
            <section class="card stack">
              <div class="row apart">
                <h2>${names.get(patientId) ?? patientId.slice(0, 8)}</h2>
                <a class="button small" href="/clinic/admin/patients/${patientId}/access" aria-label="${words.wholeLog}: ${names.get(patientId) ?? patientId.slice(0, 8)}">${words.wholeLog}</a>
              </div>
              ${table(some, known, names.get(patientId) ?? patientId)}
            </section>`)}
      ${next === null ? nothing : html`
        <p><button class="button" ?disabled=${this.busy} @click=${() => void this.more(next)}>${one ? words.older : words.more}</button></p>`}`;
  }

  private look(day: string): void {
    if (day !== '' && day !== this.day) {
      this.day = day;
      void this.load();
    }
  }

  private async more(next: string): Promise<void> {
    const { accesses, names, known } = this.content!;
    this.busy = true;
    try {
      this.content = await this.with(await follow<readonly Access[]>(next), accesses, names, known);
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.busy = false;
    }
  }

  private async with(page: Answer<readonly Access[]>, before: readonly Access[], names: ReadonlyMap<string, string>, known: readonly Clinician[]): Promise<Shown> {
    const shown = this.patientId === undefined ? page.body.map((access) => access.patientId) : [this.patientId];
    const unknown = [...new Set(shown)].filter((id) => !names.has(id));
    const read = await Promise.all(unknown.map(async (id) => [id, await nameOf(id)] as const));
    return { accesses: [...before, ...page.body], next: page.next, names: new Map([...names, ...read]), known };
  }
}

function table(accesses: readonly Access[], known: readonly Clinician[], label: string): TemplateResult {
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label=${label}>
      <table class="plain rows">
        <thead><tr><th scope="col">${words.when}</th><th scope="col">${words.who}</th><th scope="col">${words.what}</th></tr></thead>
        <tbody>${repeated(accesses).map(({ access, ...often }) => html`
          <tr>
            <th scope="row">${whenText({ access, ...often })}</th>
            <td data-label=${words.who}>${clinicianText(access.by.id, known)} <span class="soft small">${accessWords.role(access.by.role)}</span></td>
            <td data-label=${words.what}>${access.result === 'refused' ? html`<span class="badge bad"><span aria-hidden="true">!</span> ${accessText(access)}</span>` : accessText(access)}</td>
          </tr>`)}</tbody>
      </table>
    </div>`;
}

/** In the order in which they came. */
function byPatient(accesses: readonly Access[]): readonly (readonly [string, readonly Access[]])[] {
  const patients = new Map<string, Access[]>();
  for (const access of accesses) {
    patients.set(access.patientId, [...patients.get(access.patientId) ?? [], access]);
  }
  return [...patients];
}

/** A patient's name; the beginning of the id where there is none to be read any more. */
async function nameOf(patientId: string): Promise<string> {
  try {
    return nameText(await get<Patient>('program', `/v1/patients/${patientId}`));
  } catch {
    return patientId.slice(0, 8);
  }
}

/** The log's days are days in UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

define('bt-admin-access', AccessLog);
