import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { ConflictCard } from "./ConflictCard.tsx";
import { Mark } from "./Mark.tsx";

/** How the other systems are kept in step, and what both sides changed. */
export function SyncsSection() {
  const connections = useAnswer("fatsecret_connections", {}, { refetchInterval: 10_000 });
  const conflicts = useAnswer("tandoor_conflicts", {}, { refetchInterval: 10_000 });
  return (
    <>
      <h2>{TEXT.fatsecret}</h2>
      <Answered query={connections} lines={2}>
        {(answer) =>
          answer.connections.length === 0 ? (
            <p className="mp-muted">{TEXT.fatsecretNone}</p>
          ) : (
            <ul className="ops-rows">
              {answer.connections.map((connection) => (
                <li key={connection.person_id}>
                  <ConnectionRow connection={connection} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <h2>{TEXT.tandoor}</h2>
      <Answered query={conflicts} lines={2}>
        {(answer) =>
          answer.conflicts.length === 0 ? (
            <p className="mp-muted">{TEXT.conflictsNone}</p>
          ) : (
            <ul className="ops-cards ops-wide">
              {answer.conflicts.map((conflict) => (
                <li key={conflict.conflict_id}>
                  <ConflictCard conflict={conflict} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

function ConnectionRow({
  connection,
}: {
  connection: Answer<"fatsecret_connections">["connections"][number];
}) {
  const format = useFormat();
  const { ago } = useAgo();
  const { name, busy, waiting, dead, connected_at, last_sync: last } = connection;
  const count = (value: number) => format.number(value, 0);
  return (
    <div className="ops-row">
      <span className="ops-row-title">{name}</span>
      {busy && <Mark tone="good">{TEXT.syncing}</Mark>}
      {waiting > 0 && <Mark tone="warn">{TEXT.toSend(count(waiting))}</Mark>}
      {dead > 0 && <Mark tone="bad">{TEXT.notSent(count(dead))}</Mark>}
      <span className="ops-row-note">
        {last
          ? `${TEXT.lastSync(ago(last.started_at))}: ${TEXT.counts(
              count(last.counts.created),
              count(last.counts.updated),
              count(last.counts.failed),
            )}`
          : TEXT.neverSynced}
      </span>
      <span className="ops-row-time">{TEXT.connected(ago(connected_at))}</span>
      {last?.problems.map((problem) => (
        <span key={`${problem.name} ${problem.message}`} className="ops-owed">
          {problem.name}: <code>{problem.code}</code> {problem.message}
        </span>
      ))}
    </div>
  );
}
