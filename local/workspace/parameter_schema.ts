import type { ObjectProperty, Parameter, ParameterType } from "../jobs/script_signature.ts";

/** A property of a script's form: JSON Schema as Windmill's UI reads it. */
export type FormProperty = {
  description: string;
  type: string;
  default?: unknown;
  format?: string;
  contentEncoding?: string;
  originalType?: string;
  enum?: string[];
  items?: Record<string, unknown>;
  properties?: Record<string, FormProperty>;
  oneOf?: unknown[];
};

/** What a parameter's type becomes in a form, by the rules of the wmill CLI (its parse-schema.ts). */
export function formProperty(type: ParameterType): FormProperty {
  return { description: "", ...formType(type) };
}

type FormType = Omit<FormProperty, "description">;

const PLAIN: Record<string, FormType> = {
  int: { type: "integer" },
  float: { type: "number" },
  bool: { type: "boolean" },
  email: { type: "string", format: "email" },
  sql: { type: "string", format: "sql" },
  yaml: { type: "string", format: "yaml" },
  bytes: { type: "string", contentEncoding: "base64", originalType: "bytes" },
  datetime: { type: "string", format: "date-time" },
  date: { type: "string", format: "date" },
};

function formType(type: ParameterType): FormType {
  // What the parser can't express has no type: the form then takes any JSON.
  if (typeof type === "string") return PLAIN[type] ?? { type: "" };
  if ("oneof" in type) return { type: "object", oneOf: type.oneof.map(tagged) };
  if ("object" in type) {
    const { name, props } = type.object;
    return {
      type: "object",
      ...(name ? { format: `resource-${name}` } : {}),
      ...(props ? { properties: formProperties(props) } : {}),
    };
  }
  if ("str" in type) {
    return type.str
      ? { type: "string", originalType: "enum", enum: type.str }
      : { type: "string", originalType: "string" };
  }
  if ("resource" in type) return { type: "object", format: `resource-${type.resource}` };
  if ("dynselect" in type) return { type: "object", format: `dynselect-${type.dynselect}` };
  if ("dynmultiselect" in type) return { type: "object", format: `dynmultiselect-${type.dynmultiselect}` };
  return { type: "array", ...listType(type.list) };
}

function tagged(variant: { label: string; properties: ObjectProperty[] }): object {
  return { type: "object", title: variant.label, properties: formProperties(variant.properties) };
}

function formProperties(props: ObjectProperty[]): Record<string, FormProperty> {
  return Object.fromEntries(props.map((prop) => [prop.key, formProperty(prop.typ)]));
}

function listType(item: ParameterType): Partial<FormType> {
  if (item === "int" || item === "float") return { items: { type: "number" }, originalType: "number[]" };
  if (item === "bytes") {
    return { items: { type: "string", contentEncoding: "base64" }, originalType: "bytes[]" };
  }
  if (item === "string") return { items: { type: "string" }, originalType: "string[]" };
  if (typeof item === "object") {
    if ("str" in item) {
      return item.str
        ? { items: { type: "string", enum: item.str }, originalType: "enum[]" }
        : { items: { type: "string" }, originalType: "string[]" };
    }
    if ("resource" in item) {
      return { items: { type: "resource", resourceType: item.resource }, originalType: "resource[]" };
    }
    if ("object" in item) {
      const { name, props } = item.object;
      return {
        ...(name ? { format: `resource-${name}` } : {}),
        items: props?.length ? { type: "object", properties: formProperties(props) } : { type: "object" },
        originalType: "record[]",
      };
    }
  }
  return { items: { type: "object" }, originalType: "object[]" };
}

/** The schema of a whole script: its parameters in the order of `main`. */
export type FormSchema = {
  $schema: string;
  type: "object";
  order: string[];
  properties: Record<string, FormProperty>;
  required: string[];
};

export function formSchema(parameters: Parameter[]): FormSchema {
  const properties: Record<string, FormProperty> = {};
  for (const { name, typ, otyp, default: value } of parameters) {
    const property = formProperty(typ);
    if (otyp?.includes("[") && otyp.includes("|")) property.originalType = otyp;
    properties[name] = { ...property, default: value ?? null };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    order: parameters.map((parameter) => parameter.name),
    properties,
    required: parameters.filter((parameter) => !parameter.has_default).map((parameter) => parameter.name),
  };
}
