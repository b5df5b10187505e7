import { navigate } from '../shared/router';
import { toast } from '../shared/toast';
import { words } from './messages';

/** Says where the worker is; the name changes with what is in it. */
function address(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="backtrack-worker"]')?.content || undefined;
}

/**
 * Lets the app open without a network. Where the browser cannot, it works with one, and what is written is kept all the
 * same. A newer version is fetched in the background and shown when the app is opened next.
 */
export async function install(): Promise<void> {
  const script = address();
  if (navigator.serviceWorker === undefined || script === undefined) {
    return;
  }
  try {
    navigator.serviceWorker.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.data === 'renewed') {
        toast(words.newVersion);
      } else if (typeof event.data === 'object' && event.data !== null && 'go' in event.data) {
        navigate(String(event.data.go));
      }
    });
    await navigator.serviceWorker.register(script, { scope: '/my', type: 'module', updateViaCache: 'none' });
    const registration = await navigator.serviceWorker.ready;
    const renew = () => registration.active?.postMessage('renew');
    renew();
    window.addEventListener('online', renew);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        renew();
      }
    });
  } catch (failure) {
    console.info('The app will not open without a network here.', failure);
  }
}
