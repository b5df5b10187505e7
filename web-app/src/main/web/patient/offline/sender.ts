import type { Outlook, Queue } from './queue';

/** Told to all windows of this device when something was written or sent. */
export const CHANGED = 'backtrack-queue';
/** The name under which the browser wakes the worker once there is a network. */
export const SYNC_TAG = 'journal';

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Sends by itself: at once, when a wait is over, when the network or somebody comes back. */
export class Sender {
  outlook: Outlook = { is: 'quiet' };
  private readonly channel = new BroadcastChannel(CHANGED);
  private timer: number | undefined;
  private running = false;
  private wanted = false;

  /** @param changed told whenever entries or the outlook may look different */
  constructor(private readonly queue: Queue, private readonly changed: (position: string | null) => void) {
    this.channel.onmessage = () => changed(null);
    window.addEventListener('online', () => this.hurry());
    window.addEventListener('focus', () => void this.go());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        void this.go();
      }
    });
    navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.data === SYNC_TAG) {
        this.hurry();
      }
    });
  }

  /** Something was written here: others are told, and it is sent. */
  written(): void {
    this.tell(null);
    void this.go();
  }

  /** Sends now, whatever was to be waited for. */
  hurry(): void {
    void this.queue.hurry().then(() => this.go());
  }

  async go(): Promise<void> {
    this.wanted = true;
    if (this.running) {
      return;
    }
    this.running = true;
    try {
      while (this.wanted) {
        this.wanted = false;
        const { outlook, position } = await this.queue.sync();
        this.outlook = outlook;
        this.tell(position);
      }
    } finally {
      this.running = false;
    }
    this.comeAgain(this.outlook);
  }

  private comeAgain(outlook: Outlook): void {
    window.clearTimeout(this.timer);
    if (outlook.is === 'waiting') {
      this.timer = window.setTimeout(() => void this.go(), Math.max(250, outlook.until - Date.now()));
      void this.askTheBrowser();
    }
  }

  /** So that it is sent although the app was closed, where the browser does that. */
  private async askTheBrowser(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker?.getRegistration('/my') as SyncRegistration | undefined;
      await registration?.sync?.register(SYNC_TAG);
    } catch {
      // Not every browser may; then it is sent when the app is opened next.
    }
  }

  private tell(position: string | null): void {
    this.changed(position);
    this.channel.postMessage(null);
  }
}
