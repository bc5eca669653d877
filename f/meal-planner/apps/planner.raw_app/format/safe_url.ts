/** An address of a recipe's, if it is one that may be followed or shown: http or https. Anything else is null. */
export function safeUrl(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const url = new URL(address);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A picture's address: the page's rules load pictures over https only. */
export function safePicture(address: string | null | undefined): string | null {
  const url = safeUrl(address);
  return url?.startsWith("https:") ? url : null;
}
