import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

// The whole look: every colour of the page is here, twice, for light and dark. Text on its ground is at least 4.5 : 1,
// marks of a chart at least 3 : 1 (WCAG AA).
const LIGHT = {
  paper: "#f8f6f1",
  surface: "#ffffff",
  raised: "#f1eee6",
  chosen: "#ffffff",
  line: "#e2ddd1",
  edge: "#8b8776",
  ink: "#23281f",
  muted: "#5b6155",
  accent: "#2c6a4b",
  onAccent: "#ffffff",
  accentSoft: "#e3efe6",
  accentInk: "#1f5138",
  warm: "#a04a1f",
  warmSoft: "#fbeadf",
  danger: "#a8322d",
  dangerSoft: "#fae5e2",
  energy: "#2c6a4b",
  protein: "#a34a5c",
  carbohydrate: "#a86f10",
  fat: "#3f6a94",
  track: "#e9e5da",
  shadow: "0 1px 2px rgb(50 45 30 / 6%), 0 4px 16px rgb(50 45 30 / 5%)",
};

const DARK: typeof LIGHT = {
  paper: "#141714",
  surface: "#1c201c",
  raised: "#252a25",
  chosen: "#3c443c",
  line: "#323832",
  edge: "#7c857a",
  ink: "#e8ebe3",
  muted: "#a9b1a4",
  accent: "#86c9a4",
  onAccent: "#10261a",
  accentSoft: "#22382c",
  accentInk: "#b4e0c7",
  warm: "#eba97f",
  warmSoft: "#3b2a1e",
  danger: "#f0938a",
  dangerSoft: "#402321",
  energy: "#86c9a4",
  protein: "#e08fa0",
  carbohydrate: "#dfae58",
  fat: "#8db7e0",
  track: "#323832",
  shadow: "0 1px 2px rgb(0 0 0 / 30%), 0 4px 16px rgb(0 0 0 / 20%)",
};

export type Token = keyof typeof LIGHT;

const HERB: MantineColorsTuple = [
  "#eef6f0",
  "#dcebe1",
  "#b7d8c4",
  "#8fc4a5",
  "#86c9a4",
  "#5a9f7a",
  "#3f8560",
  "#2c6a4b",
  "#23563d",
  "#1a412e",
];

const SANS =
  '-apple-system, "Segoe UI", Inter, Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif';
const SERIF =
  '"Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Liberation Serif", Georgia, serif';

/** For what is drawn and not styled. */
export const DRAWN_FONT = SANS;

export const theme = createTheme({
  primaryColor: "herb",
  colors: { herb: HERB },
  primaryShade: { light: 7, dark: 4 },
  fontFamily: SANS,
  headings: { fontFamily: SERIF, fontWeight: "600" },
  defaultRadius: "md",
  radius: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  // A thumb needs 44 px: larger than Mantine's own.
  components: {
    Button: { defaultProps: { size: "md" } },
    ActionIcon: { defaultProps: { size: 44, variant: "subtle" } },
    TextInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokens(LIGHT), ...mantine(LIGHT) },
  dark: { ...tokens(DARK), ...mantine(DARK) },
});

function tokens(palette: typeof LIGHT): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).map(([name, value]) => [
      `--mp-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value,
    ]),
  );
}

/** Mantine's own colours, so that its parts look the same. */
function mantine(palette: typeof LIGHT): Record<string, string> {
  return {
    "--mantine-color-body": palette.surface,
    "--mantine-color-text": palette.ink,
    "--mantine-color-dimmed": palette.muted,
    "--mantine-color-placeholder": palette.muted,
    "--mantine-color-anchor": palette.accent,
    "--mantine-color-default": palette.surface,
    "--mantine-color-default-hover": palette.raised,
    "--mantine-color-default-color": palette.ink,
    "--mantine-color-default-border": palette.line,
    "--mantine-color-error": palette.danger,
    "--mantine-primary-color-contrast": palette.onAccent,
  };
}

/** A colour as it is now, for what is drawn and not styled. */
export function tokenColour(token: Token): string {
  const name = `--mp-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
