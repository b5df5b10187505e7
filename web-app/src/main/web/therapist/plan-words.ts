import { numberText } from '../shared/i18n';
import { words } from './messages';
import type { PlanItem, Span } from './plan';

/** How much, how often, and on which side, in one line. */
export function doseText(item: PlanItem): string {
  const { frequency, sides } = item;
  return [
    item.sets === null ? '' : words.setsOf(spanText(item.sets)),
    item.reps === null ? '' : words.repsOf(spanText(item.reps)),
    item.holdSeconds === null ? '' : words.holdOf(spanText(item.holdSeconds)),
    item.loadGrams === null ? '' : `${numberText(item.loadGrams / 1000, 1)} kg`,
    words.sidesRule(sides.rule),
    words.frequency(frequency.repetition, frequency.times, frequency.weekdays?.length ?? 0),
  ].filter((part) => part !== '').join(', ');
}

export function spanText(span: Span): string {
  return span.min === span.max ? String(span.min) : `${span.min}–${span.max}`;
}

/** Any value of a plan, for a comparison. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) {
    return '–';
  }
  if (typeof value === 'object') {
    return 'min' in value && 'max' in value
      ? spanText(value as Span)
      : Object.entries(value).filter(([, part]) => part !== null).map(([, part]) => valueText(part)).join(' ');
  }
  return String(value);
}
