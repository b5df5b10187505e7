/** A record as it lies on the device. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Where sealed records and their keys lie. Names and owners say nothing about who or what they belong to. */
export interface Shelf {
  key(owner: string): Promise<CryptoKey | undefined>;
  /** Keeps a key unless there is one already; the answer is the one that is kept. */
  keepKey(owner: string, key: CryptoKey): Promise<CryptoKey>;
  get(owner: string, name: string): Promise<Sealed | undefined>;
  all(owner: string): Promise<readonly (readonly [name: string, record: Sealed])[]>;
  put(owner: string, name: string, record: Sealed): Promise<void>;
  remove(owner: string, name: string): Promise<void>;
  /** Removes the records, and the key with the last of them. */
  destroy(owner: string): Promise<void>;
}

/** Lengths are rounded up to this, in bytes, so that they do not tell a 0 from a 10, or a yes from a no. */
const BLOCK = 512;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * What one patient's app keeps on this device, sealed with AES-256-GCM. The key never leaves the browser's own key
 * store: a page can use it and not read it. A record is bound to its owner and its name.
 */
export class Vault {
  private constructor(private readonly shelf: Shelf, readonly owner: string, private readonly key: CryptoKey) {}

  static async open(shelf: Shelf, clinicId: string, patientId: string): Promise<Vault> {
    return Vault.ofOwner(shelf, await digest(`${clinicId}\n${patientId}`));
  }

  static async ofOwner(shelf: Shelf, owner: string): Promise<Vault> {
    const known = await shelf.key(owner);
    const key = known ?? await shelf.keepKey(owner,
      await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']));
    return new Vault(shelf, owner, key);
  }

  async put(name: string, value: unknown): Promise<void> {
    const place = await this.place(name);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(this.parameters(iv, place), this.key, padded(JSON.stringify({ name, value })));
    await this.shelf.put(this.owner, place, { iv, sealed });
  }

  async get<T>(name: string): Promise<T | undefined> {
    const place = await this.place(name);
    const record = await this.shelf.get(this.owner, place);
    return record === undefined ? undefined : (await this.opened<T>(place, record))?.value;
  }

  /** All values whose names begin so. What cannot be opened is left where it is. */
  async all<T>(prefix: string): Promise<readonly T[]> {
    const opened = await Promise.all((await this.shelf.all(this.owner)).map(([place, record]) => this.opened<T>(place, record)));
    return opened.filter((each) => each !== undefined && each.name.startsWith(prefix)).map((each) => each!.value);
  }

  async remove(name: string): Promise<void> {
    await this.shelf.remove(this.owner, await this.place(name));
  }

  /** Removes what is named by the choice, and nothing that cannot be opened. */
  async forget(chosen: (name: string, value: unknown) => boolean): Promise<void> {
    for (const [place, record] of await this.shelf.all(this.owner)) {
      const opened = await this.opened<unknown>(place, record);
      if (opened !== undefined && chosen(opened.name, opened.value)) {
        await this.shelf.remove(this.owner, place);
      }
    }
  }

  /** Nobody can read what was kept here any more. */
  destroy(): Promise<void> {
    return this.shelf.destroy(this.owner);
  }

  private async opened<T>(place: string, record: Sealed): Promise<{ name: string; value: T } | undefined> {
    try {
      const bytes = await crypto.subtle.decrypt(this.parameters(record.iv, place), this.key, record.sealed);
      return JSON.parse(decoder.decode(bytes)) as { name: string; value: T };
    } catch {
      return undefined;
    }
  }

  private place(name: string): Promise<string> {
    return digest(`${this.owner}\n${name}`);
  }

  private parameters(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
    return { name: 'AES-GCM', iv, additionalData: encoder.encode(`${this.owner}/${place}`) };
  }
}

function padded(json: string): Uint8Array<ArrayBuffer> {
  const bytes = encoder.encode(json);
  const whole = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK).fill(0x20);
  whole.set(bytes);
  return whole;
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
