const DAY_MS = 86_400_000;
const FEWEST_POINTS = 3;

/** The slope a day of the line with the least squares through some days' figures; null for fewer than three days. */
export function linearTrend(points: readonly { date: string; value: number }[]): number | null {
  if (points.length < FEWEST_POINTS) return null;
  const days = points.map((point) => Date.parse(`${point.date}T00:00:00Z`) / DAY_MS);
  const meanDay = mean(days);
  const meanValue = mean(points.map((point) => point.value));
  let products = 0;
  let squares = 0;
  points.forEach((point, index) => {
    const fromMean = (days[index] as number) - meanDay;
    products += fromMean * (point.value - meanValue);
    squares += fromMean * fromMean;
  });
  return squares === 0 ? null : products / squares;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
