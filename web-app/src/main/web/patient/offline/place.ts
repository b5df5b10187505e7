import type { Session } from '../../shared/session';
import { type Entry, isSettled } from './entry';
import { Queue } from './queue';
import { DeviceShelf } from './shelf';
import { Vault } from './vault';
import { browserWorld } from './world';

/** Whose the app on this device is. */
export interface Owner {
  readonly clinicId: string;
  readonly patientId: string;
}

const TURN = 'turn';
const ME = 'me';
const UNSENT_KEPT = 'entry/';

/** One patient's place on this device. */
export interface Place {
  readonly owner: Owner;
  readonly vault: Vault;
  readonly queue: Queue;
}

const shelf = new DeviceShelf();

/** The place of the patient who is signed in. From now on it is theirs that opens without a network. */
export async function placeOf(session: Session): Promise<Place> {
  const owner = { clinicId: session.clinicId, patientId: session.patientId! };
  const vault = await Vault.open(shelf, owner.clinicId, owner.patientId);
  await vault.put(ME, owner);
  await shelf.remember(TURN, vault.owner);
  return { owner, vault, queue: new Queue(vault, owner.patientId, browserWorld) };
}

/** The place of the patient who was here last and has not signed out. */
export async function lastPlace(): Promise<Place | null> {
  const turn = await shelf.remembered(TURN);
  if (turn === undefined) {
    return null;
  }
  const vault = await Vault.ofOwner(shelf, turn);
  const owner = await vault.get<Owner>(ME);
  return owner === undefined ? null : { owner, vault, queue: new Queue(vault, owner.patientId, browserWorld) };
}

/**
 * Clears a place after its patient has signed out.
 *
 * @param keepUnsent leaves what no server has yet, sealed, until the same patient signs in here again
 */
export async function leave(place: Place, keepUnsent: boolean): Promise<void> {
  await shelf.remember(TURN, undefined);
  if (!keepUnsent) {
    await place.vault.destroy();
    return;
  }
  await place.vault.forget((name, value) => !name.startsWith(UNSENT_KEPT) || isSettled(value as Entry));
}

/** The language of this device, which the worker cannot ask the page for. */
export function rememberLanguage(language: string): Promise<void> {
  return shelf.remember('language', language);
}

export async function rememberedLanguage(): Promise<string | undefined> {
  return await shelf.remembered('language');
}
