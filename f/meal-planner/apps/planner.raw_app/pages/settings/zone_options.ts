/** Time zones to choose from. Browsers leave out names that are another's by now; what is set is there all the same. */
export function zoneOptions(known: string | null | undefined): { value: string; label: string }[] {
  const zones = Intl.supportedValuesOf("timeZone");
  const all = known && !zones.includes(known) ? [known, ...zones] : zones;
  return all.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
