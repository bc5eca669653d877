/** What a bar is drawn on; stderr, unless a test looks on. */
type Terminal = { isTTY?: boolean; write(text: string | Uint8Array): unknown };

const WIDTH = 30;
const CLEAR = "\r\u001b[2K";

/** A job's progress as a bar in the last line of a terminal, below whatever is printed meanwhile. No terminal, no bar. */
export class TerminalBar {
  private shown: number | undefined;

  constructor(private readonly terminal: Terminal = process.stderr) {}

  show(percent: number): void {
    if (!this.terminal.isTTY) return;
    this.shown = percent;
    const filled = Math.round((WIDTH * Math.min(100, Math.max(0, percent))) / 100);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    this.terminal.write(`${CLEAR}${bar} ${Math.round(percent)} %`);
  }

  /** Prints above the bar. */
  print(chunk: string | Uint8Array): void {
    if (this.shown === undefined) {
      this.terminal.write(chunk);
      return;
    }
    this.terminal.write(CLEAR);
    this.terminal.write(chunk);
    // Half a line stays open for its other half.
    const endsLine = typeof chunk === "string" ? chunk.endsWith("\n") : chunk.at(-1) === 0x0a;
    if (endsLine) this.show(this.shown);
  }

  hide(): void {
    if (this.shown === undefined) return;
    this.shown = undefined;
    this.terminal.write(CLEAR);
  }
}

/** This process's. */
export const terminalBar = new TerminalBar();
