import highsLoader from "highs";
import type { Problem } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";

type Cell = { d: number; s: number; r: number; q: number; name: string };

/**
 * The whole week as one mixed-integer program for HiGHS: a binary for each recipe and size in each slot. For one person.
 * Returns the objective of its best plan in points, null where it found none in the time.
 */
export async function solveMonolith(problem: Problem, seconds: number): Promise<number | null> {
  const highs = await highsLoader();
  const solution = highs.solve(monolith(problem), { time_limit: seconds, output_flag: false });
  const value = Number(solution.ObjectiveValue);
  return Number.isFinite(value) && value > 0 ? value : null;
}

function monolith(problem: Problem): string {
  const person = problem.people[0]!;
  const days = problem.days.length;
  const rows = new Rows();
  const objective: string[] = [];
  const cells = cellsOf(problem);
  for (const { d, s, r, q, name } of cells) {
    const recipe = problem.recipes[r]!;
    objective.push(`${signed((recipe.penalty + person.portions[q]!.penalty) / days)} ${name}`);
    rows.add(`slot_${d}_${s}`, "=", 1, 1, name);
    const limit = problem.days[d]!.max_minutes;
    if (limit != null) rows.add(`minutes_${d}`, "<=", limit, recipe.minutes, name);
    rows.add(`uses_${r}`, "<=", recipe.max_uses, 1, name);
    for (let w = Math.max(0, d - Math.max(1, Math.ceil(problem.min_gap_days)) + 1); w <= d; w++)
      rows.add(`near_${r}_${w}`, "<=", 1, 1, name);
    if (recipe.main !== null) {
      rows.add(`main_${recipe.main}_${d}`, "<=", 1, 1, name);
      rows.add(`main_${recipe.main}_${d + 1}`, "<=", 1, 1, name);
    }
    person.goals.forEach((goal, g) => {
      const share = (person.portions[q]!.size * (recipe.nutrients[goal.nutrient] ?? 0)) / goal.target;
      rows.add(`over_${d}_${g}`, "<=", 1 + goal.tolerance_over, share, name);
      rows.add(`under_${d}_${g}`, ">=", 1 - goal.tolerance_under, share, name);
    });
  }
  for (let d = 0; d < days; d++) {
    person.goals.forEach((goal, g) => {
      objective.push(`${signed((100 * goal.weight_over) / days)} o_${d}_${g}`);
      objective.push(`${signed((100 * goal.weight_under) / days)} u_${d}_${g}`);
      rows.add(`over_${d}_${g}`, "<=", 1 + goal.tolerance_over, -1, `o_${d}_${g}`);
      rows.add(`under_${d}_${g}`, ">=", 1 - goal.tolerance_under, 1, `u_${d}_${g}`);
    });
  }
  const names = cells.map((cell) => cell.name);
  return `Minimize\n obj: ${objective.join("\n ")}\nSubject To\n${rows.text()}\nBinary\n ${names.join("\n ")}\nEnd\n`;
}

function cellsOf(problem: Problem): Cell[] {
  const cells: Cell[] = [];
  problem.days.forEach((day, d) => {
    day.slots.forEach((slot, s) => {
      problem.recipes.forEach((recipe, r) => {
        if (
          !recipe.suits.includes(slot.name) ||
          recipe.minutes > (slot.max_minutes ?? Number.POSITIVE_INFINITY)
        )
          return;
        problem.people[0]!.portions.forEach((_, q) => {
          cells.push({ d, s, r, q, name: `x_${d}_${s}_${r}_${q}` });
        });
      });
    });
  });
  return cells;
}

class Rows {
  private readonly rows = new Map<string, { terms: string[]; end: string }>();

  add(row: string, relation: string, limit: number, factor: number, name: string): void {
    const known = this.rows.get(row) ?? { terms: [], end: `${relation} ${limit}` };
    this.rows.set(row, known);
    if (factor !== 0) known.terms.push(`${signed(factor)} ${name}`);
  }

  text(): string {
    return Array.from(this.rows, ([name, { terms, end }]) => ` ${name}: ${terms.join("\n ")} ${end}`).join(
      "\n",
    );
  }
}

function signed(value: number): string {
  return value < 0 ? `- ${-value}` : `+ ${value}`;
}
