import { app } from './app';

const GATHER_MS = 250;

/** What is being typed, kept on the device, so that closing the app loses nothing. */
export class Draft<T> {
  private timer: number | undefined;
  private latest: T | undefined;

  constructor(private readonly name: string) {
    const keepNow = () => void this.flush();
    window.addEventListener('pagehide', keepNow);
    document.addEventListener('visibilitychange', keepNow);
  }

  read(): Promise<T | undefined> {
    return app.kept<T>(`draft/${this.name}`);
  }

  /** Keeps it in a moment, or sooner when the page is left. */
  set(value: T): void {
    this.latest = value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.flush(), GATHER_MS);
  }

  async flush(): Promise<void> {
    window.clearTimeout(this.timer);
    const value = this.latest;
    this.latest = undefined;
    if (value !== undefined) {
      await app.keep(`draft/${this.name}`, value);
    }
  }

  async clear(): Promise<void> {
    window.clearTimeout(this.timer);
    this.latest = undefined;
    await app.drop(`draft/${this.name}`);
  }
}
