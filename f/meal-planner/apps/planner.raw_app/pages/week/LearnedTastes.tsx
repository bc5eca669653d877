import { ActionIcon, Checkbox } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { TASTES } from "../../texts/week.ts";

type Taste = Answer<"preferences">["preferences"][number];

const SHOWN = 30;

/** What the planner has learned of the household's tastes, and why; each can be forgotten, and all of it switched off. */
export function LearnedTastes({ opened }: { opened: boolean }) {
  const notify = useNotice();
  const learned = useAnswer("preferences", {}, { enabled: opened });
  const onFailed = (error: Error) => notify({ text: error.message, kind: "failed" });
  const learn = useChange("learn_preferences", { refreshes: ["preferences"], onFailed });
  const forget = useChange("forget_preference", { refreshes: ["preferences"], onFailed });
  return (
    <fieldset className="mp-field">
      <legend>{TASTES.title}</legend>
      <Answered query={learned} lines={3}>
        {({ learning, preferences }) => (
          <>
            <Checkbox
              size="md"
              className="mp-option"
              label={TASTES.learn}
              checked={learn.isPending ? learn.variables.on : learning}
              onChange={({ currentTarget }) => learn.mutate({ on: currentTarget.checked })}
            />
            {preferences.length === 0 && <p className="mp-muted mp-hint">{TASTES.nothing}</p>}
            <ul className="mp-tastes">
              {preferences.slice(0, SHOWN).map((taste) => (
                <li key={`${taste.kind} ${taste.subject} ${taste.person_id}`}>
                  <div>
                    <span className="mp-taste-name">{taste.name}</span>
                    <span className={`mp-taste-${taste.preference < 0 ? "less" : "more"}`}>
                      {direction(taste)}
                    </span>
                    <span className="mp-muted">{taste.why}</span>
                  </div>
                  <ActionIcon
                    variant="subtle"
                    aria-label={TASTES.forget(taste.name)}
                    disabled={forget.isPending}
                    onClick={() => forget.mutate({ kind: taste.kind, subject: taste.subject })}
                  >
                    <Icon name="remove" size={18} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </fieldset>
  );
}

function direction({ preference, person, stated }: Taste): string {
  if (stated) return TASTES.saying[stated];
  const words = preference < 0 ? TASTES.less : TASTES.more;
  return person === null ? words : `${words} (${person})`;
}
