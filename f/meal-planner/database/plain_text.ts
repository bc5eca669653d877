import { z } from "zod";

/**
 * A person's text: composed (Unicode NFC), trimmed, 1 to `max` characters, without characters that Postgres can't keep (NUL, lone
 * surrogates). Markup in it is kept as the text that it is; whoever shows it escapes it.
 */
export function plainText(max: number) {
  return storableText()
    .trim()
    .min(1, { message: "Must not be empty." })
    .max(max, { message: `At most ${max} characters.` });
}

/** As `plainText`, but it may be empty and keeps its blanks: a description, a search. */
export function looseText(max: number) {
  return storableText().max(max, { message: `At most ${max} characters.` });
}

function storableText() {
  return z
    .string()
    .normalize()
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), {
      message: "Contains a character that can't be stored (NUL or half a surrogate pair). Remove it.",
    });
}
