import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, parse_deno } from "windmill-parser-wasm-ts";

/** A parameter's type in the words of Windmill's parser: `"int"`, `{str: ["a", "b"]}`, `{list: …}`, `{object: …}`. */
export type ParameterType =
  | string
  | { str: string[] | null }
  | { list: ParameterType }
  | { object: ObjectType }
  | { oneof: { label: string; properties: ObjectProperty[] }[] }
  | { resource: string }
  | { dynselect: string }
  | { dynmultiselect: string };

export type ObjectType = { name: string | null; props?: ObjectProperty[] };
export type ObjectProperty = { key: string; typ: ParameterType };

export type Parameter = {
  name: string;
  typ: ParameterType;
  otyp: string | null;
  default?: unknown;
  has_default: boolean;
};

/** What Windmill sees of a script: its parameters in order, or that it is a library or can't be parsed. */
export type ScriptSignature =
  | { kind: "script"; parameters: Parameter[] }
  | { kind: "lib" }
  | { kind: "invalid"; reason: string };

type Parsed = { type?: string; error?: string; args?: Parameter[]; auto_kind?: string | null };

let ready = false;

function load(): void {
  if (ready) return;
  const wasm = createRequire(import.meta.url).resolve("windmill-parser-wasm-ts/windmill_parser_wasm_bg.wasm");
  initSync({ module: readFileSync(wasm) });
  ready = true;
}

/** Parses `main` with the parser that Windmill's server, worker and CLI use, so that all agree on the parameters. */
export function scriptSignature(code: string): ScriptSignature {
  load();
  const parsed: Parsed = JSON.parse(parse_deno(code));
  if (parsed.type === "Invalid") {
    return { kind: "invalid", reason: parsed.error ?? "Windmill's parser can't read it" };
  }
  if (parsed.auto_kind === "lib") return { kind: "lib" };
  return { kind: "script", parameters: parsed.args ?? [] };
}
