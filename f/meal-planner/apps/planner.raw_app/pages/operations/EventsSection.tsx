import { Button, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import React, { useState } from "react";
import { type ApiError, useApi } from "../../api.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { goTo, linkTo } from "../../shell/router.ts";
import { EmptyState } from "../../states/EmptyState.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";

const PAGE = 50;

/** What happened, the last first; each leads to the chain that it is part of. */
export function EventsSection() {
  const api = useApi();
  const [type, setType] = useState("");
  const query = useInfiniteQuery<Answer<"latest_events">, ApiError>({
    queryKey: ["latest_events", type],
    initialPageParam: null,
    refetchInterval: 10_000,
    queryFn: ({ pageParam }) =>
      api.call("latest_events", {
        limit: PAGE,
        ...(type === "" ? {} : { detail_type: type }),
        ...(typeof pageParam === "string" ? { cursor: pageParam } : {}),
      }),
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
  const events = query.data?.pages.flatMap((page) => page.events);
  return (
    <>
      <div className="ops-forms">
        <FindChain />
        <TextInput
          label={TEXT.eventsType}
          placeholder={TEXT.eventsAll}
          value={type}
          onChange={(event) => setType(event.currentTarget.value.trim())}
        />
      </div>
      {query.error && !events && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {!events && !query.error && <LoadingState />}
      {events?.length === 0 && <EmptyState title={TEXT.eventsNone}>{TEXT.eventsNoneHint}</EmptyState>}
      {events && <EventRows events={events} />}
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {TEXT.more}
        </Button>
      )}
    </>
  );
}

function EventRows({ events }: { events: Answer<"latest_events">["events"] }) {
  const format = useFormat();
  const { ago } = useAgo();
  return (
    <ul className="ops-rows">
      {events.map((event) => (
        <li key={event.id}>
          <a className="ops-row ops-row-link" href={linkTo("operations", "chain", event.id)}>
            <span className="ops-row-title">{event["detail-type"]}</span>
            <span className="ops-row-note">{event.source}</span>
            <time className="ops-row-time" dateTime={event.time} title={format.moment(event.time)}>
              {ago(event.time)}
            </time>
          </a>
        </li>
      ))}
    </ul>
  );
}

function FindChain() {
  const [id, setId] = useState("");
  return (
    <form
      className="ops-find"
      onSubmit={(event) => {
        event.preventDefault();
        if (id.trim() !== "") goTo("operations", "chain", id.trim());
      }}
    >
      <TextInput
        label={TEXT.correlation}
        placeholder={TEXT.correlationHint}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {TEXT.look}
      </Button>
    </form>
  );
}
