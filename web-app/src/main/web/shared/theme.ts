export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'backtrack.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function theme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Whether the page is dark now; charts ask. */
export function isDark(): boolean {
  return theme() === 'dark' || (theme() === 'system' && dark.matches);
}

export function chooseTheme(wanted: Theme): void {
  localStorage.setItem(KEPT, wanted);
  applyTheme();
}

/** Applies the choice, and follows the system where there is none. */
export function applyTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  window.dispatchEvent(new Event('backtrack-theme'));
}

dark.addEventListener('change', applyTheme);
