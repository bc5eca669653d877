import { Table } from "@mantine/core";
import React, { useId } from "react";
import { BarChart } from "../../design/bar_chart.ts";
import { tokenColour } from "../../design/theme.ts";
import { useDrawnScheme } from "../../design/use_drawn_scheme.ts";
import { useFormat } from "../../format/format.ts";
import { BALANCE, WEEK } from "../../texts/week.ts";
import type { Plan } from "./plan_of_week.ts";

/** How a person's goals come out over the week, as bars up to the line of the goal, and as a table. */
export function BalanceChart({ balance }: { balance: Plan["balance"][number] }) {
  const format = useFormat();
  const scheme = useDrawnScheme();
  const title = useId();
  const goals = balance.goals.filter((goal) => goal.mean !== null && goal.target > 0);
  const shares = goals.map(({ mean, target }) => ((mean ?? 0) / target) * 100);
  return (
    <section className="mp-card mp-balance" aria-labelledby={title}>
      <div>
        <h2 id={title}>
          {BALANCE.title}: {balance.name}
        </h2>
        <p className="mp-muted">{goals.length > 0 ? BALANCE.about : BALANCE.noGoals}</p>
      </div>
      {goals.length > 0 && (
        <div className="mp-balance-parts">
          <div className="mp-balance-chart" style={{ height: goals.length * 34 + 40 }}>
            <BarChart
              key={scheme}
              role="img"
              aria-label={BALANCE.chart(balance.name)}
              data={{
                labels: goals.map(({ nutrient }) => format.nutrientName(nutrient)),
                datasets: [
                  {
                    data: shares,
                    backgroundColor: goals.map(({ days, days_met }) =>
                      tokenColour(
                        days_met === days ? "accent" : days_met * 2 >= days ? "carbohydrate" : "warm",
                      ),
                    ),
                    borderRadius: 5,
                    barThickness: 14,
                  },
                ],
              }}
              options={{
                indexAxis: "y",
                maintainAspectRatio: false,
                animation: false,
                plugins: {
                  tooltip: {
                    callbacks: {
                      label: ({ parsed }) => `${format.percent((parsed.x ?? 0) / 100)} ${BALANCE.ofGoal}`,
                    },
                  },
                },
                scales: {
                  x: {
                    beginAtZero: true,
                    suggestedMax: 125,
                    border: { display: false },
                    ticks: {
                      color: tokenColour("muted"),
                      stepSize: 25,
                      maxRotation: 0,
                      callback: (value) => format.percent(Number(value) / 100),
                    },
                    grid: {
                      color: ({ tick }) => tokenColour(tick?.value === 100 ? "ink" : "line"),
                      lineWidth: ({ tick }) => (tick?.value === 100 ? 2 : 1),
                    },
                  },
                  y: {
                    border: { display: false },
                    grid: { display: false },
                    ticks: { color: tokenColour("ink"), autoSkip: false },
                  },
                },
              }}
            />
          </div>
          <Table className="mp-balance-table" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{BALANCE.nutrient}</Table.Th>
                <Table.Th>{BALANCE.mean}</Table.Th>
                <Table.Th>{BALANCE.goal}</Table.Th>
                <Table.Th>{BALANCE.days}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {balance.goals.map(({ nutrient, mean, target, days_met, days }) => (
                <Table.Tr key={nutrient}>
                  <Table.Th scope="row">{format.nutrientName(nutrient)}</Table.Th>
                  <Table.Td>{mean === null ? WEEK.unknown : format.nutrient(nutrient, mean)}</Table.Td>
                  <Table.Td>{format.nutrient(nutrient, target)}</Table.Td>
                  <Table.Td>{BALANCE.daysMet(days_met, days)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
