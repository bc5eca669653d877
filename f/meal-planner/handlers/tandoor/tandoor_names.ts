/** Tandoor keeps four places of an amount. */
export function roundAmount(amount: number): number {
  return Math.round(amount * 10_000) / 10_000;
}

/** Names are the same there whatever their case, and without the spaces around them. */
export function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

export function foldName(name: string): string {
  return name.trim().toLowerCase();
}
