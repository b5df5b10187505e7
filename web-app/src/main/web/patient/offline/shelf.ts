import type { Sealed, Shelf } from './vault';

const DATABASE = 'backtrack';
const KEYS = 'keys';
const RECORDS = 'records';
const DEVICE = 'device';

/** Sealed records in IndexedDB, and what the device remembers beside them: whose turn it is, and the language. */
export class DeviceShelf implements Shelf {
  private database: Promise<IDBDatabase> | undefined;

  key(owner: string): Promise<CryptoKey | undefined> {
    return this.read(KEYS, (store) => store.get(owner));
  }

  async keepKey(owner: string, key: CryptoKey): Promise<CryptoKey> {
    return this.write(KEYS, (store) => {
      const asked = store.get(owner);
      return new Promise((resolve) => {
        asked.onsuccess = () => {
          const known = asked.result as CryptoKey | undefined;
          if (known === undefined) {
            store.put(key, owner);
          }
          resolve(known ?? key);
        };
      });
    });
  }

  get(owner: string, name: string): Promise<Sealed | undefined> {
    return this.read(RECORDS, (store) => store.get([owner, name]));
  }

  async all(owner: string): Promise<readonly (readonly [string, Sealed])[]> {
    const [names, records] = await Promise.all([
      this.read<readonly [string, string][]>(RECORDS, (store) => store.getAllKeys(of(owner))),
      this.read<readonly Sealed[]>(RECORDS, (store) => store.getAll(of(owner))),
    ]);
    return names.length === records.length
      ? names.map(([, name], at) => [name, records[at]!] as const)
      // Something was written between the two reads.
      : this.all(owner);
  }

  async put(owner: string, name: string, record: Sealed): Promise<void> {
    await this.write(RECORDS, (store) => void store.put(record, [owner, name]));
  }

  async remove(owner: string, name: string): Promise<void> {
    await this.write(RECORDS, (store) => void store.delete([owner, name]));
  }

  async destroy(owner: string): Promise<void> {
    await this.write(RECORDS, (store) => void store.delete(of(owner)));
    await this.write(KEYS, (store) => void store.delete(owner));
  }

  /** What the device remembers under a name; nothing clinical. */
  remembered(name: string): Promise<string | undefined> {
    return this.read(DEVICE, (store) => store.get(name));
  }

  async remember(name: string, value: string | undefined): Promise<void> {
    await this.write(DEVICE, (store) => void (value === undefined ? store.delete(name) : store.put(value, name)));
  }

  private async read<T>(store: string, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    const transaction = (await this.open()).transaction(store, 'readonly');
    return answered<T>(ask(transaction.objectStore(store)));
  }

  /** Ends once the device has it, not only the browser. */
  private async write<T>(store: string, change: (store: IDBObjectStore) => T | Promise<T>): Promise<T> {
    const transaction = (await this.open()).transaction(store, 'readwrite', { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const answer = await change(transaction.objectStore(store));
    await done;
    return answer;
  }

  private open(): Promise<IDBDatabase> {
    this.database ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open(DATABASE, 1);
      asked.onupgradeneeded = () => [KEYS, RECORDS, DEVICE].forEach((store) => asked.result.createObjectStore(store));
      asked.onsuccess = () => {
        asked.result.onversionchange = () => {
          asked.result.close();
          this.database = undefined;
        };
        asked.result.onclose = () => { this.database = undefined; };
        resolve(asked.result);
      };
      asked.onerror = () => {
        this.database = undefined;
        reject(asked.error);
      };
    });
    return this.database;
  }
}

function of(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}
