import { html, nothing, type TemplateResult } from 'lit';
import { agoText, dateText, percentChangeText, percentText } from '../shared/i18n';
import type { OpenAlert, Outlook, Row, Severity, Verdict } from './caseload-row';
import { words } from './messages';
import { nameOf } from './names';
import { signed } from './verdict';

const SIGNS: Readonly<Record<Severity, string>> = { critical: '‼', high: '!', medium: '▲', low: '△', info: '✓' };
const TONES: Readonly<Record<Severity, string>> = { critical: 'bad', high: 'bad', medium: 'warn', low: 'info', info: 'good' };
const ARROWS: Readonly<Record<Verdict, string>> = { improving: '↘', worsening: '↗', changing: '↕', stable: '→', uncertain: '?' };

/** One patient at a glance: why they are where they are in the list, how pain goes, how much is done. */
export function rowCard(row: Row, names: ReadonlyMap<string, string>): TemplateResult {
  const change = row.programChange;
  return html`
    <li class="card patient" data-severity=${row.reason?.severity ?? nothing}>
      <div>
        <h2><a href="/clinic/patients/${row.patientId}">${nameOf(row.patientId, names)}</a></h2>
        <p>${row.reason === undefined ? words.noReason : why(row.reason)}</p>
        ${others(row)}
      </div>
      <div class="small">
        <p><strong>${trend(row.fourWeeks)}</strong></p>
        ${change === undefined ? nothing : html`
          <p class="soft">${words.sinceBaseline(signed(change.points), change.percent === null ? null : percentChangeText(change.percent / 100))}</p>`}
      </div>
      <div class="small soft">
        <p>${row.lastHeard === undefined ? words.neverHeard : words.heard(agoText(row.lastHeard))}</p>
        <p>${week(row)}</p>
        ${row.adherence === undefined ? nothing : html`
          <p>${words.done(percentText(row.adherence.rate.share), percentText(row.adherence.rate.interval.lower),
            percentText(row.adherence.rate.interval.upper))}</p>`}
      </div>
    </li>`;
}

/** A severity as a word with its sign; its colour only repeats it. */
export function severityBadge(severity: Severity): TemplateResult {
  return html`<span class="badge ${TONES[severity]}"><span aria-hidden="true">${SIGNS[severity]}</span> ${words.severity(severity)}</span>`;
}

function why(alert: OpenAlert): TemplateResult {
  return html`${severityBadge(alert.severity)} ${words.rule(alert.rule)}, ${words.since(dateText(alert.since))}`;
}

function others(row: Row): TemplateResult | typeof nothing {
  const rest = row.alerts.filter((alert) => alert.insightId !== row.reason?.insightId);
  return rest.length === 0 ? nothing
    : html`<p class="small soft">${words.also(rest.map((alert) => words.rule(alert.rule)).join(', '))}</p>`;
}

/** The verdict in words with an arrow; down is less pain. */
function trend(outlook: Outlook): string {
  if (outlook.verdict === 'uncertain') {
    return outlook.daysNeeded === undefined ? words.notDecisive : words.tooEarly(outlook.daysNeeded);
  }
  const change = outlook.change === undefined ? '' : ` (${signed(outlook.change)})`;
  return `${ARROWS[outlook.verdict]} ${words.verdict(outlook.verdict)}${change}`;
}

function week(row: Row): string {
  const program = row.program;
  if (program === undefined) {
    return words.noProgram;
  }
  if (program.week === undefined) {
    return words.programIs(program.status);
  }
  return program.week > program.weeks ? words.pastWeeks(program.weeks) : words.weekOf(program.week, program.weeks);
}
