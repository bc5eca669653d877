/** Shows what is being done: a line that is rewritten on a terminal, and one line a step where output is kept. */
export class Progress {
  private readonly live = process.stdout.isTTY ?? false;
  private started = 0;
  private title = "";

  /** Runs a step and prints it with what came of it and how long it took. */
  async step<T>(
    title: string,
    work: (note: (text: string) => void) => Promise<T>,
    outcome: (result: T) => string,
  ): Promise<T> {
    this.title = title;
    this.started = performance.now();
    this.note("…");
    const result = await work((text) => this.note(text));
    const seconds = ((performance.now() - this.started) / 1000).toFixed(1);
    this.clear();
    process.stdout.write(`✓ ${title.padEnd(26)} ${outcome(result)} (${seconds} s)\n`);
    return result;
  }

  private note(text: string): void {
    if (!this.live) return;
    this.clear();
    process.stdout.write(`… ${this.title.padEnd(26)} ${text}`);
  }

  private clear(): void {
    if (this.live) process.stdout.write("\r\u001b[2K");
  }
}
