/** Lists of the items that may fill each slot of a day. */

export function keepItems(list: Int32Array, keep: (item: number) => boolean): Int32Array {
  const kept = new Int32Array(list.length);
  let count = 0;
  for (let n = 0; n < list.length; n++) if (keep(list[n]!)) kept[count++] = list[n]!;
  return count === list.length ? list : kept.slice(0, count);
}

/**
 * Drops what takes so long that even the quickest of the other slots don't fit into the day; null where nothing fits.
 * With little time it is this, not the goals, that leaves few menus.
 */
export function keepInTime(lists: Int32Array[], minutes: Float64Array, most: number): Int32Array[] | null {
  if (most === Number.POSITIVE_INFINITY) return lists;
  const quickest = lists.map((list) => {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < list.length; n++) if (minutes[list[n]!]! < least) least = minutes[list[n]!]!;
    return least;
  });
  const spare = most - quickest.reduce((sum, least) => sum + least, 0) + 1e-9;
  if (spare < 0) return null;
  return lists.map((list, s) => keepItems(list, (i) => minutes[i]! <= quickest[s]! + spare));
}
