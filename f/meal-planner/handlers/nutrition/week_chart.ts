import { amountInWords, nutrientName } from "../../foods/nutrient_words.ts";
import type { PersonProgress } from "./get_progress.ts";

const ROW_HEIGHT = 56;
const NAME_WIDTH = 190;
const DAY_WIDTH = 44;
const BAR_WIDTH = 30;
const TARGET_HEIGHT = 32;
/** A bar this many times its target is as high as one gets. */
const MOST_TIMES = 1.4;
const TOP = 34;

// Told apart by lightness too, and by the marks beside them, not by hue alone.
const MET = "#2f6f4f";
const MISSED = "#e08a3c";
const TEXT = "#333333";
const RULE = "#888888";

type Row = { nutrient: string; target: number; days: { actual: number | null; met: boolean | null }[] };

/** A person's days against each goal as an SVG: a bar a day, a line at the target, ✓ or ✗ under it. Pure. */
export function weekChart(person: PersonProgress): string {
  const rows = rowsOf(person);
  const width = NAME_WIDTH + person.days.length * DAY_WIDTH + 10;
  const height = TOP + rows.length * ROW_HEIGHT + 10;
  const label = `${person.name}: each day against each goal`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}" font-family="sans-serif" font-size="12" fill="${TEXT}">`,
    `<title>${escaped(label)}</title>`,
    ...person.days.map(
      ({ date }, index) =>
        `<text x="${NAME_WIDTH + index * DAY_WIDTH + DAY_WIDTH / 2}" y="20" text-anchor="middle">${date.slice(5)}</text>`,
    ),
    ...rows.map((row, index) => rowOf(row, TOP + index * ROW_HEIGHT, width)),
    "</svg>",
  ].join("\n");
}

function rowsOf({ days, nutrients }: PersonProgress): Row[] {
  return nutrients.flatMap(({ nutrient, goal }) =>
    goal
      ? [
          {
            nutrient,
            target: goal.target,
            days: days.map((day) => ({
              actual: day.entries === 0 ? null : day.actual[nutrient],
              met:
                day.entries === 0 ? null : (day.goals.find((one) => one.nutrient === nutrient)?.met ?? null),
            })),
          },
        ]
      : [],
  );
}

function rowOf({ nutrient, target, days }: Row, top: number, width: number): string {
  const base = top + TARGET_HEIGHT + 6;
  const line = base - TARGET_HEIGHT / MOST_TIMES;
  const bars = days.map(({ actual, met }, index) => {
    const x = NAME_WIDTH + index * DAY_WIDTH + (DAY_WIDTH - BAR_WIDTH) / 2;
    const times = actual === null ? 0 : Math.min(actual / target, MOST_TIMES);
    const tall = (times * TARGET_HEIGHT) / MOST_TIMES;
    const mark = met === null ? "?" : met ? "✓" : "✗";
    const bar = `<rect x="${x}" y="${(base - tall).toFixed(1)}" width="${BAR_WIDTH}" height="${tall.toFixed(1)}" fill="${met ? MET : MISSED}"><title>${escaped(amountInWords(nutrient, actual))}</title></rect>`;
    return `${bar}<text x="${x + BAR_WIDTH / 2}" y="${base + 12}" text-anchor="middle">${mark}</text>`;
  });
  const name = `${nutrientName(nutrient)}, ${amountInWords(nutrient, target)}`;
  return [
    `<text x="4" y="${base - 8}">${escaped(name)}</text>`,
    ...bars,
    `<line x1="${NAME_WIDTH}" x2="${width - 10}" y1="${line.toFixed(1)}" y2="${line.toFixed(1)}" stroke="${RULE}" stroke-dasharray="3 3"/>`,
  ].join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
