import { html, nothing, svg, type TemplateResult } from 'lit';
import { define, PageElement } from '../../shared/element';
import { fieldId } from '../../shared/parts';
import { words } from '../messages';
import type { BodySide, BodySite } from '../offline/facts';
import { type Region, regions, SILHOUETTE, type View } from './figure';

export interface Spot {
  readonly site?: BodySite;
  readonly side?: BodySide;
}

export const SITES: readonly BodySite[] = [
  'neck', 'shoulder', 'upper-back', 'lower-back', 'pelvis', 'hip', 'buttock', 'thigh', 'knee', 'lower-leg', 'foot', 'arm'];
const SIDES: readonly BodySide[] = ['left', 'right', 'both', 'central'];
const VIEWS: readonly View[] = ['back', 'front'];

/**
 * Where it hurts: two figures to tap on, or two lists that say the same in words. Set `spot`; it tells of a choice with
 * `spot`. In a figure the arrow keys move, and Enter or space choose.
 */
export class BodyMap extends PageElement {
  static override properties = { spot: { attribute: false }, at: { state: true } };

  declare spot: Spot;
  declare at: Readonly<Record<View, number>>;

  private readonly siteId = fieldId();
  private readonly sideId = fieldId();

  constructor() {
    super();
    this.spot = {};
    this.at = { front: 0, back: 2 };
  }

  override render(): TemplateResult {
    return html`
      <div class="body-map">
        <div class="figures">${VIEWS.map((view) => this.figure(view))}</div>
        <div class="body-words">
          <div class="field">
            <label for=${this.siteId}>${words.site}</label>
            <select id=${this.siteId} @change=${(event: Event) => this.choose({ ...this.spot, site: valueOf(event) as BodySite | undefined })}>
              <option value="" ?selected=${this.spot.site === undefined}>${words.notSaid}</option>
              ${SITES.map((site) => html`<option value=${site} ?selected=${this.spot.site === site}>${words.siteName(site)}</option>`)}
            </select>
          </div>
          <div class="field">
            <label for=${this.sideId}>${words.side}</label>
            <select id=${this.sideId} ?disabled=${this.spot.site === undefined}
              @change=${(event: Event) => this.choose({ ...this.spot, side: valueOf(event) as BodySide | undefined })}>
              <option value="" ?selected=${this.spot.side === undefined}>${words.notSaid}</option>
              ${SIDES.map((side) => html`<option value=${side} ?selected=${this.spot.side === side}>${words.sideName(side)}</option>`)}
            </select>
          </div>
        </div>
      </div>`;
  }

  private figure(view: View): TemplateResult {
    const all = regions(view);
    return html`
      <div class="figure">
        <svg viewBox="8 0 84 220" role="group" aria-label=${words.view(view)} @keydown=${(event: KeyboardEvent) => this.moved(event, view)}>
          <path class="silhouette" d=${SILHOUETTE[view]} aria-hidden="true"></path>
          ${all.map((region, i) => svg`
            <path class="region" d=${region.path} role="button" tabindex=${i === this.at[view] ? 0 : -1}
              aria-pressed=${this.chosen(region) ? 'true' : 'false'} aria-label=${spotText(region)}
              @click=${() => this.tapped(region, view, i)}></path>`)}
        </svg>
        <span class="small soft" aria-hidden="true">${words.view(view)}</span>
      </div>`;
  }

  private chosen({ site, side }: Region): boolean {
    return this.spot.site === site && (this.spot.side === side || (this.spot.side === 'both' && side !== 'central'));
  }

  /** The other half of what is chosen makes it both; the same again takes it off. */
  private tapped({ site, side }: Region, view: View, at: number): void {
    this.at = { ...this.at, [view]: at };
    const now = this.spot;
    const other = side === 'left' ? 'right' : 'left';
    if (now.site !== site || now.side === undefined || now.side === 'central' || side === 'central') {
      this.choose(now.site === site && now.side === side ? {} : { site, side });
    } else if (now.side === 'both') {
      this.choose({ site, side: other });
    } else {
      this.choose(now.side === side ? {} : { site, side: 'both' });
    }
  }

  private moved(event: KeyboardEvent, view: View): void {
    const count = regions(view).length;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      this.at = { ...this.at, [view]: (this.at[view] + by + count) % count };
      const figure = event.currentTarget as SVGElement;
      void this.updateComplete.then(() => figure.querySelector<SVGPathElement>('[tabindex="0"]')?.focus());
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.tapped(regions(view)[this.at[view]]!, view, this.at[view]);
    }
  }

  private choose(spot: Spot): void {
    this.spot = spot.site === undefined ? {} : spot;
    this.dispatchEvent(new CustomEvent('spot', { detail: this.spot }));
  }
}

/** A body map that need not be filled in, closed until somebody wants it. */
export function bodyMap(spot: Spot, choose: (spot: Spot) => void): TemplateResult {
  return html`
    <details class="more" ?open=${spot.site !== undefined}>
      <summary>${words.where}${spot.site === undefined ? nothing : html` <strong>${spotText(spot)}</strong>`}</summary>
      <bt-body-map .spot=${spot} @spot=${(event: CustomEvent<Spot>) => choose(event.detail)}></bt-body-map>
    </details>`;
}

/** "Lower back, left". */
export function spotText({ site, side }: Spot): string {
  return site === undefined ? '' : side === undefined ? words.siteName(site) : `${words.siteName(site)}, ${words.sideName(side)}`;
}

function valueOf(event: Event): string | undefined {
  return (event.target as HTMLSelectElement).value || undefined;
}

define('bt-body-map', BodyMap);
