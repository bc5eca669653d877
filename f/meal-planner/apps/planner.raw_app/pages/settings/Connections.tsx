import { Button } from "@mantine/core";
import React, { useId, useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { CONNECTIONS } from "../../texts/settings.ts";
import { ConnectFatsecret } from "./ConnectFatsecret.tsx";
import { PoweredByFatsecret } from "./PoweredByFatsecret.tsx";
import { PublishingSettings } from "./PublishingSettings.tsx";

type Person = Answer<"get_household">["people"][number];

/** The other apps of the household: whether they are reached, whose accounts are connected, and what is shown there. */
export function Connections({ people }: { people: readonly Person[] }) {
  const title = useId();
  return (
    <section className="mp-card mp-settings-form" aria-labelledby={title}>
      <h2 id={title}>{CONNECTIONS.title}</h2>
      <p className="mp-muted">{CONNECTIONS.hint}</p>
      <h3>{CONNECTIONS.tandoor}</h3>
      <Tandoor />
      <h3>{CONNECTIONS.fatsecret}</h3>
      <FatsecretAccounts people={people} />
      <PublishingSettings />
    </section>
  );
}

function Tandoor() {
  const format = useFormat();
  const test = useChange("test_tandoor");
  const found = test.data;
  return (
    <>
      {found && (
        <div role="status">
          <p>{CONNECTIONS.works(found.address, found.version)}</p>
          <p className="mp-muted">
            {CONNECTIONS.space(found.space.name, format.number(found.recipes))}{" "}
            {found.may_write ? CONNECTIONS.readsAndWrites : CONNECTIONS.readsOnly}
          </p>
          {found.warnings.map((warning) => (
            <p key={warning} className="mp-warning">
              {warning}
            </p>
          ))}
        </div>
      )}
      {test.error && <ErrorState error={test.error} />}
      <Button variant="default" loading={test.isPending} onClick={() => test.mutate({})}>
        {CONNECTIONS.test}
      </Button>
    </>
  );
}

function FatsecretAccounts({ people }: { people: readonly Person[] }) {
  const format = useFormat();
  const accounts = useAnswer("fatsecret_connections", {});
  const [connecting, setConnecting] = useState<Person | null>(null);
  return (
    <>
      <Answered query={accounts} lines={2}>
        {({ connections }) => (
          <ul className="mp-settings-rows">
            {people.map((person) => {
              const account = connections.find(({ person_id }) => person_id === person.person_id);
              return (
                <li key={person.person_id}>
                  <div>
                    <strong>{person.name}</strong>
                    <p className="mp-muted">
                      {account
                        ? CONNECTIONS.connected(format.moment(account.connected_at))
                        : CONNECTIONS.notConnected}
                    </p>
                  </div>
                  {account ? (
                    <Disconnect person={person} />
                  ) : (
                    <Button
                      variant="default"
                      aria-label={CONNECTIONS.connectFor(person.name)}
                      onClick={() => setConnecting(person)}
                    >
                      {CONNECTIONS.connect}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
      <PoweredByFatsecret />
      <Sheet
        title={connecting ? CONNECTIONS.connectTitle(connecting.name) : ""}
        opened={connecting !== null}
        onClose={() => setConnecting(null)}
      >
        {connecting && <ConnectFatsecret person={connecting} onDone={() => setConnecting(null)} />}
      </Sheet>
    </>
  );
}

function Disconnect({ person }: { person: Person }) {
  const notice = useNotice();
  const [sure, setSure] = useState(false);
  const disconnect = useChange("disconnect_fatsecret", {
    refreshes: ["fatsecret_connections"],
    // What to do at FatSecret itself, which nobody can do from here.
    onDone: ({ advice }) => notice({ text: advice }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  if (!sure) {
    return (
      <Button
        variant="default"
        aria-label={CONNECTIONS.disconnectFor(person.name)}
        onClick={() => setSure(true)}
      >
        {CONNECTIONS.disconnect}
      </Button>
    );
  }
  return (
    <fieldset className="mp-settings-sure">
      <legend>{CONNECTIONS.disconnectSure(person.name)}</legend>
      <Button
        variant="default"
        className="mp-danger"
        loading={disconnect.isPending}
        onClick={() => disconnect.mutate({ person: person.person_id })}
      >
        {CONNECTIONS.disconnect}
      </Button>
      <Button variant="subtle" onClick={() => setSure(false)}>
        {CONNECTIONS.keep}
      </Button>
    </fieldset>
  );
}
