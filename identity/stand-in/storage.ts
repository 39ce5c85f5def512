import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Per kind of record, so that a flood of one kind (unfinished sign-ins) cannot push out another (sessions). */
const recordsMax = 10_000;

/** oidc-provider's storage in memory: bounded, expiring, and gone with the process. */
export function createStorage(): { adapter: (kind: string) => Adapter; clear: () => void } {
  const kinds = new Map<string, MemoryAdapter>();
  return {
    adapter(kind) {
      const existing = kinds.get(kind);
      if (existing !== undefined) return existing;
      const created = new MemoryAdapter();
      kinds.set(kind, created);
      return created;
    },
    clear() {
      for (const kind of kinds.values()) kind.clear();
    },
  };
}

class MemoryAdapter implements Adapter {
  readonly #records = new LRUCache<string, AdapterPayload>({ max: recordsMax });
  readonly #idsByUid = new LRUCache<string, string>({ max: recordsMax });

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const options = expiresInSeconds === undefined ? {} : { ttl: expiresInSeconds * 1_000 };
    this.#records.set(id, payload, options);
    if (payload.uid !== undefined) this.#idsByUid.set(payload.uid, id, options);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#records.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = this.#idsByUid.get(uid);
    return id === undefined ? undefined : this.#records.get(id);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.#records.get(id);
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.#records.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, payload] of this.#records.entries()) {
      if (payload.grantId === grantId) this.#records.delete(id);
    }
  }

  clear(): void {
    this.#records.clear();
    this.#idsByUid.clear();
  }
}
