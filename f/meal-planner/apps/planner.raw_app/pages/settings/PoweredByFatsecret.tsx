import React from "react";
import { CONNECTIONS } from "../../texts/settings.ts";

/** What FatSecret's terms ask for wherever something of theirs is shown. */
export function PoweredByFatsecret() {
  return (
    <p className="mp-hint">
      <a href="https://www.fatsecret.com" target="_blank" rel="noreferrer noopener">
        {CONNECTIONS.poweredBy}
      </a>
    </p>
  );
}
