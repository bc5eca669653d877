import { useMemo } from "react";
import { createFormat, type Format } from "./create_format.ts";
import { useSettings } from "./settings.tsx";

export function useFormat(): Format {
  const { locale, units } = useSettings();
  return useMemo(() => createFormat(locale ?? undefined, units), [locale, units]);
}
