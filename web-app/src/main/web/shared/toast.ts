const SHOWN_MS = 6_000;

let region: HTMLElement | undefined;

/** Says something in passing; a screen reader reads it when it is done with what it reads. */
export function toast(text: string): void {
  if (region === undefined) {
    region = document.createElement('div');
    region.className = 'toasts';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  window.setTimeout(() => line.remove(), SHOWN_MS);
}
