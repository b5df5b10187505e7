import { toast } from '../shared/toast';
import { app } from './app';
import { words } from './messages';

/** Says that what was written is safe: sent, or on this device. */
export function confirmSaved(): void {
  toast(navigator.onLine && app.signedIn ? words.saved : words.savedOffline);
}
