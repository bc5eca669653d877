import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { linkTo } from "../../shell/router.ts";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Json } from "./Json.tsx";
import { Mark } from "./Mark.tsx";

type Chain = Answer<"show_chain">;
type Link = Chain["chain"][number];
type Details = ReadonlyMap<string, unknown>;

/** All that followed from one cause, as a timeline: who emitted what, when, and what is still owed. */
export function ChainSection({ id }: { id: string }) {
  const chain = useAnswer("show_chain", { correlation_id: id }, { refetchInterval: 5_000 });
  return (
    <>
      <a href={linkTo("operations", "events")}>← {TEXT.back.events}</a>
      <Answered query={chain}>{(answer) => <Timeline chain={answer} />}</Answered>
    </>
  );
}

function Timeline({ chain }: { chain: Chain }) {
  const format = useFormat();
  const { span } = useAgo();
  const events = useAnswer("query_events", { correlation_id: chain.correlation_id, limit: 1000 });
  const details = new Map(events.data?.events.map((event) => [event.id, event.detail]));
  const links = flatten(chain.chain);
  const start = links[0]?.time ?? "";
  const last = links.reduce((latest, { time }) => (time > latest ? time : latest), start);
  const open = links.some(({ owed, dead_letters }) => owed.length + dead_letters.length > 0);
  return (
    <section aria-labelledby="chain-title">
      <h2 id="chain-title">{TEXT.chain}</h2>
      <p className="mp-muted">
        {TEXT.chainNote(
          TEXT.events(chain.events, format.number(chain.events, 0)),
          span((Date.parse(last) - Date.parse(start)) / 1000),
        )}
        {". "}
        {!open && TEXT.allDelivered}
      </p>
      <p className="ops-id">{chain.correlation_id}</p>
      <Branch links={chain.chain} start={start} details={details} />
    </section>
  );
}

function flatten(links: readonly Link[]): Link[] {
  return links.flatMap((link) => [link, ...flatten(link.caused)]);
}

/** A cause stands over what it caused. */
function Branch({ links, start, details }: { links: readonly Link[]; start: string; details: Details }) {
  const format = useFormat();
  const { after } = useAgo();
  return (
    <ol className="ops-timeline">
      {links.map((link) => (
        <li key={link.id}>
          <div className="ops-event">
            <span className="ops-row-title">{link.detail_type}</span>
            <time className="ops-row-time" dateTime={link.time} title={format.moment(link.time)}>
              {after(start, link.time)}
            </time>
            <span className="ops-row-note">{link.source}</span>
            {link.owed.map(({ rule, target, attempts, last_error }) => (
              <span key={`${rule} ${target}`} className="ops-owed">
                <Mark tone="warn">{TEXT.owed(target, attempts)}</Mark>
                {last_error && <span className="ops-row-note">{last_error}</span>}
              </span>
            ))}
            {link.dead_letters.length > 0 && (
              <a href={linkTo("operations", "letters")}>
                <Mark tone="bad">{TEXT.deadHere(link.dead_letters.length)}</Mark>
              </a>
            )}
            {details.has(link.id) && (
              <details>
                <summary>{TEXT.openDetail}</summary>
                <Json value={details.get(link.id)} />
              </details>
            )}
          </div>
          {link.caused.length > 0 && <Branch links={link.caused} start={start} details={details} />}
        </li>
      ))}
    </ol>
  );
}
