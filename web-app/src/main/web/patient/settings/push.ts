import { call, get } from '../../shared/api';

/** How it stands with being told in this browser. */
export type PushState = 'on' | 'off' | 'denied' | 'none';

interface Listing {
  readonly subscriptions: readonly { readonly id: string }[];
}

const KEPT = 'backtrack.push';

/** Whether this browser tells, could tell, or may not. */
export async function pushState(): Promise<PushState> {
  if (!('PushManager' in window) || !('Notification' in window)) {
    return 'none';
  }
  if (Notification.permission === 'denied') {
    return 'denied';
  }
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (subscription === null || subscription === undefined) {
    return await publicKey() === null ? 'none' : 'off';
  }
  const id = localStorage.getItem(KEPT);
  const { subscriptions } = await get<Listing>('notification', '/v1/push-subscriptions');
  return subscriptions.some((each) => each.id === id) ? 'on' : 'off';
}

/** Asks the browser and the server; answers how it stands then. */
export async function switchOn(): Promise<PushState> {
  const key = await publicKey();
  const worker = await registration();
  if (key === null || worker === undefined) {
    return 'none';
  }
  if (await Notification.requestPermission() !== 'granted') {
    return 'denied';
  }
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { body } = await call<{ id: string }>('notification', '/v1/push-subscriptions', { method: 'POST', body: subscription.toJSON() });
  localStorage.setItem(KEPT, body.id);
  return 'on';
}

/** Ends it here; the server is told where it can be reached. */
export async function switchOff(): Promise<PushState> {
  const subscription = await (await registration())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  const id = localStorage.getItem(KEPT);
  localStorage.removeItem(KEPT);
  if (id !== null) {
    await call('notification', `/v1/push-subscriptions/${id}`, { method: 'DELETE' });
  }
  return 'off';
}

async function publicKey(): Promise<string | null> {
  return get<{ publicKey: string }>('notification', '/v1/push-subscriptions/key').then(({ publicKey: key }) => key, () => null);
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return await navigator.serviceWorker?.getRegistration('/my');
}
