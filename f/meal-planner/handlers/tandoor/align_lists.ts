/** One place of two lists laid side by side: the item that both have, or what the second has instead. */
export type Alignment =
  | { kind: "kept"; before: number; after: number }
  | { kind: "replaced"; before: number; after: number }
  | { kind: "removed"; before: number }
  | { kind: "added"; after: number };

/**
 * Lays two lists of texts side by side by their longest common subsequence. Between what both have, what went and what
 * came are paired off in order: a changed item takes the place of the one that it was. Pure; time and space in
 * proportion to the product of the lengths, which are those of a recipe.
 */
export function alignLists(before: readonly string[], after: readonly string[]): Alignment[] {
  const lengths = commonLengths(before, after);
  const alignment: Alignment[] = [];
  const gone: number[] = [];
  const come: number[] = [];
  const closeGap = () => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++) {
      const [b, a] = [gone[i], come[i]];
      if (b !== undefined && a !== undefined) alignment.push({ kind: "replaced", before: b, after: a });
      else if (b !== undefined) alignment.push({ kind: "removed", before: b });
      else if (a !== undefined) alignment.push({ kind: "added", after: a });
    }
    gone.length = 0;
    come.length = 0;
  };
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    if (b < before.length && a < after.length && before[b] === after[a]) {
      closeGap();
      alignment.push({ kind: "kept", before: b++, after: a++ });
    } else if (a >= after.length || (b < before.length && at(lengths, b + 1, a) >= at(lengths, b, a + 1))) {
      gone.push(b++);
    } else come.push(a++);
  }
  closeGap();
  return alignment;
}

const at = (lengths: readonly Uint16Array[], row: number, column: number) => lengths[row]?.[column] ?? 0;

/** For each pair of ends, how much of them is common. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let b = before.length - 1; b >= 0; b--) {
    const row = lengths[b]!;
    for (let a = after.length - 1; a >= 0; a--) {
      row[a] =
        before[b] === after[a]
          ? at(lengths, b + 1, a + 1) + 1
          : Math.max(at(lengths, b + 1, a), at(lengths, b, a + 1));
    }
  }
  return lengths;
}
