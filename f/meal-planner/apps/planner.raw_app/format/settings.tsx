import React, { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { DeviceStore } from "../data/device_store.ts";

export type Units = "metric" | "us";

export type Settings = {
  units: Units;
  /** Numbers and dates; null takes the browser's. */
  locale: string | null;
  /** Whose portions and goals are shown first; null is the household's first person. */
  personId: string | null;
};

const USUAL: Settings = {
  units: /^en-(US|LR)|^my/.test(navigator.language) ? "us" : "metric",
  locale: null,
  personId: null,
};

type SettingsInUse = Settings & { change: (part: Partial<Settings>) => void };

const SettingsContext = createContext<SettingsInUse>({ ...USUAL, change: () => {} });

const KEY = "settings";

/** What a person set on this device. */
export function SettingsProvider({ store, children }: { store: DeviceStore; children: React.ReactNode }) {
  const [settings, setSettings] = useState(USUAL);
  useEffect(() => {
    void store.read<Partial<Settings>>(KEY).then((kept) => kept && setSettings({ ...USUAL, ...kept }));
  }, [store]);
  const value = useMemo(
    () => ({
      ...settings,
      change: (part: Partial<Settings>) => {
        const next = { ...settings, ...part };
        setSettings(next);
        void store.write(KEY, next);
      },
    }),
    [settings, store],
  );
  return <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>;
}

export function useSettings(): SettingsInUse {
  return useContext(SettingsContext);
}
