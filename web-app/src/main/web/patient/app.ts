import { call, get } from '../shared/api';
import type { TimelineLine } from './entries/history';
import { ProblemError } from '../shared/problem';
import { currentSession, isSigningIn, type Session } from '../shared/session';
import type { Entry } from './offline/entry';
import type { AmendmentReason, Content, Contents, FactKind } from './offline/facts';
import { lastPlace, leave, type Place, placeOf } from './offline/place';
import type { Known, Outlook } from './offline/queue';
import { Sender } from './offline/sender';

/** How the app was opened. */
export type Opened =
  | 'signed-in' | 'offline' | 'signed-out'
  /** Nobody is signed in, and nobody was. */
  | 'nobody'
  /** The same without a network, so that signing in has to wait. */
  | 'unreachable'
  /** Somebody else's pages are being opened. */
  | 'elsewhere';

const SESSION_DEADLINE_MS = 4_000;
const TIMELINE = 'timeline';
const NEWEST = 100;

/** What all pages of the patient app share: whose it is, what was written, and how sending stands. */
class App extends EventTarget {
  entries: readonly Entry[] = [];
  /** The newest of what the server has shown of the patient's entries, also of other devices; kept for offline. */
  timeline: readonly TimelineLine[] = [];
  signedIn = false;
  /** Of the last entries that were taken; reads of the progress wait for it. */
  position: string | null = null;
  private asked = false;
  private place: Place | undefined;
  private sender: Sender | undefined;

  get patientId(): string {
    return this.here.owner.patientId;
  }

  get outlook(): Outlook {
    return this.sender?.outlook ?? { is: 'quiet' };
  }

  get isOpen(): boolean {
    return this.place !== undefined;
  }

  /** Without an answer of the server, whoever was here last and did not sign out. */
  async open(): Promise<Opened> {
    const session = await asked();
    if (session === 'unknown') {
      const last = isSigningIn() ? null : await lastPlace();
      return last === null ? 'unreachable' : this.begin(last, 'offline');
    }
    if (session === null) {
      const last = await lastPlace();
      return last === null ? 'nobody' : this.begin(last, 'signed-out');
    }
    if (session.role !== 'patient' || session.patientId === undefined) {
      location.replace(session.home);
      return 'elsewhere';
    }
    const opened = await this.begin(await placeOf(session), 'signed-in');
    // The server has just answered: nothing need be waited for.
    this.sendNow();
    return opened;
  }

  /** Keeps a fact on the device and sends it as soon as can be. */
  async write<K extends FactKind>(kind: K, content: Contents[K]): Promise<Entry> {
    const entry = await this.here.queue.write(kind, content);
    this.askToKeep();
    this.sender?.written();
    return entry;
  }

  async amend(known: Known, content: Content | null, reason: AmendmentReason): Promise<void> {
    await this.here.queue.amend(known, content, reason);
    this.sender?.written();
  }

  async retry(entry: Entry): Promise<void> {
    await this.here.queue.retry(entry.kind, entry.id);
    this.sender?.written();
  }

  sendNow(): void {
    this.sender?.hurry();
  }

  /** What was begun and not finished, or read before, under a name of the caller's. */
  kept<T>(name: string): Promise<T | undefined> {
    return this.here.vault.get<T>(name);
  }

  keep(name: string, value: unknown): Promise<void> {
    return this.here.vault.put(name, value);
  }

  drop(name: string): Promise<void> {
    return this.here.vault.remove(name);
  }

  unsent(): Promise<number> {
    return this.here.queue.unsent();
  }

  /** Clears the device once the session has ended. */
  async left(keepUnsent: boolean): Promise<void> {
    await leave(this.here, keepUnsent);
  }

  /** Reads of the patient's own, by the path after the patient. */
  read<T>(service: 'program' | 'tracking' | 'notification', path: string): Promise<T> {
    return get<T>(service, `/v1/patients/${this.patientId}${path}`);
  }

  /**
   * Asks for the newest entries, as of what was sent last.
   *
   * @return where the older ones are
   */
  async readTimeline(): Promise<string | null> {
    if (this.position !== null) {
      // The timeline itself does not wait, the progress does: afterwards both have it.
      await this.read('tracking', `/progress?after=${encodeURIComponent(this.position)}`).catch(() => undefined);
    }
    const { body, next } = await call<readonly TimelineLine[]>('tracking', `/v1/patients/${this.patientId}/timeline?limit=${NEWEST}`);
    this.timeline = body;
    await this.keep(TIMELINE, body);
    this.dispatchEvent(new Event('change'));
    return next;
  }

  /** Browsers may clear what was not asked to be kept. */
  private askToKeep(): void {
    if (!this.asked) {
      this.asked = true;
      void navigator.storage?.persist?.();
    }
  }

  private get here(): Place {
    if (this.place === undefined) {
      throw ProblemError.offline();
    }
    return this.place;
  }

  private async begin(place: Place, opened: Opened): Promise<Opened> {
    this.signedIn = opened !== 'signed-out';
    this.place = place;
    this.timeline = await this.kept<readonly TimelineLine[]>(TIMELINE) ?? [];
    this.sender = new Sender(place.queue, (position) => void this.look(position));
    await this.look(null);
    void place.queue.tidy();
    void this.sender.go();
    return opened;
  }

  private async look(position: string | null): Promise<void> {
    this.position = position ?? this.position;
    this.entries = await this.here.queue.entries();
    if (this.outlook.is === 'sign-in') {
      this.signedIn = false;
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** Who is signed in; null for nobody, `unknown` where nobody can say. */
async function asked(): Promise<Session | null | 'unknown'> {
  let timer: number | undefined;
  const late = new Promise<'unknown'>((resolve) => {
    timer = window.setTimeout(() => resolve('unknown'), SESSION_DEADLINE_MS);
  });
  try {
    return await Promise.race([currentSession(), late]);
  } catch (failure) {
    if (failure instanceof ProblemError) {
      return 'unknown';
    }
    throw failure;
  } finally {
    window.clearTimeout(timer);
  }
}

export const app = new App();
