import { useMemo } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";

const FRESH_MS = 60_000;

/** A price as the household's currency is written; a bare number until it has said which. */
export function useMoney(): { currency: string | null; money: (amount: number) => string } {
  const { locale } = useFormat();
  const household = useAnswer("get_household", {}, { staleTime: FRESH_MS });
  const currency = household.data?.currency ?? null;
  return useMemo(() => {
    const style = currency === null ? { maximumFractionDigits: 2 } : { style: "currency" as const, currency };
    const format = new Intl.NumberFormat(locale, style);
    return { currency, money: (amount: number) => format.format(amount) };
  }, [locale, currency]);
}
