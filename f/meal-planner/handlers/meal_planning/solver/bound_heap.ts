/** A binary heap of things with a `bound`, least first. */
export class BoundHeap<T extends { bound: number }> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  get least(): number {
    return this.items[0]?.bound ?? Number.POSITIVE_INFINITY;
  }

  push(item: T): void {
    const { items } = this;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (items[up]!.bound <= item.bound) break;
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (!top || !last || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && items[down + 1]!.bound < items[down]!.bound) down++;
      if (items[down]!.bound >= last.bound) break;
      items[at] = items[down]!;
      at = down;
    }
    items[at] = last;
    return top;
  }
}
