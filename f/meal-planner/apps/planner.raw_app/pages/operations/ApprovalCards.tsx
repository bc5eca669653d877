import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import React from "react";
import { type ApiError, type Approval, type Approvals, useApi } from "../../api.ts";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { linkTo } from "../../shell/router.ts";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";

/** Flows that wait for somebody to approve, such as a week that was planned by its schedule. */
export function ApprovalCards() {
  const { approvals } = useApi();
  return approvals ? <Waiting approvals={approvals} /> : null;
}

const KEY = ["approvals"];

function Waiting({ approvals }: { approvals: Approvals }) {
  const { data } = useQuery({ queryKey: KEY, queryFn: () => approvals.list(), refetchInterval: 10_000 });
  if (!data || data.length === 0) return null;
  return (
    <>
      <h2>{TEXT.approvals}</h2>
      <ul className="ops-cards">
        {data.map((approval) => (
          <li key={`${approval.run_id} ${approval.step}`}>
            <ApprovalCard approval={approval} approvals={approvals} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ApprovalCard({ approval, approvals }: { approval: Approval; approvals: Approvals }) {
  const format = useFormat();
  const notice = useNotice();
  const client = useQueryClient();
  const decide = useMutation<void, ApiError, boolean>({
    mutationFn: (approved) => approvals.decide({ run_id: approval.run_id, step: approval.step, approved }),
    onSuccess: (_, approved) => notice({ text: approved ? TEXT.approved : TEXT.refused }),
    onError: (error) => notice({ text: error.message, kind: "failed" }),
    onSettled: () => client.invalidateQueries(),
  });
  const name = approval.flow.split("/").at(-1) ?? approval.flow;
  const planId = planOf(approval.shown);
  const button = (approved: boolean, label: string) => (
    <Button
      variant={approved ? "filled" : "default"}
      loading={decide.isPending && decide.variables === approved}
      onClick={() => decide.mutate(approved)}
    >
      {label}
    </Button>
  );
  return (
    <article className="mp-card ops-card">
      <h3>{TEXT.flowNames[name] ?? name}</h3>
      <p className="mp-muted">{TEXT.decideBy(format.moment(approval.until))}</p>
      {planId && <a href={linkTo("week", planId)}>{TEXT.seeWeek}</a>}
      <div className="ops-actions">
        {button(true, TEXT.approve)}
        {button(false, TEXT.refuse)}
      </div>
    </article>
  );
}

/** The plan that is decided on, where it is one. */
function planOf(shown: unknown): string | null {
  const id = shown !== null && typeof shown === "object" ? Reflect.get(shown, "plan_id") : null;
  return typeof id === "string" ? id : null;
}
