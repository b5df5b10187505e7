import { numberText, percentText } from '../shared/i18n';
import { words } from './messages';
import type { Progress } from './progress';

const ARROWS: Readonly<Record<string, string>> = { improving: '↘', worsening: '↗', changing: '↕', stable: '→', uncertain: '?' };

export function arrow(verdict: string): string {
  return ARROWS[verdict] ?? '';
}

/** A change in points with its sign. */
export function signed(points: number): string {
  return `${points > 0 ? '+' : points < 0 ? '−' : '±'}${numberText(Math.abs(points), 1)}`;
}

/** The verdict as a sentence: what, how much, and how sure. */
export function said(progress: Progress): string {
  const change = progress.changes.windowChange;
  switch (progress.verdict) {
    case 'improving': return words.saidImproving(points(change), relief(progress));
    case 'worsening': return words.saidWorsening(points(change));
    case 'stable': return words.saidStable;
    case 'changing': return words.saidChanging(points(change));
    default: return progress.daysNeeded === null ? words.saidNotDecisive : words.saidTooEarly(progress.daysNeeded);
  }
}

/** Slope with its interval, per week. */
export function slopeText(progress: Progress): string {
  const slope = progress.slope;
  return slope === null ? words.noSlope
    : words.slopeIs(signed(slope.pointsPerWeek), signed(slope.correctedInterval.lower), signed(slope.correctedInterval.upper));
}

function relief(progress: Progress): string {
  const since = progress.changes.programChange;
  return since === null || since.percent === null ? '' : words.sinceStart(percentText(Math.abs(since.percent) / 100), since.points <= 0, since.relief);
}

function points(change: number | null): string {
  return change === null ? '' : numberText(Math.abs(change), 1);
}
