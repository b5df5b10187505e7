import { html, nothing, type TemplateResult } from 'lit';
import { type Answer, call, follow } from '../shared/api';
import { define } from '../shared/element';
import { dateText, timeText } from '../shared/i18n';
import { emptyState } from '../shared/parts';
import { words } from './messages';
import { ReadingPanel } from './reading-panel';

interface Item {
  readonly kind: string;
  readonly type: string;
  readonly eventId: string;
  readonly revision?: number;
  readonly change: string;
  readonly counts: boolean;
  readonly conflict: boolean;
  readonly localDate?: string;
  readonly recordedAt: string;
  readonly by?: { readonly role: string; readonly id: string };
  readonly content?: Readonly<Record<string, unknown>> | null;
}

interface Content {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Everything that was reported and decided, with corrections, retractions and conflicts as they are. */
class TimelinePanel extends ReadingPanel<Content> {
  protected override async read(): Promise<Content> {
    const known = this.view.asOf === null ? '' : `&asOf=${encodeURIComponent(this.view.asOf)}`;
    return page(await call<readonly Item[]>('tracking', `/v1/patients/${this.patientId}/timeline?limit=50${known}`));
  }

  protected override show({ items, next }: Content): TemplateResult {
    if (items.length === 0) {
      return emptyState(words.noEvents, words.noEventsHint);
    }
    return html`
      <ol class="plain timeline">
        ${items.map((item) => html`
          <li class="card" ?data-out=${!item.counts}>
            <p class="row apart">
              <strong>${words.event(item.type.replace(/^app\.backtrack\.|\.v\d+$/g, ''), item.kind)}</strong>
              ${item.localDate === undefined ? nothing : html`<span class="soft small">${dateText(item.localDate)}</span>`}
            </p>
            <p>${summary(item)}</p>
            <p class="row small">
              ${item.change === 'reported' || item.change === 'decided' ? nothing : html`<span class="badge info">${words.change(item.change)}</span>`}
              ${item.conflict ? html`<span class="badge bad"><span aria-hidden="true">⇄</span> ${words.conflict}</span>` : nothing}
              ${item.counts ? nothing : html`<span class="badge">${words.doesNotCount}</span>`}
              <span class="soft">${words.recorded(timeText(item.recordedAt), item.by?.id ?? '')}</span>
            </p>
          </li>`)}
      </ol>
      ${next === null ? nothing : html`<p><button class="button" @click=${() => void this.more(next)}>${words.earlier}</button></p>`}`;
  }

  private async more(next: string): Promise<void> {
    try {
      const further = page(await follow<readonly Item[]>(next));
      this.content = { items: [...(this.content?.items ?? []), ...further.items], next: further.next };
    } catch (failure) {
      this.failure = failure;
    }
  }
}

function page(answer: Answer<readonly Item[]>): Content {
  return { items: answer.body, next: answer.next };
}

/** What an entry says, in a line. */
function summary(item: Item): string {
  const content = item.content ?? {};
  const text = (key: string) => (typeof content[key] === 'string' ? content[key] as string : '');
  const told = [
    typeof content['score'] === 'number' ? words.scoreOf(content['score'], words.context(text('context'))) : '',
    Array.isArray(content['exercises']) ? words.exerciseCount(content['exercises'].length) : '',
    Array.isArray(content['positive']) ? words.positives(content['positive'].length) : '',
    text('note'),
    text('reason'),
  ].filter((part) => part !== '');
  return told.join(' · ');
}

define('bt-timeline-panel', TimelinePanel);
