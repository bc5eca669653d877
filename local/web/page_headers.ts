/**
 * What every answer says of itself. Scripts come from this server's files only, never from the page's text, so that
 * nothing a recipe says can run. Styles that the component library writes into the page carry the page's nonce.
 *
 * Pictures may come from any HTTPS address: a recipe's picture is its site's, and copying it here would make this
 * server ask addresses that a recipe names. No referrer tells those sites who looks. Unencrypted ones are refused,
 * as anyone on the way could see what is cooked.
 */
export function pageHeaders(nonce?: string): Record<string, string> {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      `style-src ${styles}`,
      "img-src 'self' data: https:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  };
}
