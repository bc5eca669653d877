import { createStore, get, set, type UseStore, update } from "idb-keyval";

/** What stays on this device: settings, the last answers, ticks that nobody has heard of yet. */
export type DeviceStore = {
  read<T>(key: string): Promise<T | undefined>;
  write(key: string, value: unknown): Promise<void>;
  /** Changes a value in one step, whatever another tab does meanwhile; answers the new one. */
  update<T>(key: string, change: (value: T | undefined) => T): Promise<T>;
};

const PROBE = "opened_at";

/**
 * The store, which opens while other things go on: what is asked of it waits. Where the browser keeps nothing (a private
 * window, a frame without storage), it holds all until the page is closed.
 */
export function openDeviceStore(): DeviceStore {
  const opening = open();
  return {
    read: async (key) => (await opening).read(key),
    write: async (key, value) => (await opening).write(key, value),
    update: async (key, change) => (await opening).update(key, change),
  };
}

async function open(): Promise<DeviceStore> {
  try {
    const store = createStore("meal-planner", "kept");
    await set(PROBE, Date.now(), store);
    return lastingStore(store);
  } catch (error) {
    console.warn("This browser keeps nothing for the page:", error);
    return passingStore();
  }
}

function lastingStore(store: UseStore): DeviceStore {
  return {
    read: (key) => get(key, store),
    write: (key, value) => set(key, value, store),
    update: async <T>(key: string, change: (value: T | undefined) => T) => {
      let made: T | undefined;
      await update<T>(
        key,
        (value) => {
          made = change(value);
          return made;
        },
        store,
      );
      return made as T;
    },
  };
}

function passingStore(): DeviceStore {
  const values = new Map<string, unknown>();
  return {
    read: async <T>(key: string) => values.get(key) as T | undefined,
    write: async (key, value) => {
      values.set(key, value);
    },
    update: async <T>(key: string, change: (value: T | undefined) => T) => {
      const made = change(values.get(key) as T | undefined);
      values.set(key, made);
      return made;
    },
  };
}
