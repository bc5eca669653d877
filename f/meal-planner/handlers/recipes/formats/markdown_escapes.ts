/** A text for Markdown: what would mean something there is written with a backslash before it. */
export function escaped(text: string, marks: RegExp = /(?!)/): string {
  return text.replace(/\\/g, "\\\\").replace(marks, (mark) => `\\${mark}`);
}

/** Markdown's text as it reads: a backslash before punctuation stands for the punctuation alone (CommonMark 2.4). */
export function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Parts between separators that no backslash stands before. */
export function partsBetween(text: string, separator: string): string[] {
  const parts = [""];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === separator) parts.push("");
    else {
      const taken = character === "\\" ? text.slice(at, at + 2) : character;
      parts[parts.length - 1] += taken;
      at += taken.length - 1;
    }
  }
  return parts;
}
