import { expect, test } from "vitest";
import { TerminalBar } from "../../local/jobs/terminal_bar.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const bar = new TerminalBar({ isTTY, write: (text) => written.push(Buffer.from(text).toString("utf8")) });
  return { bar, text: () => written.splice(0).join("") };
}

test("a bar stays below what is printed, and goes when the job is done", () => {
  const { bar, text } = terminal(true);
  bar.show(50);
  expect(text()).toBe(`\r\u001b[2K${"█".repeat(15)}${"░".repeat(15)} 50 %`);
  bar.print("a line\n");
  expect(text()).toBe(`\r\u001b[2Ka line\n\r\u001b[2K${"█".repeat(15)}${"░".repeat(15)} 50 %`);
  bar.hide();
  expect(text()).toBe("\r\u001b[2K");
  bar.print("after\n");
  expect(text()).toBe("after\n");
});

test("where there is no terminal, only what is printed is written", () => {
  const { bar, text } = terminal(false);
  bar.show(50);
  bar.print("a line\n");
  bar.hide();
  expect(text()).toBe("a line\n");
});
