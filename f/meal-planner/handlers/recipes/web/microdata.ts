import { BLOCKS, type HtmlToken, htmlTokens } from "./html_tokens.ts";
import type { DataNode } from "./linked_data.ts";

type Item = { [name: string]: unknown };
/** An element that is open. `textFrom` is where its text begins among the pieces seen. */
type Frame = { name: string; item: Item | null; property: string | null; textFrom: number };

const DEEPEST = 300;
/** Texts that are collected at once, one within the other; published ones nest twice at most. */
const DEEPEST_TEXT = 10;
const LONGEST_VALUE = 20_000;
/** The attribute that holds an element's value, where it isn't its text (HTML standard, 5.2.4 Values). */
const VALUE_IN: Record<string, string> = {
  ...{ meta: "content", img: "src", source: "src", video: "src", audio: "src", embed: "src", iframe: "src" },
  ...{
    a: "href",
    area: "href",
    link: "href",
    object: "data",
    data: "value",
    meter: "value",
    time: "datetime",
  },
};

/**
 * The schema.org Recipes that a page marks up as microdata or as RDFa Lite (`typeof`, `property`), as nodes in the shape of
 * JSON-LD. An item is of one kind: `property` means something else in microdata, as in Open Graph.
 */
export function microdataRecipes(html: string): DataNode[] {
  const reader = new MicrodataReader();
  for (const token of htmlTokens(html)) reader.read(token);
  reader.end();
  return reader.recipes;
}

/** `schema:name`; one letter and more, so that it isn't taken off a time. */
const PREFIX = /^[a-z]+:/i;
const RECIPE = /(?:^|[/:])Recipe$/;

class MicrodataReader {
  readonly recipes: Item[] = [];
  private readonly frames: Frame[] = [];
  private readonly items: Item[] = [];
  private readonly rdfaItems = new WeakSet<Item>();
  private pieces: string[] = [];

  read(token: HtmlToken): void {
    switch (token.kind) {
      case "text":
        if (this.items.length > 0) this.pieces.push(token.text);
        return;
      case "open":
        this.open(token);
        return;
      case "close":
        this.close(token.name);
    }
  }

  end(): void {
    while (this.frames.length > 0) this.pop();
  }

  private open({ name, attributes, closed }: Extract<HtmlToken, { kind: "open" }>): void {
    if (BLOCKS.has(name)) this.pieces.push("\n");
    const parent = this.items.at(-1);
    const inRdfa = parent !== undefined && this.rdfaItems.has(parent);
    const property =
      (inRdfa ? attributes.get("property")?.replace(PREFIX, "") : attributes.get("itemprop")) ?? null;
    const type = attributes.has("itemscope") ? (attributes.get("itemtype") ?? "") : attributes.get("typeof");
    const item = type === undefined ? null : startItem(type);
    if (item && !attributes.has("itemscope")) this.rdfaItems.add(item);
    if (item && property && parent) add(parent, property, item);
    if (item && RECIPE.test(type?.trim() ?? "")) this.recipes.push(item);
    const attribute = attributes.get(VALUE_IN[name] ?? "") ?? attributes.get("content");
    const hasValue = property !== null && !item && attribute !== undefined;
    if (hasValue && parent) add(parent, property, attribute.slice(0, LONGEST_VALUE));
    if (closed || this.frames.length >= DEEPEST) return;
    if (item) this.items.push(item);
    const collected = this.frames.filter((frame) => frame.property !== null).length;
    const textOf = item || hasValue || collected >= DEEPEST_TEXT ? null : property;
    this.frames.push({ name, item, property: textOf, textFrom: this.pieces.length });
  }

  /** Ends the innermost open element of that name, and what was left open within it. */
  private close(name: string): void {
    if (!this.frames.some((frame) => frame.name === name)) return;
    while (this.pop() !== name);
  }

  private pop(): string | undefined {
    const frame = this.frames.pop();
    if (!frame) return undefined;
    if (frame.item) this.items.pop();
    const item = this.items.at(-1);
    if (frame.property && item) {
      add(item, frame.property, this.textSince(frame.textFrom));
    }
    if (this.items.length === 0) this.pieces = [];
    else if (BLOCKS.has(frame.name)) this.pieces.push("\n");
    return frame.name;
  }

  private textSince(from: number): string {
    let text = "";
    for (let at = from; at < this.pieces.length && text.length < LONGEST_VALUE; at++) text += this.pieces[at];
    return text.slice(0, LONGEST_VALUE);
  }
}

function startItem(type: string): Item {
  return { "@type": type.trim().split(/[/#:]/).at(-1) ?? "" };
}

/** A property of several values is a list; one element may name several properties. */
function add(item: Item, properties: string, value: unknown): void {
  for (const property of properties.trim().split(/\s+/)) {
    const before = item[property];
    if (before === undefined) item[property] = value;
    else if (Array.isArray(before)) before.push(value);
    else item[property] = [before, value];
  }
}
