import React from "react";
import { useFormat } from "../../format/format.ts";
import { RECIPES } from "../../texts/recipes.ts";

const ALL = [1, 2, 3, 4, 5];

/** How a recipe was rated. */
export function Stars({ rating }: { rating: number }) {
  const format = useFormat();
  return (
    <span className="mp-stars" role="img" aria-label={RECIPES.stars(format.number(rating))}>
      {ALL.map((star) => (star <= rating ? "★" : "☆")).join("")}
    </span>
  );
}

/** Stars to rate by: a group of radio buttons, so that arrow keys and screen readers know it. */
export function RateStars({
  label,
  rating,
  onRate,
}: {
  label: string;
  rating: number | null;
  onRate: (rating: number) => void;
}) {
  const format = useFormat();
  const name = React.useId();
  return (
    <fieldset className="mp-rate">
      <legend className="mp-muted">{label}</legend>
      {ALL.map((star) => (
        <label key={star} className={star <= (rating ?? 0) ? "mp-rate-on" : undefined}>
          <input
            type="radio"
            name={name}
            checked={rating === star}
            onChange={() => onRate(star)}
            aria-label={RECIPES.stars(format.number(star))}
          />
          <span aria-hidden="true">{star <= (rating ?? 0) ? "★" : "☆"}</span>
        </label>
      ))}
    </fieldset>
  );
}
