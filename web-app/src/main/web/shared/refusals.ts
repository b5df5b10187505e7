import { language, type Language } from './i18n';
import { type Flaw, FLAWS_DE, REFUSALS_DE } from './refusals-de';

/** What is said of a refusal of this kind in the page's language; null where the service's own words have to do. */
export function refusalWords(code: string, of: Language = language()): { readonly title: string; readonly hint: string } | null {
  const words = of === 'de' && Object.hasOwn(REFUSALS_DE, code) ? REFUSALS_DE[code]! : null;
  return words === null ? null : { title: words[0], hint: words[1] };
}

/** What is wrong with a member, in the page's language where these words are known there, else as the service says it. */
export function flawWords(detail: string, of: Language = language()): string {
  return of === 'de' ? FLAWS_DE.map((flaw) => inGerman(flaw, detail)).find((said) => said !== null) ?? detail : detail;
}

function inGerman([pattern, german]: Flaw, detail: string): string | null {
  const found = new RegExp(`^${pattern.replace(/[.()+?$^[\]\\|]/g, '\\$&').replaceAll('*', '(.+)')}$`, 's').exec(detail);
  return found === null ? null : german.replaceAll('*', () => flawWords(found.splice(1, 1)[0] ?? '', 'de'));
}
