import type { z } from "zod";

/** What a runnable takes and answers, from the schema and the function behind its script: both are gone in the bundle. */
export type Call<Input extends z.ZodType, Made> = {
  args: z.input<Input>;
  answer: Json<Made extends (...args: never[]) => infer Answer ? Awaited<Answer> : Made>;
};

/** A value as it arrives: times are texts. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;
