import React from "react";

/** Data as it is, to be read and copied: text, whatever it holds, and wrapped, so that nothing has to be scrolled for. */
export function Json({ value }: { value: unknown }) {
  return <pre className="ops-json">{JSON.stringify(value, null, 2)}</pre>;
}
