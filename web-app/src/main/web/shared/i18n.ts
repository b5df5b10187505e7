/** The languages that every page speaks. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

// deno-lint-ignore no-explicit-any
type Message = string | ((...values: any[]) => string);
type Messages = Readonly<Record<string, Message>>;

/** The same messages in another language: every key, and with the same values to fill in. */
export type Translated<T extends Messages> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string;
};

const KEPT = 'backtrack.language';
let current: Language = 'en';
/** The language as this device has it, region and all: where dates are 28/11/2026, they are so here. */
let local: string = current;

/** Settles the language: what was chosen here, else what the account says, else the browser's. */
export function settleLanguage(ofAccount?: string): void {
  const wanted = [localStorage.getItem(KEPT), ofAccount, ...navigator.languages];
  current = wanted.map((tag) => LANGUAGES.find((known) => tag?.toLowerCase().startsWith(known)))
    .find((known) => known !== undefined) ?? 'en';
  local = navigator.languages.find((tag) => tag.toLowerCase().startsWith(current)) ?? current;
  document.documentElement.lang = current;
}

export function language(): Language {
  return current;
}

/** Keeps the choice on this device; the caller draws anew. */
export function chooseLanguage(wanted: Language): void {
  localStorage.setItem(KEPT, wanted);
  settleLanguage();
}

/**
 * A catalog of messages. `catalog({ en, de }).title` is the message in the language that is settled when it is read;
 * messages with values are functions.
 */
export function catalog<T extends Messages>(languages: { readonly en: T; readonly de: Translated<T> }): Translated<T> {
  return new Proxy({} as Translated<T>, {
    get: (_, key: string) => (languages[current] as Translated<T>)[key],
  });
}

/** The form of a word for a number. */
export function plural(n: number, one: string, other: string, of: Language = current): string {
  return new Intl.PluralRules(of).select(n) === 'one' ? one : other;
}

/** A local date such as `2026-11-28`, as people read it. It has no zone, so none is applied. */
export function dateText(date: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
  return new Intl.DateTimeFormat(local, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** An instant, in this device's zone. */
export function timeText(
  instant: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string {
  return new Intl.DateTimeFormat(local, options).format(new Date(instant));
}

/** From one instant to another in this device's zone; what both have in common is said once. */
export function spanText(from: string, to: string): string {
  return new Intl.DateTimeFormat(local, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(new Date(from), new Date(to));
}

export function numberText(value: number, digits = 0): string {
  return new Intl.NumberFormat(local, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(local, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A change as a share, with its sign: "+5 %". What is written before "%" never parts from it at the end of a line. */
export function percentChangeText(share: number, of: string = local): string {
  return new Intl.NumberFormat(of, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })
    .formatToParts(share).map(({ type, value }) => (type === 'minusSign' ? '−' : value)).join('');
}

/** How long ago, in the largest unit that fits: "3 days ago". */
export function agoText(instant: string, now: number = Date.now()): string {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  const words = new Intl.RelativeTimeFormat(local, { numeric: 'auto' });
  if (Math.abs(minutes) < 60) {
    return words.format(minutes, 'minute');
  }
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48 ? words.format(hours, 'hour') : words.format(Math.round(hours / 24), 'day');
}
