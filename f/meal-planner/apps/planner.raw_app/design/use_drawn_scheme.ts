import { useComputedColorScheme } from "@mantine/core";

/** "light" or "dark" as it is now: a chart draws anew when it changes, for its colours aren't styles. */
export function useDrawnScheme(): "light" | "dark" {
  return useComputedColorScheme("light", { getInitialValueInEffect: false });
}
