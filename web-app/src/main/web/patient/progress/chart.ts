import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { dateText } from '../../shared/i18n';
import { dayAfter } from '../plan';
import { words } from './messages';

/** A day with a score; days without one are not in the list. */
export interface Point {
  readonly date: string;
  readonly pain: number;
}

export interface Chart {
  readonly from: string;
  readonly until: string;
  readonly points: readonly Point[];
  readonly baseline: number | null;
}

const WIDTH = 340;
const HEIGHT = 210;
const LEFT = 26;
const TOP = 12;
const BOTTOM = 24;
const WORST = 10;

/** Where a date lies across, from 0 to 1. */
export function across(date: string, from: string, until: string): number {
  const days = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / 86_400_000;
  return days(from, date) / Math.max(1, days(from, until));
}

/**
 * Pain by day: an axis that is fixed from 0 to 10, raw points, gaps where nothing was said. Only neighbours are joined:
 * a line over a gap would make days up.
 */
export function chart({ from, until, points, baseline }: Chart): TemplateResult {
  const x = (date: string) => LEFT + across(date, from, until) * (WIDTH - LEFT - 8);
  const y = (pain: number) => TOP + (1 - pain / WORST) * (HEIGHT - TOP - BOTTOM);
  return html`
    <svg class="pain-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
      aria-label=${words.chartSays(points.length, dateText(from), dateText(until))}>
      ${[0, 2, 4, 6, 8, 10].map((level) => svg`
        <line class="grid" x1=${LEFT} x2=${WIDTH - 8} y1=${y(level)} y2=${y(level)}></line>
        <text class="tick" x=${LEFT - 6} y=${y(level) + 4} text-anchor="end">${level}</text>`)}
      ${weeks(from, until).map((date, i, all) => (i % Math.ceil(all.length / 4) !== 0 ? nothing : svg`
        <text class="tick" x=${x(date)} y=${HEIGHT - 6} text-anchor=${i === 0 ? 'start' : 'middle'}>${dateText(date, { day: 'numeric', month: 'short' })}</text>`))}
      ${baseline === null ? nothing : svg`
        <line class="baseline" x1=${LEFT} x2=${WIDTH - 8} y1=${y(baseline)} y2=${y(baseline)}></line>
        <text class="tick" x=${WIDTH - 8} y=${y(baseline) - 5} text-anchor="end">${words.baseline}</text>`}
      ${joined(points).map(([one, other]) => svg`
        <line class="join" x1=${x(one.date)} y1=${y(one.pain)} x2=${x(other.date)} y2=${y(other.pain)}></line>`)}
      ${points.map((point) => svg`<circle class="point" cx=${x(point.date)} cy=${y(point.pain)} r="4"></circle>`) as SVGTemplateResult[]}
    </svg>`;
}

/** Pairs of points on days that follow each other. */
export function joined(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, i) => [points[i]!, point] as const)
    .filter(([one, other]) => dayAfter(one.date, 1) === other.date);
}

function weeks(from: string, until: string): string[] {
  const dates: string[] = [];
  for (let date = from; date < until; date = dayAfter(date, 7)) {
    dates.push(date);
  }
  return dates;
}
