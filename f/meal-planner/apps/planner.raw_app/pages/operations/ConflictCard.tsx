import { Button } from "@mantine/core";
import React from "react";
import { useChange } from "../../data/use_answer.ts";
import { safeUrl } from "../../format/safe_url.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { Mark } from "./Mark.tsx";

type Conflict = Answer<"tandoor_conflicts">["conflicts"][number];

/** A recipe that both sides changed: field by field what each has, and whose is to stay. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const notice = useNotice();
  const resolve = useChange("resolve_conflict", {
    refreshes: ["tandoor_conflicts"],
    onDone: () => notice({ text: TEXT.conflictSettled(conflict.recipe_name) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const keep = (side: "ours" | "theirs", label: string) => (
    <Button
      variant="default"
      loading={resolve.isPending && resolve.variables.keep === side}
      onClick={() => resolve.mutate({ conflict_ids: [conflict.conflict_id], keep: side })}
    >
      {label}
    </Button>
  );
  const there = safeUrl(conflict.tandoor_url);
  return (
    <article className="mp-card ops-card" aria-label={conflict.recipe_name}>
      <div className="ops-head">
        <h3>{conflict.recipe_name}</h3>
        <Mark tone="warn">{TEXT.conflictKinds[conflict.kind] ?? conflict.kind}</Mark>
      </div>
      {conflict.fields.length > 0 && <Fields fields={conflict.fields} />}
      <p className="ops-links">
        {conflict.kind !== "deleted_here" && (
          <a href={linkTo("recipes", conflict.recipe_id)}>{TEXT.seeHere}</a>
        )}
        {there && (
          <a href={there} target="_blank" rel="noreferrer noopener">
            {TEXT.seeThere}
          </a>
        )}
      </p>
      <div className="ops-actions">
        {keep("ours", TEXT.keepOurs)}
        {keep("theirs", TEXT.keepTheirs)}
      </div>
    </article>
  );
}

/** Both versions beside each other; what only one of them has is marked. */
function Fields({ fields }: { fields: Conflict["fields"] }) {
  return (
    <table className="ops-versions">
      <thead>
        <tr>
          <th scope="col">{TEXT.ours}</th>
          <th scope="col">{TEXT.theirs}</th>
        </tr>
      </thead>
      {fields.map(({ field, ours, theirs }) => (
        <tbody key={field}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {TEXT.conflictFields[field] ?? field}
            </th>
          </tr>
          <tr>
            <Version value={ours} other={theirs} />
            <Version value={theirs} other={ours} />
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function Version({ value, other }: { value: unknown; other: unknown }) {
  if (!Array.isArray(value)) return <td>{shown(value)}</td>;
  const others = new Set(Array.isArray(other) ? other.map(shown) : []);
  return (
    <td>
      <ul>
        {value
          .map((line, place) => ({ text: shown(line), place }))
          .map(({ text, place }) => (
            <li key={place}>{others.has(text) ? text : <mark>{text}</mark>}</li>
          ))}
      </ul>
    </td>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return JSON.stringify(value);
}
