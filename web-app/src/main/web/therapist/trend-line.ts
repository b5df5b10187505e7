import type { Day, Interval } from './progress';

/** Milliseconds of a day. */
const DAY = 86_400_000;

export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** Each day of a window, also those of which nothing is known. */
export function everyDay(from: string, until: string, known: readonly Day[]): readonly Day[] {
  const byDate = new Map(known.map((day) => [day.date, day]));
  return Array.from({ length: dayNumber(until) - dayNumber(from) + 1 }, (_, i) => {
    const date = new Date((dayNumber(from) + i) * DAY).toISOString().slice(0, 10);
    return byDate.get(date) ?? { date, pain: null, scores: 0, sessions: 0, redFlags: [] };
  });
}

export interface TrendPoint {
  readonly date: string;
  readonly fit: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The Theil–Sen line through the medians of dates and values, with its band: what the slope's interval allows from
 * there. It is drawn over the scored days only, and within the axis of 0 to 10.
 */
export function trendLine(days: readonly Day[], pointsPerWeek: number, interval: Interval): readonly TrendPoint[] {
  const scored = days.filter((day) => day.pain !== null);
  if (scored.length < 2) {
    return [];
  }
  const middle = median(scored.map((day) => dayNumber(day.date)));
  const level = median(scored.map((day) => day.pain! - (pointsPerWeek / 7) * (dayNumber(day.date) - middle)));
  const at = (date: string, slope: number) => Math.min(10, Math.max(0, level + (slope / 7) * (dayNumber(date) - middle)));
  const first = scored[0]!.date;
  const last = scored[scored.length - 1]!.date;
  return days.filter((day) => day.date >= first && day.date <= last).map(({ date }) => {
    const ends = [at(date, interval.lower), at(date, interval.upper)];
    return { date, fit: at(date, pointsPerWeek), lower: Math.min(...ends), upper: Math.max(...ends) };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
