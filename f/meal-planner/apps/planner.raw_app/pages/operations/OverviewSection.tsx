import { SegmentedControl } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { ApprovalCards } from "./ApprovalCards.tsx";
import { useAgo } from "./ago.ts";
import { Schedules } from "./Schedules.tsx";
import { Targets } from "./Targets.tsx";
import { Tile } from "./Tile.tsx";

const REFRESH_MS = 5_000;

/** Whether all is well, and where it isn't. */
export function OverviewSection() {
  const [minutes, setMinutes] = useState(60);
  const metrics = useAnswer("metrics", { minutes }, { refetchInterval: REFRESH_MS, keepPrevious: true });
  return (
    <>
      <ApprovalCards />
      <Answered query={metrics}>
        {(answer) => (
          <>
            <Tiles metrics={answer} />
            <div className="ops-head">
              <h2>{TEXT.targets}</h2>
              <SegmentedControl
                aria-label={TEXT.window}
                value={String(minutes)}
                onChange={(value) => setMinutes(Number(value))}
                data={Object.entries(TEXT.windows).map(([value, label]) => ({ value, label }))}
              />
            </div>
            <Targets targets={answer.targets} />
          </>
        )}
      </Answered>
      <h2>{TEXT.schedules}</h2>
      <p className="mp-muted">{TEXT.schedulesNote}</p>
      <Schedules />
    </>
  );
}

function Tiles({ metrics }: { metrics: Answer<"metrics"> }) {
  const format = useFormat();
  const { span } = useAgo();
  const sagas = useAnswer("sagas", { limit: 1 }, { refetchInterval: REFRESH_MS }).data;
  const circuits = useAnswer("circuits", {}, { refetchInterval: REFRESH_MS }).data?.circuits;
  const schedules = useAnswer("schedule_health", {}, { refetchInterval: REFRESH_MS }).data?.schedules;
  const { tiles } = TEXT;
  const failed = metrics.targets
    .flatMap(({ failures }) => failures)
    .reduce((sum, { count }) => sum + count, 0);
  const open = circuits?.filter(({ state }) => state !== "closed").length ?? 0;
  const late = schedules?.filter(({ state }) => state === "late").length ?? 0;
  const stuck = sagas?.counts.stuck ?? 0;
  const oldest = metrics.oldest_age_seconds;
  return (
    <div className="ops-tiles">
      <Tile
        label={tiles.backlog}
        value={format.number(metrics.backlog, 0)}
        hint={oldest === null ? tiles.nothingWaits : tiles.oldest(span(oldest))}
        attention={(oldest ?? 0) > 180}
      />
      <Tile
        label={tiles.rate}
        value={format.number(metrics.delivered_per_minute, 1)}
        hint={failed > 0 ? tiles.failed(format.number(failed, 0)) : tiles.noneFailed}
        to="events"
      />
      <Tile
        label={tiles.letters}
        value={format.number(metrics.dead_letters_waiting, 0)}
        hint={tiles.lettersHint}
        attention={metrics.dead_letters_waiting > 0}
        to="letters"
      />
      <Tile
        label={tiles.sagas}
        value={sagas ? format.number(stuck, 0) : "–"}
        hint={tiles.sagasHint(
          format.number((sagas?.counts.running ?? 0) + (sagas?.counts.compensating ?? 0), 0),
        )}
        attention={stuck > 0}
        to="sagas"
      />
      <Tile
        label={tiles.circuits}
        value={circuits ? format.number(open, 0) : "–"}
        hint={tiles.circuitsHint(format.number(circuits?.length ?? 0, 0))}
        attention={open > 0}
        to="circuits"
      />
      <Tile
        label={tiles.schedules}
        value={schedules ? format.number(late, 0) : "–"}
        hint={tiles.schedulesHint(format.number(schedules?.length ?? 0, 0))}
        attention={late > 0}
      />
    </div>
  );
}
