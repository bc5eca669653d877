import React from "react";
import { linkTo } from "../../shell/router.ts";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { ChainSection } from "./ChainSection.tsx";
import { CircuitsSection } from "./CircuitsSection.tsx";
import { EventsSection } from "./EventsSection.tsx";
import { LettersSection } from "./LettersSection.tsx";
import { OverviewSection } from "./OverviewSection.tsx";
import { SagaSection } from "./SagaSection.tsx";
import { SagasSection } from "./SagasSection.tsx";
import { SyncsSection } from "./SyncsSection.tsx";
import "./operations.css";

type SectionId = keyof typeof TEXT.sections;

/** What happened, what waits, what went wrong, and what can be done about it. */
export function OperationsPage({ rest }: { rest: string[] }) {
  const [part, id] = rest;
  const current = sectionOf(part);
  return (
    <div className="ops">
      <h1>{TEXT.title}</h1>
      <nav className="ops-sections" aria-label={TEXT.sectionsLabel}>
        {(Object.keys(TEXT.sections) as SectionId[]).map((section) => (
          <a
            key={section}
            href={section === "overview" ? linkTo("operations") : linkTo("operations", section)}
            aria-current={section === current ? "page" : undefined}
          >
            {TEXT.sections[section]}
          </a>
        ))}
      </nav>
      {show(part, id)}
    </div>
  );
}

function sectionOf(part: string | undefined): SectionId {
  if (part === "chain") return "events";
  return part !== undefined && part in TEXT.sections ? (part as SectionId) : "overview";
}

function show(part: string | undefined, id: string | undefined): React.ReactNode {
  switch (part) {
    case "events":
      return <EventsSection />;
    case "chain":
      return <ChainSection key={id} id={id ?? ""} />;
    case "letters":
      return <LettersSection />;
    case "circuits":
      return <CircuitsSection />;
    case "sagas":
      return id === undefined ? <SagasSection /> : <SagaSection key={id} id={id} />;
    case "syncs":
      return <SyncsSection />;
    default:
      return <OverviewSection />;
  }
}
