import { createFormat } from "./create_format.ts";
import { useSettings } from "./settings.tsx";

// One for all parts of the page: a week has a hundred that show numbers.
let latest = createFormat(undefined, "metric");

export function useFormat() {
  const { locale, units } = useSettings();
  const wanted = locale ?? undefined;
  if (latest.locale !== wanted || latest.units !== units) latest = createFormat(wanted, units);
  return latest;
}
