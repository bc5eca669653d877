import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { Answered } from "../../states/Answered.tsx";
import { SETTINGS } from "../../texts/settings.ts";
import { Connections } from "./Connections.tsx";
import { HouseholdForm } from "./HouseholdForm.tsx";
import { OwnFoods } from "./OwnFoods.tsx";
import { People } from "./People.tsx";
import "./settings.css";

/** What the household is, who is in it, and what it is connected to. What one device shows is in its own sheet. */
export function SettingsPage() {
  const household = useAnswer("get_household", {});
  return (
    <div className="mp-settings">
      <h1>{SETTINGS.title}</h1>
      <Answered query={household}>
        {(found) => (
          <>
            <HouseholdForm key={found.household_id} household={found} />
            <People people={found.people} />
            <OwnFoods />
            <Connections people={found.people} />
          </>
        )}
      </Answered>
    </div>
  );
}
