import {
  Button,
  type MantineColorScheme,
  NativeSelect,
  SegmentedControl,
  useMantineColorScheme,
} from "@mantine/core";
import React from "react";
import { type Units, useSettings } from "../format/settings.tsx";
import { SHELL } from "../texts/shell.ts";
import { linkTo } from "./router.ts";
import { Sheet } from "./Sheet.tsx";

const LOCALES = ["en-GB", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "sv-SE"];

/** How this device shows things, and the way to what holds for the whole household. */
export function SettingsSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { units, locale, change } = useSettings();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Sheet title={SHELL.settings} opened={opened} onClose={onClose}>
      <fieldset className="mp-field">
        <legend>{SHELL.units}</legend>
        <SegmentedControl
          fullWidth
          size="md"
          name="units"
          value={units}
          onChange={(value) => change({ units: value as Units })}
          data={[
            { value: "metric", label: SHELL.metric },
            { value: "us", label: SHELL.us },
          ]}
        />
      </fieldset>
      <fieldset className="mp-field">
        <legend>{SHELL.colours}</legend>
        <SegmentedControl
          fullWidth
          size="md"
          name="colours"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
          data={[
            { value: "auto", label: SHELL.auto },
            { value: "light", label: SHELL.light },
            { value: "dark", label: SHELL.dark },
          ]}
        />
      </fieldset>
      <NativeSelect
        label={SHELL.language}
        value={locale ?? ""}
        onChange={(event) => change({ locale: event.currentTarget.value || null })}
        data={[
          { value: "", label: SHELL.browserLanguage },
          ...LOCALES.map((value) => ({ value, label: nameOf(value) })),
        ]}
      />
      <Button component="a" fullWidth mt="lg" variant="default" href={linkTo("settings")} onClick={onClose}>
        {SHELL.pages.settings}
      </Button>
    </Sheet>
  );
}

function nameOf(locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
}
