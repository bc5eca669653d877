import type { Units } from "./settings.tsx";

const KILOGRAMS_PER_POUND = 0.45359237;
const CENTIMETRES_PER_INCH = 2.54;

/** A person's weight and height as they are typed and shown, and as they are kept: in kilograms and centimetres. */
export function bodyMeasures(units: Units) {
  const [weight, height] = units === "us" ? [KILOGRAMS_PER_POUND, CENTIMETRES_PER_INCH] : [1, 1];
  return {
    weightUnit: units === "us" ? "lb" : "kg",
    heightUnit: units === "us" ? "in" : "cm",
    weightShown: (kilograms: number, digits = 1) => rounded(kilograms / weight, digits),
    heightShown: (centimetres: number) => rounded(centimetres / height, 1),
    // What was typed is shown again as it was: a hundredth of a kilogram is less than a tenth of a pound.
    kilograms: (shown: number) => rounded(shown * weight, 2),
    centimetres: (shown: number) => rounded(shown * height, 2),
  };
}

function rounded(value: number, digits: number): number {
  const power = 10 ** digits;
  return Math.round(value * power) / power;
}
