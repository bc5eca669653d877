import { Button, TextInput } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { safeUrl } from "../../format/safe_url.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { CONNECTIONS } from "../../texts/settings.ts";

type Person = Answer<"get_household">["people"][number];

/** Signs a person in at FatSecret: over there, and with the number that they bring back. */
export function ConnectFatsecret({ person, onDone }: { person: Person; onDone: () => void }) {
  const format = useFormat();
  const notice = useNotice();
  const [number, setNumber] = useState("");
  const { mutate: begin, ...start } = useChange("connect_fatsecret");
  const complete = useChange("complete_fatsecret", {
    refreshes: ["fatsecret_connections"],
    onDone: ({ name }) => {
      notice({ text: CONNECTIONS.done(name) });
      onDone();
    },
  });
  // A second start makes the first one's number void, so it begins once, when the sheet opens.
  useEffect(() => begin({ person: person.person_id }), [begin, person.person_id]);
  if (start.error) {
    return <ErrorState error={start.error} retry={() => begin({ person: person.person_id })} />;
  }
  const address = safeUrl(start.data?.authorize_url);
  if (!start.data || !address) return <LoadingState lines={2} />;
  const { connection_id, expires_at } = start.data;
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        complete.mutate({ connection_id, verifier: number.trim() });
      }}
    >
      <p>
        {CONNECTIONS.steps} <span className="mp-muted">{CONNECTIONS.until(format.moment(expires_at))}</span>
      </p>
      <Button component="a" variant="default" href={address} target="_blank" rel="noreferrer noopener">
        {CONNECTIONS.open}
      </Button>
      <TextInput
        label={CONNECTIONS.number}
        required
        autoComplete="off"
        value={number}
        error={complete.error?.message}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit" loading={complete.isPending} disabled={number.trim() === ""}>
        {CONNECTIONS.connect}
      </Button>
    </form>
  );
}
