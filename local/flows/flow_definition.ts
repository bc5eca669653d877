import { z } from "zod";

/** A step's input: a value as it is, or a JavaScript expression. */
const InputTransform = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("static"), value: z.unknown() }),
  z.strictObject({ type: z.literal("javascript"), expr: z.string() }),
]);
export type InputTransform = z.infer<typeof InputTransform>;

const InputTransforms = z.record(z.string(), InputTransform);
export type InputTransforms = z.infer<typeof InputTransforms>;

/** A number spelt out, or an input. Windmill takes both for time-outs and parallelism. */
const NumberInput = z.union([z.number(), InputTransform]);

const StopAfterIf = z.strictObject({
  expr: z.string(),
  skip_if_stopped: z.boolean().optional(),
  error_message: z.string().nullish(),
  error_include_result: z.boolean().optional(),
});

const Retry = z.strictObject({
  constant: z
    .strictObject({
      attempts: z.int().min(0).default(0),
      seconds: z.int().min(0).default(0),
    })
    .optional(),
  exponential: z
    .strictObject({
      attempts: z.int().min(0).default(0),
      multiplier: z.int().min(0).default(1),
      seconds: z.int().min(0).default(0),
      random_factor: z.int().min(0).max(100).nullish(),
    })
    .optional(),
  retry_if: z.strictObject({ expr: z.string() }).optional(),
});
export type Retry = z.infer<typeof Retry>;

const Suspend = z.strictObject({
  required_events: z.int().min(0).optional(),
  timeout: z.int().min(0).optional(),
  resume_form: z.strictObject({ schema: z.record(z.string(), z.unknown()).optional() }).optional(),
  hide_cancel: z.boolean().optional(),
  user_auth_required: z.literal(false).optional(),
  self_approval_disabled: z.literal(false).optional(),
  continue_on_disapprove_timeout: z.boolean().optional(),
  skin: z.enum(["detailed", "minimal"]).optional(),
});
export type Suspend = z.infer<typeof Suspend>;

const ScriptStep = z.strictObject({
  type: z.literal("script"),
  path: z.string(),
  input_transforms: InputTransforms.default({}),
  tag_override: z.string().optional(),
  is_trigger: z.boolean().optional(),
});

const FlowStep = z.strictObject({
  type: z.literal("flow"),
  path: z.string(),
  input_transforms: InputTransforms.default({}),
});

const RawScriptStep = z.strictObject({
  type: z.literal("rawscript"),
  content: z.string(),
  language: z.enum(
    ["bun", "bunnative", "nativets"],
    "the local runner runs TypeScript only: bun, bunnative, nativets",
  ),
  input_transforms: InputTransforms.default({}),
  lock: z.string().optional(),
  path: z.string().optional(),
  tag: z.string().optional(),
  is_trigger: z.boolean().optional(),
  assets: z.array(z.unknown()).optional(),
});

const IdentityStep = z.strictObject({ type: z.literal("identity"), flow: z.boolean().optional() });

const ForLoop = z.strictObject({
  type: z.literal("forloopflow"),
  iterator: InputTransform,
  get modules() {
    return z.array(FlowModule);
  },
  skip_failures: z.boolean().default(false),
  parallel: z.boolean().default(false),
  parallelism: NumberInput.optional(),
  squash: z.boolean().optional(),
});

const WhileLoop = z.strictObject({
  type: z.literal("whileloopflow"),
  get modules() {
    return z.array(FlowModule);
  },
  skip_failures: z.boolean().default(false),
  parallel: z.literal(false).optional(),
  squash: z.boolean().optional(),
});

// Windmill's editor writes these into every branch; each kind of branch reads only some.
const BRANCH_FIELDS = {
  summary: z.string().optional(),
  skip_failure: z.boolean().default(false),
  parallel: z.boolean().optional(),
};

const BranchOne = z.strictObject({
  type: z.literal("branchone"),
  get branches() {
    return z.array(
      z.strictObject({
        ...BRANCH_FIELDS,
        expr: z.string(),
        modules: z.array(FlowModule),
      }),
    );
  },
  get default() {
    return z.array(FlowModule);
  },
});

const BranchAll = z.strictObject({
  type: z.literal("branchall"),
  parallel: z.boolean().default(true),
  get branches() {
    return z.array(
      z.strictObject({
        ...BRANCH_FIELDS,
        expr: z.string().optional(),
        modules: z.array(FlowModule),
      }),
    );
  },
});

const ModuleValue = z.discriminatedUnion("type", [
  ScriptStep,
  FlowStep,
  RawScriptStep,
  IdentityStep,
  ForLoop,
  WhileLoop,
  BranchOne,
  BranchAll,
]);

const FlowModule = z.strictObject({
  id: z.string().regex(/^[A-Za-z_][\w-]*$/, "must be a name of letters, digits, _ and -"),
  value: ModuleValue,
  summary: z.string().optional(),
  stop_after_if: StopAfterIf.optional(),
  stop_after_all_iters_if: StopAfterIf.optional(),
  skip_if: z.strictObject({ expr: z.string() }).optional(),
  sleep: InputTransform.optional(),
  timeout: NumberInput.optional(),
  suspend: Suspend.optional(),
  retry: Retry.optional(),
  continue_on_error: z.boolean().optional(),
  mock: z.strictObject({ enabled: z.boolean().default(false), return_value: z.unknown() }).optional(),
  priority: z.number().optional(),
  delete_after_use: z.boolean().optional(),
  delete_after_secs: z.int().optional(),
  cache_ttl: z.int().min(0).optional(),
});
export type FlowModule = z.infer<typeof FlowModule>;
export type ForLoop = z.infer<typeof ForLoop>;
export type WhileLoop = z.infer<typeof WhileLoop>;
export type BranchOne = z.infer<typeof BranchOne>;
export type BranchAll = z.infer<typeof BranchAll>;
export type ScriptStep = z.infer<typeof ScriptStep>;
export type RawScriptStep = z.infer<typeof RawScriptStep>;
export type FlowStep = z.infer<typeof FlowStep>;

/**
 * Windmill's OpenFlow (CLI 1.819) as far as the local runner carries it out. Strict: a key that isn't here is
 * refused by name, because Windmill's own lint lets a misspelt one pass in silence.
 */
export const FlowDefinition = z.strictObject({
  summary: z.string(),
  description: z.string().nullish(),
  schema: z.record(z.string(), z.unknown()).optional(),
  value: z.strictObject({
    modules: z.array(FlowModule),
    failure_module: FlowModule.optional(),
    preprocessor_module: FlowModule.optional(),
    skip_expr: z.string().optional(),
    early_return: z.string().optional(),
    flow_env: z.record(z.string(), z.unknown()).optional(),
    same_worker: z.literal(false).optional(),
    chat_input_enabled: z.literal(false).optional(),
    cache_ttl: z.int().min(0).optional(),
    preserve_step_tags: z.boolean().optional(),
    priority: z.number().optional(),
    notes: z.array(z.unknown()).optional(),
    groups: z.array(z.unknown()).optional(),
  }),
  tag: z.string().optional(),
  labels: z.array(z.string()).optional(),
  priority: z.number().optional(),
  dedicated_worker: z.literal(false).optional(),
  on_behalf_of: z.string().optional(),
  on_behalf_of_email: z.string().optional(),
  visible_to_runner_only: z.boolean().optional(),
  ws_error_handler_muted: z.boolean().optional(),
});
export type FlowDefinition = z.infer<typeof FlowDefinition>;

/** The modules directly within a loop or branch, in order; none for other steps. */
export function innerModules(module: FlowModule): FlowModule[] {
  const { value } = module;
  switch (value.type) {
    case "forloopflow":
    case "whileloopflow":
      return value.modules;
    case "branchone":
      return [...value.branches.flatMap((branch) => branch.modules), ...value.default];
    case "branchall":
      return value.branches.flatMap((branch) => branch.modules);
    default:
      return [];
  }
}

/** Every module of a flow, those within loops and branches too. */
export function allModules(flow: FlowDefinition): FlowModule[] {
  const { modules, failure_module, preprocessor_module } = flow.value;
  const all: FlowModule[] = [];
  const visit = (module: FlowModule) => {
    all.push(module);
    innerModules(module).forEach(visit);
  };
  for (const module of [...modules, failure_module, preprocessor_module]) if (module) visit(module);
  return all;
}
