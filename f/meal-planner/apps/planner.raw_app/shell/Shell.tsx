import { ActionIcon } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useIsOffline } from "../data/connection.ts";
import { useReadAhead } from "../data/use_answer.ts";
import { useTickQueue } from "../pages/shopping/tick_queue.tsx";
import { CrashGuard } from "../states/CrashGuard.tsx";
import { EmptyState } from "../states/EmptyState.tsx";
import { SHELL, STATES } from "../texts/shell.ts";
import { Icon } from "./Icon.tsx";
import { later } from "./later.tsx";
import type { Route } from "./route.ts";
import { linkTo, useRoute } from "./router.ts";
import { PAGES, pageOf, SharedListPage } from "./routes.tsx";

const CURRENT = {};
const SettingsSheet = later(async () => (await import("../later_parts.ts")).SettingsSheet);

/** The current week and list are there without network, even where nobody has opened them on this device yet. */
function ReadAhead() {
  useReadAhead("get_plan", CURRENT);
  useReadAhead("get_list", CURRENT);
  return null;
}

/** Navigation at the side of a desk, at the bottom of a phone, and the page beside or above it. */
export function Shell() {
  const route = useRoute();
  const [settings, setSettings] = useState<boolean>();
  const page = pageOf(route);
  useEffect(() => {
    document.title = page ? `${page.name} · ${SHELL.name}` : SHELL.name;
  }, [page]);
  // Who opens a shared list sees that list and no more of the household.
  if (route.page === "shared") return <SharedListPage token={route.rest[0] ?? ""} />;
  return (
    <div className="mp-shell">
      <button type="button" className="mp-skip" onClick={() => document.getElementById("content")?.focus()}>
        {SHELL.skip}
      </button>
      <nav className="mp-nav" aria-label={SHELL.navigation}>
        <p className="mp-brand">{SHELL.name}</p>
        {PAGES.map(({ id, name, icon }) => (
          <a
            key={id}
            href={linkTo(id)}
            className="mp-nav-link"
            aria-current={id === route.page ? "page" : undefined}
          >
            <Icon name={icon} size={22} />
            <span>{name}</span>
          </a>
        ))}
        <ActionIcon className="mp-nav-settings" aria-label={SHELL.settings} onClick={() => setSettings(true)}>
          <Icon name="gear" />
        </ActionIcon>
      </nav>
      <main className="mp-main" id="content" tabIndex={-1}>
        <ReadAhead />
        <OfflineNote />
        <CrashGuard key={route.page}>
          {page ? page.show(route.rest) : <NoSuchPage route={route} />}
        </CrashGuard>
      </main>
      {settings !== undefined && <SettingsSheet opened={settings} onClose={() => setSettings(false)} />}
    </div>
  );
}

function OfflineNote() {
  const offline = useIsOffline();
  const { waiting } = useTickQueue();
  if (!offline) return null;
  return (
    <p className="mp-offline" role="status">
      {waiting > 0 ? STATES.unsent(waiting) : STATES.offline}
    </p>
  );
}

function NoSuchPage({ route }: { route: Route }) {
  return (
    <EmptyState whole title={`#/${route.page}`} action={<a href={linkTo("week")}>{STATES.backToWeek}</a>}>
      {STATES.notFoundPage}
    </EmptyState>
  );
}
