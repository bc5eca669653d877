/** Windmill puts its own module in this one's place when it bundles the app. */
export declare const backend: Record<string, (args: object) => Promise<unknown>>;
