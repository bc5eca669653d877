/** A rule that comes with the code: who reacts to what. Its targets are inline consumers, by name. */
export type BuiltInRule = {
  name: string;
  description: string;
  /** An EventBridge event pattern. */
  pattern: Record<string, unknown>;
  /** Names of inline consumers in events/consumers/registry.ts. Each is a target with its name as id. */
  consumers: readonly string[];
  /** JSONPath into the event, such as `$.detail.household_id`: events of one key are handled strictly in order. */
  ordering_key?: string;
};

export const BUILT_IN_RULES: readonly BuiltInRule[] = [];
