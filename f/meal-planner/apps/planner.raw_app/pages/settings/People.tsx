import { Button } from "@mantine/core";
import React, { useId, useState } from "react";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { SETTINGS } from "../../texts/settings.ts";
import { PersonForm } from "./PersonForm.tsx";

type Person = Answer<"get_household">["people"][number];

/** Who eats, and what they may and like to. */
export function People({ people }: { people: readonly Person[] }) {
  const title = useId();
  const [opened, setOpened] = useState<{ person: Person | null } | null>(null);
  // What the sheet shows stays while it slides out.
  const [last, setLast] = useState<Person | null>(null);
  const open = (person: Person | null) => {
    setLast(person);
    setOpened({ person });
  };
  const close = () => setOpened(null);
  return (
    <section className="mp-card mp-settings-form" aria-labelledby={title}>
      <h2 id={title}>{SETTINGS.people}</h2>
      <p className="mp-muted">{people.length === 0 ? SETTINGS.noPeople : SETTINGS.peopleHint}</p>
      <ul className="mp-settings-rows">
        {people.map((person) => (
          <li key={person.person_id}>
            <div>
              <strong>{person.name}</strong>
              <p className="mp-muted">{wishesOf(person)}</p>
            </div>
            <Button
              variant="default"
              aria-label={SETTINGS.changePerson(person.name)}
              onClick={() => open(person)}
            >
              {SETTINGS.change}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" leftSection={<Icon name="plus" size={18} />} onClick={() => open(null)}>
        {SETTINGS.addPerson}
      </Button>
      <Sheet
        title={last ? SETTINGS.changePerson(last.name) : SETTINGS.newPerson}
        opened={opened !== null}
        onClose={close}
      >
        <PersonForm key={last ? `${last.person_id} ${last.version}` : "new"} person={last} onDone={close} />
      </Sheet>
    </section>
  );
}

function wishesOf({ diet, allergens, excluded_foods, disliked_foods }: Person): string {
  const names: Record<string, string> = SETTINGS.allergenNames;
  const never = [
    ...allergens.map((allergen) => (names[allergen] ?? allergen).toLowerCase()),
    ...excluded_foods,
  ];
  return [
    SETTINGS.dietNames[diet],
    ...(never.length > 0 ? [SETTINGS.without(never.join(", "))] : []),
    ...(disliked_foods.length > 0 ? [SETTINGS.ratherNot(disliked_foods.join(", "))] : []),
  ].join(" · ");
}
