import { html, type TemplateResult } from 'lit';
import { chooseLanguage, language, type Language } from './i18n';
import { words } from './messages';
import { chooseTheme, theme, type Theme } from './theme';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The choice of language and colours. A new language draws the page anew. */
export function displayChoices(): TemplateResult {
  const themes: readonly (readonly [Theme, string])[] = [
    ['system', words.themeSystem],
    ['light', words.themeLight],
    ['dark', words.themeDark],
  ];
  return html`
    <div class="field">
      <label for="choose-language">${words.languageName}</label>
      <select id="choose-language" @change=${languageChosen}>
        ${Object.entries(NAMES).map(([id, name]) => html`<option value=${id} lang=${id} ?selected=${id === language()}>${name}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="choose-theme">${words.themeName}</label>
      <select id="choose-theme" @change=${(event: Event) => chooseTheme((event.target as HTMLSelectElement).value as Theme)}>
        ${themes.map(([id, name]) => html`<option value=${id} ?selected=${id === theme()}>${name}</option>`)}
      </select>
    </div>`;
}

function languageChosen(event: Event): void {
  chooseLanguage((event.target as HTMLSelectElement).value as Language);
  location.reload();
}
