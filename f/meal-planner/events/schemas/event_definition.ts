import type { z } from "zod";

export type Detail = Record<string, unknown>;

/** One event type. `detail` describes the current version, without the metadata that emit adds. */
export type EventDefinition<
  Type extends string = string,
  Schema extends z.ZodType<Detail> = z.ZodType<Detail>,
> = {
  readonly type: Type;
  /** EventBridge's `source`; always begins with `meal-planner.`. */
  readonly source: string;
  readonly version: number;
  readonly description: string;
  /** Who reacts to it: consumers, or the handler or person that reads it. */
  readonly usedBy: readonly string[];
  readonly detail: Schema;
  /** A valid detail of the current version. */
  readonly example: z.input<Schema>;
  /**
   * One step for every older version: `upcasts[n]` turns a detail of version n into one of version n + 1.
   * `example` is a detail of version n, so that every step stays tested.
   */
  readonly upcasts?: Readonly<Record<number, { upcast(detail: Detail): Detail; example: Detail }>>;
};

/**
 * Keeps the literal type name and the detail's schema for the typed catalogue. The schema is made when it is first
 * asked for: a script emits one or two of the types, and making all of them was a tenth of its start.
 */
export function defineEvent<const Type extends string, Schema extends z.ZodType<Detail>>({
  detail,
  ...definition
}: Omit<EventDefinition<Type, Schema>, "detail"> & {
  readonly detail: Schema | (() => Schema);
}): EventDefinition<Type, Schema> {
  let schema: Schema | undefined;
  return {
    ...definition,
    get detail() {
      schema ??= typeof detail === "function" ? detail() : detail;
      return schema;
    },
  };
}
