import { html, type TemplateResult } from 'lit';
import { define } from '../../shared/element';
import { ProblemError } from '../../shared/problem';
import { currentSession } from '../../shared/session';
import { AdminPage } from '../common/page';
import { words } from './messages';

/** What the clinic's own software needs to use the API. Clients themselves are kept by the identity provider. */
class ApiClients extends AdminPage<string> {
  protected readonly place = 'clients';

  protected heading(): string {
    return words.clients;
  }

  /** The clinic's id, which its clients carry. */
  protected async read(): Promise<string> {
    const session = await currentSession();
    if (session === null) {
      throw new ProblemError({ type: 'about:blank', title: '', status: 401 });
    }
    return session.clinicId;
  }

  protected draw(clinicId: string): TemplateResult {
    const row = (name: string, value: string, hint: string) => html`
      <div><dt>${name}</dt><dd><code>${value}</code></dd><dd class="soft small">${hint}</dd></div>`;
    return html`
      <p>${words.intro}</p>
      <section class="card stack" aria-labelledby="needs">
        <h2 id="needs">${words.needs}</h2>
        <dl class="facts wide">
          ${row(words.tokenUrl, 'token_endpoint', words.tokenUrlHint)}
          ${row(words.grant, 'client_credentials', words.grantHint)}
          ${row(words.audience, 'aud: backtrack', words.audienceHint)}
          ${row(words.clinic, `clinic_id: ${clinicId}`, words.clinicHint)}
          ${row(words.role, 'role: clinic-system', words.roleHint)}
        </dl>
      </section>
      <section class="card stack" aria-labelledby="steps">
        <h2 id="steps">${words.steps}</h2>
        <ol>${words.allSteps.split('\n').map((step) => html`<li>${step}</li>`)}</ol>
      </section>
      <section class="card stack" aria-labelledby="ask">
        <h2 id="ask">${words.ask}</h2>
        <p>${words.askHint}</p>
        <pre class="scroll" tabindex="0" role="group" aria-label=${words.ask}><code>curl -s "$TOKEN_ENDPOINT" \\
  -d grant_type=client_credentials \\
  -d client_id="$CLIENT_ID" -d client_secret="$CLIENT_SECRET"

curl -s "$PROGRAM_SERVICE/v1/patients" -H "Authorization: Bearer $TOKEN"</code></pre>
      </section>
      <div class="note">${words.lost}</div>`;
  }
}

define('bt-admin-clients', ApiClients);
