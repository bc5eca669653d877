/** What Windows-1252 has at 0x80 to 0x9f, where ISO 8859-1 has control characters (WHATWG's Encoding standard). */
const FROM_128 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A character that was meant by Windows-1252 and came as a control character; others are themselves. */
export function windows1252Character(code: number): string {
  return FROM_128[code - 128] ?? String.fromCodePoint(code);
}

export function windows1252Text(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return text.replace(/[\u0080-\u009f]/g, (character) => windows1252Character(character.charCodeAt(0)));
}
