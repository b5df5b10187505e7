import { language, type Language } from './i18n';
import { OURS_DE } from './ours-de';

/**
 * A name or a piece of advice of the catalog or a template in the page's language, where Backtrack ships it. What a
 * clinic has written itself, and what is newer than this page, stays as it is.
 */
export function translated(text: string, into: Language = language()): string {
  return into === 'de' && Object.hasOwn(OURS_DE, text) ? OURS_DE[text]! : text;
}
