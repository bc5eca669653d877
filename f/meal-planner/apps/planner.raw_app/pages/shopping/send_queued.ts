import { type Api, ApiError } from "../../api.ts";
import { SHOPPING } from "../../texts/shopping.ts";
import type { Addition, Batch, Edit, Queued } from "./edits.ts";

/** What became of something queued. What nobody answered waits; what is refused is told, and not sent again. */
export type Outcome =
  | { kind: "unanswered" }
  | { kind: "sent"; items: string[]; version: number; told: string | null }
  | { kind: "refused"; refused: readonly Queued[]; told: string };

export async function sendBatch(api: Api, batch: Batch): Promise<Outcome> {
  const { target, version, items } = batch;
  try {
    const answer =
      "list_id" in target
        ? await api.call("update_items", { ...target, version, items })
        : await api.call("tick_shared_list", { ...target, version, items: items.map(tickOnly) });
    const lost = new Set(answer.conflicts.map((conflict) => conflict.item_id));
    const names = batch.edits.filter((edit) => lost.has(edit.item_id)).map((edit) => edit.name);
    return {
      kind: "sent",
      items: items.map((item) => item.item_id).filter((id) => !lost.has(id)),
      version: answer.version,
      told: names.length > 0 ? SHOPPING.somebodyElse([...new Set(names)]) : null,
    };
  } catch (error) {
    return failed(error, (failure) => {
      const refused = refusedOf(batch, failure);
      return { refused, names: [...new Set(refused.map((edit) => edit.name))] };
    });
  }
}

export async function sendAddition(api: Api, addition: Addition): Promise<Outcome> {
  try {
    const { line, id, target } = addition;
    const { version } = await api.call("add_items", { ...target, items: [line], request_id: id });
    return { kind: "sent", items: [], version, told: null };
  } catch (error) {
    return failed(error, () => ({ refused: [addition], names: [addition.line] }));
  }
}

function failed(
  error: unknown,
  refuse: (failure: ApiError) => { refused: readonly Queued[]; names: readonly string[] },
): Outcome {
  if (!(error instanceof ApiError)) throw error;
  if (error.retryable || error.code === "UNAUTHORIZED") return { kind: "unanswered" };
  const { refused, names } = refuse(error);
  return { kind: "refused", refused, told: SHOPPING.refused(names, error.message) };
}

const tickOnly = ({ item_id, ticked = false }: Batch["items"][number]) => ({ item_id, ticked });

/** The edits that an error names by their line; all, where it names none. The others are sent again without them. */
function refusedOf(batch: Batch, error: ApiError): readonly Edit[] {
  const paths = Array.isArray(error.details) ? (error.details as { path?: string }[]) : [];
  const lines = paths.flatMap(({ path }) => /^items\[(\d+)\]/.exec(path ?? "")?.[1] ?? []).map(Number);
  const ids = new Set(lines.map((line) => batch.items[line]?.item_id));
  const named = batch.edits.filter((edit) => ids.has(edit.item_id));
  return named.length > 0 ? named : batch.edits;
}
