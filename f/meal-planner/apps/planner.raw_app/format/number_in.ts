/** What somebody typed as a number, with a point or a comma; an empty text is 0, anything else that is none is NaN. */
export function numberIn(text: string): number {
  return Number(text.trim().replace(",", "."));
}
